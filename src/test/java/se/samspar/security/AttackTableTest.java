package se.samspar.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import se.samspar.support.SamsparApi;
import se.samspar.support.SamsparTest;

/**
 * One unit after what is another's, by every way that {@code src/test/resources/attacks.txt} lists (ALL-3). Each attempt
 * gets the status that stands there, nothing of the other unit's in body or headers, and the very same answer when it is
 * made after somebody who is not there at all.
 */
@SamsparTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AttackTableTest {

    @Autowired
    SamsparApi api;

    private Secrets secrets;
    private Secrets nobodys;

    @BeforeAll
    void twoUnitsHaveSecrets() {
        secrets = Secrets.of(api);
        nobodys = Secrets.ofNobody();
    }

    static Stream<Attack> attacks() throws IOException {
        return Attack.table("attacks.txt");
    }

    @ParameterizedTest
    @MethodSource("attacks")
    void tellsNothing(Attack attack) {
        attack.tellsNothing(api.baseUrl(), api.as("vc-limhamn").token(), secrets, nobodys);
    }

    /** Otherwise the table would show nothing: what is hidden above is there for those who take part. */
    @Test
    void thoseWhoTakePartSeeAllOfIt() {
        String seen = Stream.of(
                        "ServiceRequest/{request}",
                        "Patient/{patient}",
                        "Task/{task}",
                        "Communication/{answer}",
                        "DocumentReference/{document}",
                        "Binary/{document}",
                        "Patient?identifier={number}",
                        "Subscription/{subscription}",
                        "CarePlan/{pathway}",
                        "Observation/{value}")
                .map(path ->
                        api.as("vc-dalby").get(secrets.in(path)).expect(200).body())
                .reduce("", String::concat);

        assertThat(secrets.byName().values()).allMatch(seen::contains);
    }
}
