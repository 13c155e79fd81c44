package se.samspar.bench;

import java.nio.file.Path;
import java.util.List;

/** A server under measurement: how it is started, and how each kind of work is asked of it. */
interface Target {

    /** The health centre that sends all requests. */
    String SENDER = "vc-dalby";

    /** The clinic whose inbox is read. Nothing is sent there while it is measured, so that every round finds it alike. */
    Clinic INBOX_CLINIC = new Clinic("sus-ortopedi", "1324");

    /** The clinic that gets what is sent while sending is measured. */
    Clinic OTHER_CLINIC = new Clinic("sus-handkirurgi", "1313");

    /**
     * A receiving unit.
     *
     * @param specialty its code in HSA's list of activities
     */
    record Clinic(String id, String specialty) {}

    /** Short name for folders and logs. */
    String name();

    String title();

    /** What follows {@code java} and its flags: the program and its arguments. */
    List<String> program(Options options, int port, Path dataFolder);

    /** Gets what the client needs before it may ask, anew after every start. */
    void signIn(FhirClient client);

    /** Writes what has to be there before the first request is sent; called once, after the first start. */
    void prepare(FhirClient client);

    /** A request for a patient that the server has not seen before. */
    Call submit(Clinic receiver);

    default Call inbox() {
        return Call.get(
                INBOX_CLINIC.id(),
                "Task?owner=Organization/" + INBOX_CLINIC.id() + "&status=requested&_sort=-authored-on&_count=20");
    }

    default Call read(String requestId) {
        return Call.get(SENDER, "ServiceRequest/" + requestId);
    }
}
