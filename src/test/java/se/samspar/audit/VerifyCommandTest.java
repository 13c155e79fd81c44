package se.samspar.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.samspar.support.ServerProcess;

/** Where the log cannot be asked, the command says so, and neither that it is whole nor that it is not. */
class VerifyCommandTest {

    private static final int NOT_VERIFIED = 2;

    @Test
    void aDatabaseThatDoesNotAnswerIsNeitherWholeNorTamperedWith(@TempDir Path folder) throws Exception {
        assertNotVerified(
                ServerProcess.run(
                        folder,
                        "--samspar.audit.verify",
                        "--spring.datasource.url=jdbc:postgresql://localhost:1/nowhere"),
                "localhost:1");
    }

    @Test
    void anEmptyFolderStaysEmpty(@TempDir Path folder) throws Exception {
        assertNotVerified(ServerProcess.run(folder, "--samspar.audit.verify"), folder.toString());
        assertThat(folder).isEmptyDirectory();
    }

    private static void assertNotVerified(ServerProcess.Ended ended, String because) {
        assertThat(ended.status()).as(ended.said()).isEqualTo(NOT_VERIFIED);
        assertThat(ended.said().strip().lines())
                .singleElement()
                .asString()
                .startsWith("The log could not be verified: ")
                .contains(because);
    }
}
