package se.samspar.store;

import ca.uhn.fhir.interceptor.model.RequestPartitionId;
import ca.uhn.fhir.jpa.model.config.PartitionSettings;
import ca.uhn.fhir.jpa.model.entity.ResourceIndexedSearchParamToken;
import java.sql.Array;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Whom resources are about that are known by their ids only, from HAPI's index of references. */
@Component
public class RecordSubjects {

    private static final PartitionSettings UNPARTITIONED = new PartitionSettings();

    private final JdbcTemplate jdbc;

    public RecordSubjects(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The ids of the patients that any of these resources refers to.
     *
     * @param resources as {@code Type/id}
     */
    public Set<String> patientsOf(Collection<String> resources) {
        return new TreeSet<>(jdbc.query(
                """
                SELECT DISTINCT patient.fhir_id
                FROM hfj_resource resource
                JOIN hfj_res_link link ON link.src_resource_id = resource.res_id AND link.target_resource_type = 'Patient'
                JOIN hfj_resource patient ON patient.res_id = link.target_resource_id
                WHERE (resource.res_type, resource.fhir_id) IN (SELECT * FROM unnest(?, ?))
                """,
                statement -> {
                    statement.setArray(1, array(statement, resources, "/.*$"));
                    statement.setArray(2, array(statement, resources, "^.*/"));
                },
                (row, number) -> row.getString(1)));
    }

    /**
     * The ids of the patients that have any of these identifiers.
     *
     * @param values without their systems
     */
    public Set<String> patientsIdentifiedBy(Collection<String> values) {
        Object[] hashes = values.stream()
                .map(value -> ResourceIndexedSearchParamToken.calculateHashValue(
                        UNPARTITIONED, RequestPartitionId.allPartitions(), "Patient", "identifier", value))
                .toArray();
        return new TreeSet<>(jdbc.query(
                """
                SELECT DISTINCT patient.fhir_id
                FROM hfj_spidx_token token
                JOIN hfj_resource patient ON patient.res_id = token.res_id
                WHERE token.hash_value = ANY (?) AND token.res_type = 'Patient'
                """,
                statement -> statement.setArray(1, statement.getConnection().createArrayOf("bigint", hashes)),
                (row, number) -> row.getString(1)));
    }

    private static Array array(PreparedStatement statement, Collection<String> resources, String without)
            throws SQLException {
        return statement
                .getConnection()
                .createArrayOf(
                        "text",
                        resources.stream()
                                .map(resource -> resource.replaceFirst(without, ""))
                                .toArray());
    }
}
