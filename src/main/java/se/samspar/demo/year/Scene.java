package se.samspar.demo.year;

import org.hl7.fhir.r4.model.Resource;

/**
 * What a course has at hand.
 *
 * @param diary what time it is in it
 * @param patient whom it is about
 */
record Scene(Loopback server, Diary diary, Chance chance, Resident patient) {

    /** A unit calls an operation, now. */
    Resource act(String unit, String operation, Sent sent) {
        return server.send(unit, diary.now(), "POST", operation, sent.parameters());
    }

    /** A unit writes a resource of its own by plain REST, now. */
    <T extends Resource> T post(String unit, T resource, Class<T> type) {
        return type.cast(server.send(unit, diary.now(), "POST", resource.fhirType(), resource));
    }

    <T extends Resource> T put(String unit, T resource, Class<T> type) {
        String path = resource.fhirType() + "/" + resource.getIdElement().getIdPart();
        return type.cast(server.send(unit, diary.now(), "PUT", path, resource));
    }

    int age() {
        return patient.age(diary.today());
    }

    /** From one value at the beginning of the year to another at its end: people learn. */
    double trend(double first, double last) {
        return first + (last - first) * diary.progress();
    }

    /** Does it happen, in a share of the cases that changes over the year? */
    boolean happens(double first, double last) {
        return chance.in(trend(first, last));
    }
}
