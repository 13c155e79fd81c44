package se.samspar.bench;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import se.samspar.bench.Target.Clinic;

/** The resources that are sent: the same content to both servers. */
final class Bodies {

    private static final String BASE = "https://samspar.example/fhir/";

    private static final String PATIENT =
            """
            {"resourceType":"Patient","identifier":[{"system":"http://electronichealth.se/identifier/personnummer",\
            "value":"%s"}],"name":[{"family":"Testsson","given":["Tolvan"]}],"gender":"unknown"}""";

    private static final String WORK_UP =
            """
            {"url":"%sStructureDefinition/work-up",\
            "valueMarkdown":"Artrosskola genomförd. Slätröntgen visar måttlig artros medialt."}"""
                    .formatted(BASE);

    private static final String TRACK =
            """
            {"system":"%sCodeSystem/track","code":"digital-specialistkonsultation"}""".formatted(BASE);

    /** Extensions, subject, further elements, requester, receiver, specialty. */
    private static final String REQUEST =
            """
            {"resourceType":"ServiceRequest","extension":[%s],"status":"active","intent":"order",\
            "category":[{"coding":[%s]}],"priority":"routine","subject":%s,%s\
            "requester":{"reference":"Organization/%s"},"performer":[{"reference":"Organization/%s"}],\
            "performerType":{"coding":[{"system":"urn:oid:1.2.752.129.2.2.1.3","code":"%s"}]},\
            "reasonCode":[{"text":"Tilltagande knäsmärta sedan ett år. Finns indikation för operation?"}]}""";

    /** What Samspår adds to a request. */
    private static final String VERSION =
            """
            {"url":"%1$sStructureDefinition/request-version","extension":[{"url":"number","valuePositiveInt":1},\
            {"url":"reason","valueCode":"NR"}]}"""
                    .formatted(BASE);

    /** The work item that Samspår makes: track, focus, patient, times, units, deadline. */
    private static final String TASK =
            """
            {"resourceType":"Task","status":"requested","intent":"order","priority":"routine","code":{"coding":[%s]},\
            "focus":{"reference":"urn:uuid:00000000-0000-4000-8000-000000000002"},\
            "for":{"reference":"urn:uuid:00000000-0000-4000-8000-000000000001"},"authoredOn":"%s",\
            "lastModified":"%s","requester":{"reference":"Organization/%s"},"owner":{"reference":"Organization/%s"},\
            "restriction":{"period":{"end":"%s"}}}""";

    private static final String TRANSACTION =
            """
            {"resourceType":"Bundle","type":"transaction","entry":[\
            {"fullUrl":"urn:uuid:00000000-0000-4000-8000-000000000001","resource":%s,"request":{"method":"POST",\
            "url":"Patient","ifNoneExist":"identifier=http://electronichealth.se/identifier/personnummer|%s"}},\
            {"fullUrl":"urn:uuid:00000000-0000-4000-8000-000000000002","resource":%s,"request":{"method":"POST",\
            "url":"ServiceRequest"}},\
            {"fullUrl":"urn:uuid:00000000-0000-4000-8000-000000000003","resource":%s,"request":{"method":"POST",\
            "url":"Task"}}]}""";

    private Bodies() {}

    /** Parameters of {@code $submit}. */
    static String submit(String sender, Clinic receiver, String personnummer) {
        String subject =
                "{\"identifier\":{\"system\":\"http://electronichealth.se/identifier/personnummer\",\"value\":\"%s\"}}"
                        .formatted(personnummer);
        String request = REQUEST.formatted(WORK_UP, TRACK, subject, "", sender, receiver.id(), receiver.specialty());
        return ("{\"resourceType\":\"Parameters\",\"parameter\":[{\"name\":\"request\",\"resource\":%s},"
                        + "{\"name\":\"patient\",\"resource\":%s}]}")
                .formatted(request, PATIENT.formatted(personnummer));
    }

    /** The same as a transaction, in which the client does what {@code $submit} does on the server. */
    static String transaction(String sender, Clinic receiver, String personnummer) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        String request = REQUEST.formatted(
                WORK_UP + "," + VERSION,
                TRACK,
                "{\"reference\":\"urn:uuid:00000000-0000-4000-8000-000000000001\"}",
                "\"authoredOn\":\"%s\",".formatted(now),
                sender,
                receiver.id(),
                receiver.specialty());
        String task = TASK.formatted(TRACK, now, now, sender, receiver.id(), now.plus(2, ChronoUnit.DAYS));
        return TRANSACTION.formatted(PATIENT.formatted(personnummer), personnummer, request, task);
    }

    static String unit(String id) {
        return "{\"resourceType\":\"Organization\",\"id\":\"%s\",\"active\":true,\"name\":\"%s\"}".formatted(id, id);
    }
}
