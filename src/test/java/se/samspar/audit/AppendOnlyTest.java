package se.samspar.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.sql.SQLException;
import org.apache.commons.lang3.exception.ExceptionUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import se.samspar.support.SamsparTest;

/** The program's own connections may add to the log and read it, and nothing else. */
@SamsparTest
class AppendOnlyTest {

    private static final String INSUFFICIENT_PRIVILEGE = "42501";

    @Autowired
    JdbcTemplate jdbc;

    @Test
    void theProgramRunsWithTheRestrictedRole() {
        assertThat(jdbc.queryForObject("SELECT current_user", String.class)).isEqualTo("samspar_app");
        assertThat(jdbc.queryForObject(
                        "SELECT count(*) FROM pg_tables WHERE tableowner = 'samspar_app'", Integer.class))
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE audit_event SET status = 0",
                "DELETE FROM audit_event",
                "TRUNCATE audit_event CASCADE",
                "UPDATE audit_seal SET hash = ''",
                "DELETE FROM audit_seal",
                "TRUNCATE audit_seal",
                "ALTER TABLE audit_event DISABLE TRIGGER ALL",
                "DROP TABLE audit_event CASCADE",
                "SET session_replication_role = replica",
                "INSERT INTO audit_event (occurred, request_id, remote_address, interaction, request, status, patients,"
                        + " resources, entries) VALUES (now(), '', '', '', '', 0, '{}', '{}', '{}')"
            })
    void nothingElseIsPermitted(String statement) {
        Throwable refusal = ExceptionUtils.getRootCause(catchThrowable(() -> jdbc.execute(statement)));

        assertThat(refusal).isInstanceOf(SQLException.class);
        assertThat(((SQLException) refusal).getSQLState()).isEqualTo(INSUFFICIENT_PRIVILEGE);
    }
}
