package se.samspar.support;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;

/**
 * A test against the real server with the demo region on a real PostgreSQL. All such tests share one server, so each
 * works with patients of its own and counts on nothing else being absent.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "samspar.embedded.data-dir=target/test-database/${random.uuid}",
            "samspar.server.base-url=" + SamsparTest.PUBLIC_ADDRESS + "/",
            "samspar.identity-lookup.per-minute=100000",
            "samspar.identity-lookup.units[" + SamsparTest.CURIOUS_UNIT + "]=3",
            "samspar.notification.endpoints=" + SamsparTest.ENDPOINTS,
            "samspar.notification.deliveries=4",
            "samspar.notification.timeout=PT2S",
            "samspar.notification.retry-first=PT0.1S",
            "samspar.notification.retry-most=PT1S",
            "samspar.notification.poll=PT0.5S",
            "samspar.followup.schedule.look=PT24H" // tests make the reports of their own units
        })
@ActiveProfiles("demo")
@Import({SamsparApi.class, TestAddresses.class})
@ContextConfiguration(initializers = TestTls.class)
public @interface SamsparTest {

    /** Where clients are told to find the server. */
    String PUBLIC_ADDRESS = "https://samspar.region.example";

    /** Where notifications may go. */
    String ENDPOINTS =
            "http://localhost:*,https://localhost:*,https://127.0.0.1:*,http://*.rebound.example:*,http://named.rebound.example:*,"
                    + "https://platform.region.example/samspar";

    /** May look up hardly anyone. */
    String CURIOUS_UNIT = "SE2321000255-DEMO-VC-TABELUND";
}
