package se.samspar.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** ARCHITECTURE.md names a test for each invariant: every one of them has to exist. */
class ArchitectureDocumentTest {

    private static final Pattern TEST_NAME = Pattern.compile("`([A-Za-z]+(?:Test|Properties))`");

    @Test
    void everyTestThatTheDocumentNamesExists() throws IOException {
        List<String> named = TEST_NAME
                .matcher(Files.readString(Path.of("ARCHITECTURE.md")))
                .results()
                .map(match -> match.group(1))
                .toList();

        assertThat(named).isNotEmpty().allMatch(testClasses()::contains);
    }

    private static Set<String> testClasses() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
            return files.map(file -> file.getFileName().toString().replace(".java", ""))
                    .collect(Collectors.toSet());
        }
    }
}
