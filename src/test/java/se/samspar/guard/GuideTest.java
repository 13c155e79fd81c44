package se.samspar.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.CodeSystem.CodeSystemContentMode;
import org.hl7.fhir.r4.model.StructureDefinition;
import org.hl7.fhir.r4.model.StructureDefinition.StructureDefinitionKind;
import org.junit.jupiter.api.Test;

/** The guide's tables have what the package has, no more and no less, and its index every page. */
class GuideTest {

    private static final Path PAGES = Path.of("ig/pages");

    @Test
    void everyProfileIsInTheTableOfProfiles() throws IOException {
        List<String> profiles = PackageFiles.all(StructureDefinition.class).stream()
                .filter(profile -> profile.getKind() == StructureDefinitionKind.RESOURCE)
                .map(StructureDefinition::getIdPart)
                .toList();
        assertThat(cells("index.md", "| what | resource | profile |", 3)).containsExactlyInAnyOrderElementsOf(profiles);
    }

    @Test
    void everyCodeSystemOfTheProjectIsInTheTableOfCodeSystems() throws IOException {
        List<String> own = PackageFiles.all(CodeSystem.class).stream()
                .filter(codeSystem -> codeSystem.getContent() == CodeSystemContentMode.COMPLETE)
                .map(CodeSystem::getIdPart)
                .toList();
        assertThat(cells("identifiers-and-code-systems.md", "| id | title |", 1))
                .containsExactlyInAnyOrderElementsOf(own);
    }

    @Test
    void everyPageIsInTheIndex() throws IOException {
        String index = Files.readString(PAGES.resolve("index.md"));
        try (Stream<Path> pages = Files.list(PAGES)) {
            assertThat(pages.map(page -> page.getFileName().toString()).filter(name -> !name.equals("index.md")))
                    .isNotEmpty()
                    .allSatisfy(name -> assertThat(index).contains("](" + name + ")"));
        }
    }

    /** What stands in a column of the table with this head. */
    private static List<String> cells(String page, String head, int column) throws IOException {
        return Files.readString(PAGES.resolve(page))
                .lines()
                .dropWhile(line -> !line.equals(head))
                .skip(2)
                .takeWhile(line -> line.startsWith("|"))
                .map(row -> row.split("\\|")[column].strip().replace("`", ""))
                .toList();
    }
}
