package se.samspar.bench;

import java.nio.file.Path;
import java.util.List;
import se.samspar.bench.plain.PlainServer;

/** The plain HAPI JPA server; its client puts the resources together itself and sends them as one transaction. */
final class Plain implements Target {

    private final Personnummer personnummer = new Personnummer();

    @Override
    public String name() {
        return "plain";
    }

    @Override
    public String title() {
        return "plain HAPI";
    }

    @Override
    public List<String> program(Options options, int port, Path dataFolder) {
        return List.of(
                "-cp",
                options.target().resolve("classes") + ":" + options.target().resolve("app/lib") + "/*",
                PlainServer.class.getName(),
                "--server.address=127.0.0.1",
                "--server.port=" + port,
                "--plain.data-dir=" + dataFolder);
    }

    @Override
    public void signIn(FhirClient client) {
        // Open to everyone.
    }

    @Override
    public void prepare(FhirClient client) {
        for (String unit : List.of(SENDER, INBOX_CLINIC.id(), OTHER_CLINIC.id())) {
            client.send(new Call(unit, "PUT", "Organization/" + unit, Bodies.unit(unit)));
        }
    }

    @Override
    public Call submit(Clinic receiver) {
        return Call.post(SENDER, "", Bodies.transaction(SENDER, receiver, personnummer.next()));
    }
}
