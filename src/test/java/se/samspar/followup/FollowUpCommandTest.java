package se.samspar.followup;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.samspar.support.ServerProcess;

/** Where the record cannot be asked, the command says so in one line, and neither that the facts follow from it nor that not. */
class FollowUpCommandTest {

    @Test
    void anEmptyFolderStaysEmpty(@TempDir Path folder) throws Exception {
        ServerProcess.Ended ended = ServerProcess.run(folder, "--samspar.followup.verify");
        assertThat(ended.status()).as(ended.said()).isEqualTo(2);
        assertThat(ended.said().strip().lines())
                .singleElement()
                .asString()
                .startsWith("The indicators could not be compared with the record or written from it: ")
                .contains(folder.toString());
        assertThat(folder).isEmptyDirectory();
    }
}
