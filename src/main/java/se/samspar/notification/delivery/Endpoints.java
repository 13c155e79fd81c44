package se.samspar.notification.delivery;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import se.samspar.notification.NotificationProperties;

/** Where notifications may go. Asked when a subscription is written, and again at every delivery. */
@Component
public class Endpoints {

    private final List<AllowedEndpoint> allowed;
    private final AddressLookup lookup;

    Endpoints(NotificationProperties properties, AddressLookup lookup) {
        this.allowed = properties.endpoints().stream().map(AllowedEndpoint::of).toList();
        this.lookup = lookup;
    }

    /** What speaks against an endpoint; empty when it may be used. */
    public Optional<String> obstacle(String endpoint) {
        return parse(endpoint).filter(Endpoints::isPlain).isEmpty()
                ? Optional.of("The endpoint is no plain http or https URL.")
                : allowed.stream()
                                .noneMatch(entry -> entry.covers(parse(endpoint).orElseThrow()))
                        ? Optional.of("The endpoint is not on the list of this server.")
                        : Optional.empty();
    }

    /** Is what is sent there kept secret on the way? */
    public static boolean isSecret(String endpoint) {
        return String.valueOf(endpoint).toLowerCase(Locale.ROOT).startsWith("https://");
    }

    private static Optional<URI> parse(String endpoint) {
        try {
            return Optional.of(new URI(endpoint == null ? "" : endpoint));
        } catch (URISyntaxException malformed) {
            return Optional.empty();
        }
    }

    /** Nothing in it means something else to somebody else. */
    private static boolean isPlain(URI endpoint) {
        return List.of("http", "https").contains(String.valueOf(endpoint.getScheme()))
                && endpoint.getHost() != null
                && endpoint.getRawUserInfo() == null
                && endpoint.getRawFragment() == null
                && endpoint.equals(endpoint.normalize())
                && !String.valueOf(endpoint.getRawPath()).matches("(?i).*(%2e|%2f|%5c|\\\\).*");
    }

    /**
     * The addresses of a host that notifications may go to.
     *
     * @throws UnknownHostException when there are none
     */
    InetAddress[] addresses(String host) throws UnknownHostException {
        String name = host.contains(":") && !host.startsWith("[") ? "[" + host + "]" : host; // as in a URL
        InetAddress[] addresses = Stream.of(lookup.of(host))
                .filter(address -> allowed.stream().anyMatch(entry -> entry.covers(name) && entry.permits(address)))
                .toArray(InetAddress[]::new);
        if (addresses.length == 0) {
            throw new UnknownHostException("no address that notifications may go to");
        }
        return addresses;
    }
}
