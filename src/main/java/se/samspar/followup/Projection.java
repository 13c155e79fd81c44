package se.samspar.followup;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import se.samspar.fhir.ResourcePath;
import se.samspar.store.ChangeLog;
import se.samspar.store.RecordSubjects;
import se.samspar.store.StoredRecord;

/**
 * Writes the facts of a source anew whenever anything has changed that they follow from, in the same transaction and once
 * in it (UPP-7). So what is corrected, cancelled or marked as entered in error afterwards is counted as if it had always
 * been so.
 */
@Component
class Projection implements ChangeLog {

    private final List<FactSource> sources;
    private final FactTable table;

    Projection(JdbcTemplate jdbc) {
        StoredRecord record = new StoredRecord(jdbc);
        this.sources = List.of(
                new RequestFacts(record),
                new CaseFacts(record),
                new PathwayFacts(record),
                new ReceiptFacts(record),
                new ContactFacts(record),
                new SetAsideFacts(record, new RecordSubjects(jdbc)),
                new RegistrationFacts(record),
                new CoordinatedPlanFacts(record),
                new DeviationFacts(record),
                new ExperienceFacts(record));
        this.table = new FactTable(jdbc);
    }

    @Override
    public void changed(List<Resource> written, List<Resource> before) {
        Set<String> known = before.stream().map(ResourcePath::of).collect(Collectors.toSet());
        Set<String> created = written.stream()
                .map(ResourcePath::of)
                .filter(name -> !known.contains(name))
                .collect(Collectors.toSet());
        // In one order, so that no two transactions wait for each other.
        Set<String> affected = new TreeSet<>(Stream.concat(written.stream(), before.stream())
                .flatMap(resource -> sources.stream().flatMap(source -> source.of(resource)))
                .toList());
        affected.forEach(id -> {
            if (created.contains(id)) { // which nobody else knows yet
                table.add(facts(id));
            } else {
                renew(id);
            }
        });
    }

    /** All that counts of a source now, for whatever indicators. */
    List<Fact> facts(String id) {
        return sources.stream()
                .filter(source -> id.startsWith(source.type() + "/"))
                .flatMap(source -> source.facts(id).stream())
                .toList();
    }

    /** Writes the facts of a source anew. */
    void renew(String id) {
        table.lock(id);
        List<Fact> facts = facts(id);
        table.remove(id);
        if (!facts.isEmpty()) {
            table.add(facts);
        }
    }

    /** The types of the sources. */
    List<String> types() {
        return sources.stream().map(FactSource::type).distinct().toList();
    }

    FactTable table() {
        return table;
    }
}
