package se.samspar.bench;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Samspår with its demo region: tokens, access, profiles and rules all on. */
final class Samspar implements Target {

    private static final Pattern TOKEN = Pattern.compile("\"access_token\"\\s*:\\s*\"([^\"]+)\"");

    private final Personnummer personnummer = new Personnummer();

    @Override
    public String name() {
        return "samspar";
    }

    @Override
    public String title() {
        return "Samspår";
    }

    @Override
    public List<String> program(Options options, int port, Path dataFolder) {
        return program(options.target().resolve("app/samspar.jar"), port, dataFolder);
    }

    static List<String> program(Path jar, int port, Path dataFolder) {
        return List.of(
                "-jar",
                jar.toString(),
                "--spring.profiles.active=demo",
                "--server.address=127.0.0.1",
                "--server.port=" + port,
                "--samspar.embedded.data-dir=" + dataFolder,
                "--samspar.identity-lookup.per-minute=1000000"); // one unit sends for a whole region here
    }

    @Override
    public void signIn(FhirClient client) {
        client.get("/actuator/health/readiness");
        for (String unit : List.of(SENDER, INBOX_CLINIC.id())) {
            String secret = unit + ":demo-" + unit;
            String basic = Base64.getEncoder().encodeToString(secret.getBytes(StandardCharsets.UTF_8));
            String answer = client.postForm("/oauth2/token", "grant_type=client_credentials", "Basic " + basic);
            Matcher token = TOKEN.matcher(answer);
            if (!token.find()) {
                throw new IllegalStateException("No token for " + unit);
            }
            client.useToken(unit, token.group(1));
        }
    }

    @Override
    public void prepare(FhirClient client) {
        // The demo region is there after the first start.
    }

    @Override
    public Call submit(Clinic receiver) {
        return Call.post(SENDER, "ServiceRequest/$submit", Bodies.submit(SENDER, receiver, personnummer.next()));
    }
}
