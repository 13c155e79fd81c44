package se.samspar.security;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import se.samspar.support.HttpAnswer;
import se.samspar.support.SamsparApi;
import se.samspar.support.SamsparTest;

/** Scopes and claims that look like those that allow something, and do not. */
@SamsparTest
class ScopeTricksTest {

    @Autowired
    SamsparApi api;

    @Autowired
    JWKSource<SecurityContext> demoKeys;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "user/*.rs",
                "user/Task.rs",
                "patient/*.rs",
                "system/*.read",
                "system/*.*",
                "system/Task.read",
                "system/Task.sr",
                "system/Task.c",
                "system/Tasks.rs",
                "system/task.rs",
                "System/Task.rs",
                "SYSTEM/*.cruds",
                "system/Task.rs?status=requested",
                "system/Patient.rs",
                "system/Tas*.rs",
                "system/**.rs",
                "system/.rs",
                "xsystem/Task.rs",
                "system/Task.rsx",
                "system/Task,rs",
                "system/*.rs,openid",
                "\"system/*.rs\"",
                "[system/*.rs]",
                "launch openid fhirUser offline_access"
            })
    void allowNothing(String scope) {
        ask(Map.of("scope", scope)).refused(403);
    }

    @Test
    void thoseThatAllowItDo() {
        ask(Map.of("scope", "system/Task.rs")).expect(200);
        ask(Map.of("scope", List.of("openid", "system/Task.rs"))).expect(200);
        ask(Map.of("scp", List.of("system/Task.rs"))).expect(200);
        ask(Map.of("scope", "user/Task.rs", "employeeHsaId", "SE2321000255-DEMO-NAGON"))
                .expect(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "SE0000000000-NONE",
                "se2321000255-demo-vc-dalby",
                "SE2321000255-DEMO-VC-DALBY ",
                "*",
                "vc-dalby",
                "Organization/vc-dalby",
                "SE2321000255-DEMO-VC-DALBY,SE2321000255-DEMO-SUS-ORTOPEDI",
                "SE2321000255-DEMO-VC-%"
            })
    void aUnitThatIsNotInTheDirectoryIsNone(String unit) {
        ask(Map.of("scope", "system/*.cruds", "careUnitHsaId", unit)).refused(403);
    }

    @Test
    void severalUnitsAtOnceAreNone() {
        ask(Map.of(
                        "scope",
                        "system/*.cruds",
                        "careUnitHsaId",
                        List.of("SE2321000255-DEMO-VC-DALBY", "SE2321000255-DEMO-SUS-ORTOPEDI")))
                .refused(403);
    }

    @Test
    void aTokenWithoutAClientIsNobodys() {
        ask(Map.of("scope", "system/*.cruds", "sub", " ")).refused(403);
    }

    /** Asks for work items with these claims, those of Dalby where they do not say otherwise. */
    private HttpAnswer ask(Map<String, Object> claims) {
        Instant now = Instant.now();
        JwtClaimsSet set = JwtClaimsSet.builder()
                .issuer(api.baseUrl())
                .subject("vc-dalby")
                .issuedAt(now)
                .expiresAt(now.plusSeconds(600))
                .claim("careUnitHsaId", "SE2321000255-DEMO-" + "vc-dalby".toUpperCase(Locale.ROOT))
                .claims(all -> all.putAll(claims))
                .build();
        String token = new NimbusJwtEncoder(demoKeys)
                .encode(JwtEncoderParameters.from(set))
                .getTokenValue();
        return api.withToken(token).get("Task?_count=1");
    }
}
