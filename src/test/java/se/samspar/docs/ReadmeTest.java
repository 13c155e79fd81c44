package se.samspar.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import se.samspar.support.SamsparApi;
import se.samspar.support.SamsparTest;

/** Pastes the README's commands into a shell, in order, against the running server. */
@SamsparTest
class ReadmeTest {

    private static final Pattern SHELL_BLOCK = Pattern.compile("```sh\\n(.*?)```", Pattern.DOTALL);

    @Autowired
    SamsparApi api;

    /** On the same data folder: whoever tries it out does so more than once. */
    @RepeatedTest(2)
    void everyCommandOfTheWalkWorksInOrder(@TempDir Path folder) throws Exception {
        List<String> walk =
                blocks().stream().filter(block -> !block.startsWith("mvn ")).toList();
        String script = walk.stream()
                .map(block -> "echo '##'\n" + block)
                .collect(Collectors.joining("\n"))
                .replace("http://localhost:8080", api.baseUrl());

        String[] answers = run(script, folder).split("##\n", -1);

        assertThat(answers).hasSize(walk.size() + 1);
        assertThat(answers[2]).as("find").contains("\"open\"").contains("sus-ortopedi-dsk");
        assertThat(answers[3]).as("submit").contains("\"requested\"").contains("\"active\"");
        assertThat(answers[4]).as("inbox and accept").contains("\"accepted\"").contains("video-link");
        assertThat(answers[5]).as("register").contains("XS004").contains("\"in-progress\"");
        assertThat(answers[6]).as("gaps").contains("diagnosis-registered").contains("Provenance");
        assertThat(answers[7]).as("answer").contains("elektiv-remiss").contains("\"completed\"");
        assertThat(answers[8]).as("foreign unit").contains("OperationOutcome").endsWith("\n404\n");
        assertThat(answers[9]).as("take the referral back").contains("\"revoked\"");
        assertThat(answers[10]).as("open a case").contains("\"CareTeam\"").contains("verified-by-unit");
        assertThat(answers[11])
                .as("send, inbox, acknowledge, accept")
                .contains("\"searchset\"")
                .contains("\"received\"")
                .contains("\"accepted\"");
        assertThat(answers[12]).as("answer with an MVO").contains("mvo").contains("\"completed\"");
        assertThat(answers[13])
                .as("close and timeline")
                .contains("goals-met")
                .contains("message-acknowledged")
                .contains("\"closed\"");
        assertThat(answers[14]).as("in an emergency").contains("\"CarePlan\"");
        assertThat(answers[15])
                .as("next steps")
                .contains("Besök på ortopedmottagningen inom fyra veckor.")
                .contains("outpatient-case");
        assertThat(answers[16])
                .as("who has read")
                .contains("SE2321000255-DEMO-SUS-ORTOPEDI-ANSTALLD")
                .contains("Organization/vc-dalby");
        assertThat(answers[18]).as("subscribe").contains("\"requested\"");
        assertThat(answers[19]).as("be told").contains("event-notification").contains("/Task/");
        answers[8] = "";
        assertThat(answers).noneMatch(answer -> answer.contains("\"error\""));
    }

    @Test
    void theFirstCommandsAreTheDocumentedOnes() throws IOException {
        assertThat(blocks()).contains("mvn spring-boot:run -Dspring-boot.run.profiles=demo\n", "mvn verify\n");
    }

    private static List<String> blocks() throws IOException {
        String start = Files.readString(Path.of("README.md")).split("## What to read next")[0];
        return SHELL_BLOCK
                .matcher(start)
                .results()
                .map((MatchResult block) -> block.group(1))
                .toList();
    }

    private static String run(String script, Path folder) throws IOException, InterruptedException {
        Path output = folder.resolve("output");
        Process shell = new ProcessBuilder("bash")
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try (var input = shell.outputWriter()) {
            input.write(script);
        }
        assertThat(shell.waitFor(5, TimeUnit.MINUTES)).isTrue();
        return Files.readString(output);
    }
}
