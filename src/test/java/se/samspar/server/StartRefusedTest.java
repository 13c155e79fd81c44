package se.samspar.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.samspar.support.ServerProcess;

/** A server that cannot start says in one paragraph what to correct. */
class StartRefusedTest {

    @Test
    void aPackageFolderThatIsNotThere(@TempDir Path folder) throws Exception {
        assertThat(ServerProcess.refusedStart(folder, "--samspar.server.packages=" + folder.resolve("none")))
                .contains("APPLICATION FAILED TO START", "none, which is no folder")
                .doesNotContain("\tat ");
    }

    @Test
    void aTrackDefinitionThatCannotBeUsed(@TempDir Path folder) throws Exception {
        Path tracks = Files.createDirectory(folder.resolve("tracks"));
        Files.writeString(
                tracks.resolve("remiss.json"),
                """
                {"resourceType": "ActivityDefinition", "status": "active", "code": {"coding": [{
                  "system": "https://samspar.example/fhir/CodeSystem/track", "code": "elektiv-remiss"}]}}
                """);
        assertThat(ServerProcess.refusedStart(folder, "--samspar.directory.tracks=" + tracks))
                .contains("APPLICATION FAILED TO START", "remiss.json cannot be used: profile is missing", "Correct ")
                .doesNotContain("\tat ");
    }

    @Test
    void aDatabaseThatDoesNotAnswer(@TempDir Path folder) throws Exception {
        assertThat(ServerProcess.refusedStart(
                        folder,
                        "--spring.datasource.url=jdbc:postgresql://localhost:1/samspar",
                        "--spring.datasource.hikari.connection-timeout=1000"))
                .contains("APPLICATION FAILED TO START", "Start PostgreSQL, or correct spring.datasource.url")
                .doesNotContain("\tat ");
    }
}
