package se.samspar.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.jdbc.core.JdbcTemplate;
import se.samspar.support.PostgresProcess;

/** Who was marked with a protected identity before the server went by labels of its own is protected after the upgrade. */
class ProtectedBeforeTest {

    /** Rows of HAPI's as an earlier version left them: patients and a request, and which labels they had. */
    private static final String AS_THEY_WERE =
            """
            INSERT INTO hfj_tag_def (tag_id, tag_system, tag_code, tag_type) VALUES
              (1, 'http://hl7.se/fhir/ig/base/CodeSystem/SecurityLabel', 'sekretessmarkering', 2),
              (2, 'http://hl7.se/fhir/ig/base/CodeSystem/SecurityLabel', 'skyddadFolkbokforing', 2),
              (3, 'https://samspar.example/fhir/access', 'vc-dalby', 2);
            INSERT INTO hfj_resource (res_id, fhir_id, res_type, res_version, res_ver, has_tags, res_published, res_updated,
              sp_has_links, sp_coords_present, sp_date_present, sp_number_present, sp_quantity_nrml_present,
              sp_quantity_present, sp_string_present, sp_token_present, sp_uri_present)
            SELECT id, name, type, 'R4', 1, id <> 14, now(), now(),
              false, false, false, false, false, false, false, false, false
            FROM (VALUES
              (11, 'marked', 'Patient'), (12, 'hidden', 'Patient'), (13, 'plain', 'Patient'),
              (14, 'about-marked', 'ServiceRequest'), (15, 'about-plain', 'ServiceRequest')) was (id, name, type);
            INSERT INTO hfj_res_tag (pid, res_id, res_type, tag_id) VALUES
              (21, 11, 'Patient', 1), (22, 12, 'Patient', 2), (23, 13, 'Patient', 3), (24, 15, 'ServiceRequest', 3);
            INSERT INTO access_ground (resource, unit, source, own) VALUES
              ('Patient/marked', 'vc-dalby', 'ServiceRequest/about-marked', false),
              ('Patient/plain', 'vc-dalby', 'ServiceRequest/about-plain', false);
            SELECT setval('seq_tagdef_id', 1000), setval('seq_restag_id', 1000);
            """;

    @Test
    void theyAndWhatIsAboutThemHaveTheLabel(@TempDir Path folder) throws Exception {
        try (PostgresProcess postgres = PostgresProcess.start(folder)) {
            try (Connection connection = postgres.connect()) {
                connection.createStatement().execute("CREATE DATABASE upgraded");
            }
            var database = postgres.dataSource("upgraded");
            LoggingSystem.get(getClass().getClassLoader()).setLogLevel("ca.uhn.fhir.jpa.migrate", LogLevel.OFF);
            SchemaMigration.migrateHapi(database);
            Flyway.configure()
                    .dataSource(database)
                    .table("samspar_migration")
                    .baselineOnMigrate(true)
                    .baselineVersion("0")
                    .target("11")
                    .skipDefaultCallbacks(true) // they speak of what comes later
                    .load()
                    .migrate();
            JdbcTemplate jdbc = new JdbcTemplate(database);
            jdbc.execute(AS_THEY_WERE);

            new SchemaMigration(database).afterPropertiesSet();

            assertThat(names(jdbc, "SELECT patient FROM protected_patient"))
                    .containsExactlyInAnyOrder("Patient/marked", "Patient/hidden");
            assertThat(
                            names(
                                    jdbc,
                                    "SELECT fhir_id FROM hfj_resource JOIN hfj_res_tag USING (res_id) JOIN hfj_tag_def USING (tag_id)"
                                            + " WHERE tag_system = 'https://samspar.example/fhir/protected' AND tag_code = 'identity'"))
                    .containsExactlyInAnyOrder("marked", "hidden", "about-marked");
            assertThat(names(jdbc, "SELECT fhir_id FROM hfj_resource WHERE NOT has_tags"))
                    .isEmpty();
        }
    }

    private static List<String> names(JdbcTemplate jdbc, String query) {
        return jdbc.queryForList(query, String.class);
    }
}
