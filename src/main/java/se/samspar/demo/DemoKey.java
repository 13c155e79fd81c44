package se.samspar.demo;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.text.ParseException;
import java.util.List;
import java.util.UUID;
import org.springframework.context.annotation.DependsOn;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * The key that the demo's tokens are signed with, made once for each database: all nodes on it take each other's tokens,
 * also after a start. A key in the database is good enough for a demo, whose client secrets anyone can read.
 */
@Component
@Profile("demo")
@DependsOn("schemaMigration")
class DemoKey {

    private static final int BITS = 2048;

    private final RSAKey key;

    DemoKey(JdbcTemplate jdbc) throws JOSEException, ParseException {
        List<String> made = keys(jdbc);
        if (made.isEmpty()) {
            // Of nodes that start at once the first is believed.
            jdbc.update("INSERT INTO demo_issuer_key (jwk) VALUES (?) ON CONFLICT DO NOTHING", generate());
            made = keys(jdbc);
        }
        key = RSAKey.parse(made.get(0));
    }

    private static List<String> keys(JdbcTemplate jdbc) {
        return jdbc.queryForList("SELECT jwk FROM demo_issuer_key", String.class);
    }

    private static String generate() throws JOSEException {
        return new RSAKeyGenerator(BITS)
                .keyID(UUID.randomUUID().toString())
                .generate()
                .toJSONString();
    }

    /** Private and public. */
    RSAKey key() {
        return key;
    }
}
