package se.samspar.audit;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Serves nobody with a database role that could change the log, however that came about. */
@Component
class RestrictedRole implements SmartInitializingSingleton {

    private final JdbcTemplate jdbc;

    RestrictedRole(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void afterSingletonsInstantiated() {
        boolean mayChange = Boolean.TRUE.equals(jdbc.queryForObject(
                "SELECT has_table_privilege('audit_event', 'UPDATE, DELETE, TRUNCATE')"
                        + " OR has_table_privilege('audit_seal', 'UPDATE, DELETE, TRUNCATE')",
                Boolean.class));
        if (mayChange) {
            throw new IllegalStateException(
                    "The program's connections may change the access log: let them have the role"
                            + " samspar_app only, as spring.datasource.hikari.connection-init-sql does.");
        }
    }
}
