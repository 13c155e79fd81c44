package se.samspar.support;

import java.net.InetAddress;
import java.util.Map;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import se.samspar.notification.delivery.AddressLookup;

/** Hosts that exist in tests only; all others are looked up as usual. */
@TestConfiguration
public class TestAddresses {

    private static final Map<String, String> KNOWN = Map.of(
            "a.rebound.example", "127.0.0.1",
            "named.rebound.example", "127.0.0.1",
            "b.rebound.example", "10.1.2.3",
            "c.rebound.example", "169.254.169.254");

    @Bean
    @Primary
    AddressLookup testLookup() {
        return host -> KNOWN.containsKey(host)
                ? new InetAddress[] {InetAddress.getByName(KNOWN.get(host))}
                : InetAddress.getAllByName(host);
    }
}
