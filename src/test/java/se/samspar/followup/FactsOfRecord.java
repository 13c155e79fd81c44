package se.samspar.followup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Compares the facts of a source with what follows from the record, as the command does for all. */
public final class FactsOfRecord {

    private final Projection projection;

    public FactsOfRecord(JdbcTemplate jdbc) {
        projection = new Projection(jdbc);
    }

    /** Writes the facts of a source anew, after something was done to it past the server. */
    void renew(String source, PlatformTransactionManager transactions) {
        new TransactionTemplate(transactions).executeWithoutResult(status -> projection.renew(source));
    }

    /** @param source as {@code Type/id} */
    public void assertSame(String source, String what) {
        assertThat(projection.table().of(List.of(source)).get(source))
                .as(what)
                .isNotEmpty()
                .containsExactlyInAnyOrderElementsOf(projection.facts(source));
    }
}
