package se.samspar.database;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.io.ClassPathResource;
import se.samspar.support.InParallel;
import se.samspar.support.PostgresProcess;

/** A node that outlives a crash of the database keeps the ids that it took; nobody else gets them. */
class IdsAfterCrashTest {

    /** PostgreSQL writes every 33rd time that a sequence was asked, and what is taken in between is safe with it. */
    private static final int OFTEN = 40;

    /** So many ids a node takes at once. */
    private static final int BLOCK = 50;

    @Test
    void idsThatTheDatabaseForgotInACrashAreNotGivenOutAgain(@TempDir Path folder) throws Exception {
        try (PostgresProcess postgres = PostgresProcess.start(folder)) {
            new SchemaMigration(postgres.dataSource("postgres")).afterPropertiesSet();
            long taken = 0;
            try (Connection node = postgres.connect()) {
                node.setAutoCommit(false);
                for (int i = 0; i < OFTEN; i++) {
                    taken = next(node);
                }
                postgres.kill();
            } catch (SQLException gone) {
                assertThat(taken).as("asked before the crash").isPositive();
            }
            postgres.startAgain();

            try (HikariDataSource pool = asServersHaveIt(postgres)) {
                List<Long> firstOfEach = InParallel.run(4, () -> {
                    try (Connection connection = pool.getConnection()) {
                        return next(connection);
                    }
                });

                assertThat(firstOfEach).doesNotHaveDuplicates();
                assertThat(Collections.min(firstOfEach)).isGreaterThan(taken);
                pool.getHikariPoolMXBean().softEvictConnections();
                try (Connection later = pool.getConnection()) {
                    assertThat(next(later)).as("skipped once").isEqualTo(Collections.max(firstOfEach) + BLOCK);
                }
            }
        }
    }

    private static HikariDataSource asServersHaveIt(PostgresProcess postgres) throws Exception {
        String initial = (String) new YamlPropertySourceLoader()
                .load("application", new ClassPathResource("application.yml"))
                .get(0)
                .getProperty("spring.datasource.hikari.connection-init-sql");
        HikariDataSource pool = new HikariDataSource();
        pool.setDataSource(postgres.dataSource("postgres"));
        pool.setConnectionInitSql(initial);
        return pool;
    }

    private static long next(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet next = statement.executeQuery("SELECT nextval('seq_resource_id')")) {
            next.next();
            return next.getLong(1);
        }
    }
}
