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
        new TransactionTemplate(transactions).executeWithoutResult(status -> projection.sources().stream()
                .filter(facts -> source.startsWith(facts.type() + "/"))
                .forEach(facts -> projection.renew(facts, source)));
    }

    /** @param request as {@code ServiceRequest/id} */
    public void assertSame(String request, String what) {
        FactSource source = projection.sources().stream()
                .filter(facts -> facts.type().equals("ServiceRequest"))
                .findFirst()
                .orElseThrow();
        assertThat(projection.table().of(List.of(request)).get(request))
                .as(what)
                .isNotEmpty()
                .containsExactlyInAnyOrderElementsOf(source.facts(request));
    }
}
