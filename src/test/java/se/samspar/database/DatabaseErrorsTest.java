package se.samspar.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.List;
import org.apache.commons.lang3.exception.ExceptionUtils;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import se.samspar.support.SamsparTest;

/** Errors of the database are logged: what was to be written must not stand in them. */
@SamsparTest
class DatabaseErrorsTest {

    private static final Object[] ROW = {"client", "unit", "operation", "key", "Knäsmärta sedan ett år"};

    @Autowired
    JdbcTemplate jdbc;

    @Test
    void aFailedStatementDoesNotSayWhatItWouldHaveWritten() {
        Throwable failure = catchThrowable(() -> jdbc.batchUpdate(
                "INSERT INTO idempotency_key (client, unit, operation, request_hash, key) VALUES (?, ?, ?, ?, ?)",
                List.of(ROW, ROW)));

        assertThat(ExceptionUtils.getStackTrace(failure))
                .contains("duplicate key")
                .doesNotContain("Knäsmärta");
    }
}
