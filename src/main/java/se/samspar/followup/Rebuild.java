package se.samspar.followup;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import se.samspar.store.StoredRecord;

/** Goes through all sources of the record: compares their facts with what follows from them, or writes these anew. */
final class Rebuild {

    private static final int PAGE = 200;

    private final JdbcTemplate jdbc;
    private final PlatformTransactionManager transactions;
    private final StoredRecord record;
    private final Projection projection;

    Rebuild(JdbcTemplate jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.record = new StoredRecord(jdbc);
        this.projection = new Projection(jdbc);
    }

    /** The sources whose facts are not what follows from the record, all as of one moment. */
    List<String> differences() {
        TransactionTemplate snapshot = new TransactionTemplate(transactions);
        snapshot.setReadOnly(true);
        snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        return snapshot.execute(status -> {
            List<String> differences = new ArrayList<>();
            AtomicLong seen = new AtomicLong();
            pages(ids -> {
                Map<String, List<Fact>> rows = projection.table().of(ids);
                rows.values().forEach(facts -> seen.addAndGet(facts.size()));
                ids.stream()
                        .filter(id -> !followsFromRecord(rows.getOrDefault(id, List.of()), id))
                        .forEach(differences::add);
            });
            long idle = projection.table().size() - seen.get();
            if (idle != 0) {
                differences.add(idle + " rows of what is not in the record");
            }
            return differences;
        });
    }

    private boolean followsFromRecord(List<Fact> rows, String id) {
        return readable(() -> projection.facts(id))
                .filter(facts -> rows.size() == facts.size() && new HashSet<>(rows).equals(new HashSet<>(facts)))
                .isPresent();
    }

    /** Empty where a resource cannot be read; without its words, which may tell of somebody. */
    private static <T> Optional<T> readable(Supplier<T> facts) {
        try {
            return Optional.of(facts.get());
        } catch (DataAccessException database) {
            throw database; // which is nothing of the resource's
        } catch (RuntimeException unreadable) {
            return Optional.empty();
        }
    }

    /**
     * Writes all facts anew, some sources in a transaction, while others go on writing.
     *
     * @return the sources that cannot be read, of which nothing is counted
     */
    List<String> rebuild() {
        List<String> unreadable = new ArrayList<>();
        TransactionTemplate each = new TransactionTemplate(transactions);
        each.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        each.executeWithoutResult(
                status -> jdbc.update("DELETE FROM indicator_fact WHERE split_part(source, '/', 1) <> ALL (?)", (Object)
                        projection.types().toArray(String[]::new)));
        pages(ids -> each.executeWithoutResult(
                status -> ids.stream().sorted().filter(id -> !isRenewed(id)).forEach(unreadable::add)));
        return unreadable;
    }

    private boolean isRenewed(String id) {
        boolean isRead = readable(() -> {
                    projection.renew(id);
                    return id;
                })
                .isPresent();
        if (!isRead) {
            projection.table().remove(id);
        }
        return isRead;
    }

    /** How many facts there are. */
    long size() {
        return projection.table().size();
    }

    private void pages(Consumer<List<String>> work) {
        for (String type : projection.types()) {
            String last = "";
            List<String> page;
            do {
                page = record.ids(type, last, PAGE);
                if (!page.isEmpty()) {
                    last = page.get(page.size() - 1);
                    work.accept(page.stream().map(id -> type + "/" + id).toList());
                }
            } while (page.size() == PAGE);
        }
    }
}
