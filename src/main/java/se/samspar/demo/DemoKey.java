package se.samspar.demo;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.text.ParseException;
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
        // Of nodes that start at once the first is believed.
        jdbc.update("INSERT INTO demo_issuer_key (jwk) VALUES (?) ON CONFLICT DO NOTHING", generate());
        key = RSAKey.parse(jdbc.queryForObject("SELECT jwk FROM demo_issuer_key", String.class));
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
