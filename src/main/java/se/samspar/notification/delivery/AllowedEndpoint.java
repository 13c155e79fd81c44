package se.samspar.notification.delivery;

import java.net.InetAddress;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where notifications may go: an entry of {@code samspar.notification.endpoints}, such as
 * {@code https://platform.region.example/fhir}. {@code *.} before the host stands for all hosts below it, {@code :*}
 * after it for all its ports.
 */
record AllowedEndpoint(String scheme, String host, boolean below, Optional<Integer> port, String path) {

    private static final Pattern FORM =
            Pattern.compile("(https?)://(\\*\\.)?([a-z0-9.-]+|\\[[0-9a-f:]+])(?::(\\d+|\\*))?(/.*)?");

    private static final int HTTP = 80;
    private static final int HTTPS = 443;

    /**
     * Reads an entry.
     *
     * @throws IllegalArgumentException when it is none
     */
    static AllowedEndpoint of(String entry) {
        Matcher form = FORM.matcher(entry.strip().toLowerCase(Locale.ROOT));
        if (!form.matches()) {
            throw new IllegalArgumentException(
                    "samspar.notification.endpoints: %s is no URL such as https://platform.region.example/fhir"
                            .formatted(entry));
        }
        String scheme = form.group(1);
        Optional<Integer> port = "*".equals(form.group(4))
                ? Optional.empty()
                : Optional.of(form.group(4) == null ? port(scheme) : Integer.valueOf(form.group(4)));
        String path = form.group(5) == null ? "" : entry.strip().substring(form.start(5));
        return new AllowedEndpoint(scheme, form.group(3), form.group(2) != null, port, path.replaceFirst("/$", ""));
    }

    private static int port(String scheme) {
        return scheme.equals("https") ? HTTPS : HTTP;
    }

    boolean covers(URI endpoint) {
        int asked = endpoint.getPort() < 0 ? port(endpoint.getScheme()) : endpoint.getPort();
        String rest = endpoint.getRawPath() == null ? "" : endpoint.getRawPath();
        return endpoint.getScheme().equals(scheme)
                && covers(endpoint.getHost())
                && port.filter(only -> only != asked).isEmpty()
                && (rest.equals(path) || rest.startsWith(path + "/"));
    }

    boolean covers(String name) {
        String asked = name.toLowerCase(Locale.ROOT);
        return below ? asked.endsWith("." + host) : asked.equals(host);
    }

    /**
     * May a host of the entry have this address? One of the network that the server itself is in only where the entry
     * names the host, and one of this very machine only where it names that: a name may be made to lead anywhere.
     */
    boolean permits(InetAddress address) {
        if (Addresses.isPublic(address)) {
            return true;
        }
        return Addresses.isOfSite(address) ? !below : isLiteral();
    }

    private boolean isLiteral() {
        return !below && (host.equals("localhost") || host.startsWith("[") || host.matches("[0-9.]+"));
    }
}
