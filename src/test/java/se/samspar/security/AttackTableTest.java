package se.samspar.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import se.samspar.support.RawHttp;
import se.samspar.support.RawHttp.Answer;
import se.samspar.support.SamsparApi;
import se.samspar.support.SamsparTest;

/**
 * One unit after what is another's, by every way that {@code src/test/resources/attacks.txt} lists (ALL-3). Each attempt
 * gets the status that stands there, nothing of the other unit's in body or headers, and the very same answer when it is
 * made after somebody who is not there at all.
 */
@SamsparTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AttackTableTest {

    /** The status of a search that finds nothing. */
    private static final String EMPTY = "none";

    /** Two searches are never the same bytes: their id, when they were made, and their page links. */
    private static final String NEVER_THE_SAME =
            "\"id\":\"[^\"]*\"|\"lastUpdated\":\"[^\"]*\"|_getpages=[^&\"]*|request id \\w+|\\d\\d:\\d\\d:\\d\\d";

    @Autowired
    SamsparApi api;

    private Secrets secrets;
    private Secrets nobodys;

    @BeforeAll
    void twoUnitsHaveSecrets() {
        secrets = Secrets.of(api);
        nobodys = Secrets.ofNobody();
    }

    /**
     * A line of the table.
     *
     * @param theme heading that it stands under
     * @param request method and path
     * @param status expected
     * @param more headers, and last of all a body that begins with a brace or an equals sign
     */
    record Attack(String theme, String request, String status, List<String> more) {

        private static Attack of(String theme, String line) {
            String[] cells = line.split("\\s*\\|\\s*");
            return new Attack(theme, cells[0], cells[1], Arrays.asList(cells).subList(2, cells.length));
        }

        private Answer madeAfter(Secrets victim, SamsparApi api) {
            List<String> headers = new ArrayList<>(
                    List.of("Authorization: Bearer " + api.as("vc-limhamn").token()));
            String body = "";
            for (String next : more) {
                if (next.matches("(?s)[{=<].*")) {
                    body = victim.in(next.replaceFirst("^=", ""));
                } else {
                    headers.add(victim.in(next));
                }
            }
            if (!body.isEmpty() && headers.stream().noneMatch(header -> header.startsWith("Content-Type"))) {
                headers.add(
                        "Content-Type: application/" + (body.startsWith("{") ? "fhir+json" : "x-www-form-urlencoded"));
            }
            return RawHttp.send(api.baseUrl(), victim.in(request), body, headers.toArray(String[]::new));
        }

        @Override
        public String toString() {
            return theme + ": " + request + (more.isEmpty() ? "" : " " + more);
        }
    }

    static Stream<Attack> attacks() throws IOException {
        List<Attack> attacks = new ArrayList<>();
        String theme = "";
        for (String line : new ClassPathResource("attacks.txt")
                .getContentAsString(StandardCharsets.UTF_8)
                .lines()
                .toList()) {
            if (line.startsWith("#")) {
                theme = line.replaceFirst("#+\\s*", "");
            } else if (!line.isBlank()) {
                attacks.add(Attack.of(theme, line.strip()));
            }
        }
        return attacks.stream();
    }

    @ParameterizedTest
    @MethodSource("attacks")
    void tellsNothing(Attack attack) {
        Answer answer = attack.madeAfter(secrets, api);
        String sent = secrets.in(attack.request() + attack.more());

        if (attack.status().equals(EMPTY)) {
            assertThat(answer.status()).as(answer.text()).isEqualTo(200);
            assertThat(answer.body()).contains("\"total\":0").doesNotContain("\"entry\"");
        } else {
            assertThat(answer.status()).as(answer.text()).isEqualTo(Integer.parseInt(attack.status()));
        }
        secrets.assertHidden(answer.text(), sent);
        assertThat(answer.text()).doesNotContainPattern("\\w\\.\\w+Exception|HAPI-\\d|\tat ");
        Answer after = attack.madeAfter(nobodys, api);
        assertThat(blank(secrets, answer)).isEqualTo(blank(nobodys, after));
    }

    private static String blank(Secrets victim, Answer answer) {
        return answer.status() + " " + victim.out(answer.body()).replaceAll(NEVER_THE_SAME, "~");
    }

    /** Otherwise the table would show nothing: what is hidden above is there for those who take part. */
    @Test
    void thoseWhoTakePartSeeAllOfIt() {
        String seen = Stream.of(
                        "ServiceRequest/{request}",
                        "Patient/{patient}",
                        "Task/{task}",
                        "Communication/{answer}",
                        "DocumentReference/{document}",
                        "Binary/{document}",
                        "Patient?identifier={number}",
                        "Subscription/{subscription}")
                .map(path ->
                        api.as("vc-dalby").get(secrets.in(path)).expect(200).body())
                .reduce("", String::concat);

        assertThat(secrets.byName().values()).allMatch(seen::contains);
    }
}
