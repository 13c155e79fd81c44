package se.samspar.support;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;

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
            "samspar.identity-lookup.units[" + SamsparTest.CURIOUS_UNIT + "]=3"
        })
@ActiveProfiles("demo")
@Import(SamsparApi.class)
public @interface SamsparTest {

    /** Where clients are told to find the server. */
    String PUBLIC_ADDRESS = "https://samspar.region.example";

    /** May look up hardly anyone. */
    String CURIOUS_UNIT = "SE2321000255-DEMO-VC-TABELUND";
}
