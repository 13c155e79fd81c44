package se.samspar.store;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.IParser;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The record as it lies in the database, whoever may see it: what others have committed meanwhile included, which a
 * session of HAPI's has in the state in which it first saw it. Writes of the own transaction are there once they are
 * flushed. Needs the database only, so commands read by it that start no server.
 */
public class StoredRecord {

    private static final String VERSION =
            """
            SELECT found.res_type, found.fhir_id, version.res_ver, version.res_updated, version.res_text_vc
            FROM hfj_resource found JOIN hfj_res_ver version ON version.res_id = found.res_id
            """;

    private final JdbcTemplate jdbc;

    public StoredRecord(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A resource and what refers to it, in one statement.
     *
     * @param resource as {@code Type/id}
     * @param paths the elements by which others refer to it, such as {@code Task.focus}, which search parameters index
     * @return none where there is no such resource
     */
    public List<Resource> withReferrers(String resource, String... paths) {
        return jdbc.query(
                """
                WITH focus AS (SELECT res_id FROM hfj_resource WHERE res_type = ? AND fhir_id = ? AND res_deleted_at IS NULL)
                """
                        + VERSION
                        + """
                        AND version.res_ver = found.res_ver
                        WHERE found.res_deleted_at IS NULL AND found.res_id IN (SELECT res_id FROM focus UNION
                          SELECT src_resource_id FROM hfj_res_link JOIN focus ON target_resource_id = res_id
                          WHERE src_path = ANY (?))
                        """,
                statement -> {
                    statement.setString(1, type(resource));
                    statement.setString(2, id(resource));
                    statement.setArray(3, statement.getConnection().createArrayOf("text", paths));
                },
                (row, number) -> resource(row));
    }

    /** The resources of a type with this canonical, in whatever version of it. */
    public List<Resource> withUrl(String type, String url) {
        return jdbc.query(
                VERSION
                        + """
                        AND version.res_ver = found.res_ver
                        WHERE found.res_deleted_at IS NULL AND found.res_id IN (
                          SELECT res_id FROM hfj_spidx_uri WHERE res_type = ? AND sp_name = 'url' AND sp_uri = ?)
                        ORDER BY found.res_id""",
                (row, number) -> resource(row),
                type,
                url);
    }

    /** All versions of a resource, the oldest first. */
    public List<Resource> history(String resource) {
        return jdbc.query(
                VERSION + "WHERE found.res_type = ? AND found.fhir_id = ? AND version.res_text_vc IS NOT NULL"
                        + " ORDER BY version.res_ver",
                (row, number) -> resource(row),
                type(resource),
                id(resource));
    }

    /** A resource as it was then, or as it was first where it was not there yet. */
    public Optional<Resource> asOf(String resource, Instant then) {
        return jdbc
                .query(
                        VERSION + "WHERE found.res_type = ? AND found.fhir_id = ? AND version.res_text_vc IS NOT NULL"
                                + " AND (version.res_updated <= ? OR version.res_ver = 1)"
                                + " ORDER BY version.res_ver DESC LIMIT 1",
                        (row, number) -> resource(row),
                        type(resource),
                        id(resource),
                        Timestamp.from(then))
                .stream()
                .findFirst();
    }

    /** The ids of the resources of a type that follow an id, in the order of ids. */
    public List<String> ids(String type, String after, int most) {
        return jdbc.queryForList(
                "SELECT fhir_id FROM hfj_resource WHERE res_type = ? AND res_deleted_at IS NULL AND fhir_id > ?"
                        + " ORDER BY fhir_id LIMIT ?",
                String.class,
                type,
                after,
                most);
    }

    private static Resource resource(ResultSet row) throws SQLException {
        IParser parser = FhirContext.forR4Cached().newJsonParser();
        Resource resource = (Resource) parser.parseResource(row.getString("res_text_vc"));
        resource.setId(new IdType(row.getString("res_type"), row.getString("fhir_id"), row.getString("res_ver")));
        resource.getMeta().setLastUpdated(row.getTimestamp("res_updated"));
        return resource;
    }

    private static String type(String resource) {
        return resource.substring(0, resource.indexOf('/'));
    }

    private static String id(String resource) {
        return resource.substring(resource.indexOf('/') + 1);
    }
}
