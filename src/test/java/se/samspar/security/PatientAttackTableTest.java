package se.samspar.security;

import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import se.samspar.support.SamsparApi;
import se.samspar.support.SamsparTest;

/**
 * A patient after what is another's, or not for patients, by every way that {@code src/test/resources/patient-attacks.txt}
 * lists, with every scope there is. {@code own} is the patient's own id.
 */
@SamsparTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PatientAttackTableTest {

    private static final String EVERY_SCOPE =
            "patient/*.cruds system/*.cruds user/*.cruds samspar/admin samspar/population samspar/log-review";

    @Autowired
    SamsparApi api;

    private Secrets own;
    private Secrets secrets;
    private Secrets nobodys;
    private String token;

    @BeforeAll
    void twoPatientsHaveSecrets() {
        own = Secrets.of(api);
        secrets = Secrets.of(api);
        nobodys = Secrets.ofNobody();
        token = api.asPatient(own.byName().get("patient"), EVERY_SCOPE).token();
    }

    static Stream<Attack> attacks() throws IOException {
        return Attack.table("patient-attacks.txt");
    }

    @ParameterizedTest
    @MethodSource("attacks")
    void tellsNothing(Attack attack) {
        attack.with("{own}", own.byName().get("patient")).tellsNothing(api.baseUrl(), token, secrets, nobodys);
    }
}
