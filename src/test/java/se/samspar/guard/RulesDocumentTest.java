package se.samspar.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** RULES.md is what the code says. With {@code -Dsamspar.rewrite=true} it is written anew. */
class RulesDocumentTest {

    private static final Path FILE = Path.of("RULES.md");

    @Test
    void rulesDocumentIsFresh() throws IOException {
        if (Boolean.getBoolean("samspar.rewrite")) {
            Files.writeString(FILE, RulesDocument.text());
        }
        assertThat(FILE)
                .as("RULES.md is stale: mvn test -Dtest=RulesDocumentTest -Dsamspar.rewrite=true")
                .hasContent(RulesDocument.text());
    }
}
