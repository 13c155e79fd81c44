package se.samspar.store;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The table {@code access_ground}: why a unit sees a resource. */
@Component
class AccessGrounds {

    /** Source of the ground of whoever has made a resource without taking part in it. */
    static final String MAKER = "maker";

    /** Source of what was labelled before there were grounds. */
    private static final String BEFORE = "before";

    /**
     * One thing that opens a resource to a unit.
     *
     * @param resource {@code Type/id}
     * @param unit id of the unit's Organization
     * @param source {@code Type/id} of what opens it: the resource itself where the unit takes part in it
     * @param own takes the unit part, rather than read because of something else?
     * @param sharer the unit that shares it, on whose own part the ground depends
     * @param withheld does it open nothing as long as a block holds?
     */
    record Ground(String resource, String unit, String source, boolean own, Optional<String> sharer, boolean withheld) {

        Ground(String resource, String unit, String source, boolean own, Optional<String> sharer) {
            this(resource, unit, source, own, sharer, false);
        }

        Ground sharedBy(Optional<String> unit) {
            return new Ground(resource, this.unit, source, own, unit, withheld);
        }

        Ground withheld(boolean isWithheld) {
            return new Ground(resource, unit, source, own, sharer, isWithheld);
        }

        /** One unit has one ground for a resource from each source. */
        String id() {
            return resource + " " + unit + " " + source;
        }
    }

    private final JdbcTemplate jdbc;

    AccessGrounds(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    void add(Collection<Ground> grounds) {
        if (grounds.isEmpty()) {
            return;
        }
        jdbc.batchUpdate(
                "INSERT INTO access_ground (resource, unit, source, own, sharer, withheld) VALUES (?, ?, ?, ?, ?, ?)"
                        + " ON CONFLICT (resource, unit, source) DO UPDATE SET own = excluded.own,"
                        + " sharer = excluded.sharer, withheld = excluded.withheld",
                grounds.stream()
                        .map(ground -> new Object[] {
                            ground.resource(),
                            ground.unit(),
                            ground.source(),
                            ground.own(),
                            ground.sharer().orElse(null),
                            ground.withheld()
                        })
                        .toList());
    }

    void remove(Collection<Ground> grounds) {
        if (grounds.isEmpty()) {
            return;
        }
        jdbc.batchUpdate(
                "DELETE FROM access_ground WHERE resource = ? AND unit = ? AND source = ?",
                grounds.stream()
                        .map(ground -> new Object[] {ground.resource(), ground.unit(), ground.source()})
                        .toList());
    }

    /** What a resource opens, itself included. */
    List<Ground> from(String source) {
        return query("source = ?", source);
    }

    /** What has stood since before there were grounds. */
    List<Ground> before(String resource) {
        return query("resource = ? AND source = ?", resource, BEFORE);
    }

    /** What a unit shares of a resource with others. */
    List<Ground> sharedBy(String unit, String resource) {
        return query("resource = ? AND sharer = ?", resource, unit);
    }

    /** What opens a resource. */
    List<Ground> to(String resource) {
        return query("resource = ?", resource);
    }

    /** The units that see a resource, each once. */
    List<String> units(String resource) {
        return jdbc.queryForList(
                "SELECT DISTINCT unit FROM access_ground WHERE resource = ? AND NOT withheld", String.class, resource);
    }

    /** The units that take part in a resource. */
    List<String> owners(String resource) {
        return jdbc.queryForList(
                "SELECT DISTINCT unit FROM access_ground WHERE resource = ? AND own", String.class, resource);
    }

    private List<Ground> query(String condition, Object... values) {
        return jdbc.query(
                "SELECT resource, unit, source, own, sharer, withheld FROM access_ground WHERE " + condition,
                (row, number) -> new Ground(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getBoolean(4),
                        Optional.ofNullable(row.getString(5)),
                        row.getBoolean(6)),
                values);
    }
}
