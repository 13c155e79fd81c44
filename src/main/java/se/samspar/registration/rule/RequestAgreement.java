package se.samspar.registration.rule;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.ServiceRequest;
import se.samspar.directory.TrackCatalogue;
import se.samspar.fhir.Encounters;
import se.samspar.registration.half.Halves;
import se.samspar.registration.half.Registration;
import se.samspar.registration.half.RequestUnits;
import se.samspar.rule.Finding;
import se.samspar.store.Records;

/**
 * How a half agrees with the requests it answers: it is of their patient; for a digital consultation the visit is at the
 * requesting unit and the contact is the receiving unit's.
 */
final class RequestAgreement {

    private RequestAgreement() {}

    /** What disagrees between a half and the requests that it is itself based on. */
    static Stream<Finding> ofHalf(Encounter half, Records records, TrackCatalogue tracks) {
        return Stream.concat(ofPatient(half, records), ofUnit(half, half, records, tracks));
    }

    /** What disagrees between a visit and the requests that its contact is based on. */
    static Stream<Finding> ofVisit(Encounter visit, Encounter contact, Records records, TrackCatalogue tracks) {
        return visit.hasBasedOn() ? Stream.empty() : ofUnit(visit, contact, records, tracks);
    }

    /** The requests that both are based on, as literal references. */
    static Set<String> shared(Encounter one, Encounter other) {
        Set<String> shared = requests(one);
        shared.retainAll(requests(other));
        return shared;
    }

    static Set<String> requests(Encounter half) {
        return half.getBasedOn().stream()
                .map(Halves::literal)
                .filter(literal -> !literal.isEmpty())
                .collect(Collectors.toSet());
    }

    private static Stream<Finding> ofPatient(Encounter half, Records records) {
        return Registration.requestsOf(half, records)
                .filter(request -> !Halves.isSame(half.getSubject(), request.getSubject()))
                .map(request -> Finding.at("Encounter.subject", "The request is about another patient."))
                .limit(1);
    }

    private static Stream<Finding> ofUnit(Encounter half, Encounter based, Records records, TrackCatalogue tracks) {
        return Registration.requestsOf(based, records)
                .filter(request -> Registration.isConsultation(request, tracks))
                .filter(request -> !units(half, request, records).contains(Halves.literal(half.getServiceProvider())))
                .map(request -> Finding.at(
                        "Encounter.serviceProvider",
                        "The visit is the requesting unit's and the contact the receiving unit's."))
                .limit(1);
    }

    private static Set<String> units(Encounter half, ServiceRequest request, Records records) {
        if (Encounters.isContact(half)) {
            return RequestUnits.receiving(request, records);
        }
        return Encounters.isClinicVisit(half)
                ? RequestUnits.requesting(request, records)
                : RequestUnits.of(request, records);
    }
}
