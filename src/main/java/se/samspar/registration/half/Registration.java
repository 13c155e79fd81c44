package se.samspar.registration.half;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Procedure;
import org.hl7.fhir.r4.model.ServiceRequest;
import se.samspar.directory.TrackCatalogue;
import se.samspar.fhir.Encounters;
import se.samspar.fhir.generated.RuleCode;
import se.samspar.store.Records;

/** What belongs to a registration. */
public final class Registration {

    private Registration() {}

    /** The visit that the contact is part of. */
    public static Optional<Encounter> visitOf(Encounter contact, Records records) {
        return records.find(contact.getPartOf(), Encounter.class);
    }

    /** The specialists' contacts that are part of the visit, abandoned ones left out. */
    public static List<Encounter> contactsOf(Encounter visit, Records records) {
        return records.search(Encounter.class, "part-of=" + Halves.literal(visit)).stream()
                .filter(contact -> Encounters.isContact(contact) && !Encounters.isAbandoned(contact))
                .toList();
    }

    /** Is it a request on a track where two units register one consultation? The catalogue says so by the rule. */
    public static boolean isConsultation(ServiceRequest request, TrackCatalogue tracks) {
        return tracks.askFor(RuleCode.REGISTRATIONS_AGREE, request);
    }

    /** Is it the primary care visit of a consultation, by its request or by a contact that is part of it? */
    public static boolean isConsultationVisit(Encounter visit, Records records, TrackCatalogue tracks) {
        return Encounters.isClinicVisit(visit)
                && (requestsOf(visit, records).anyMatch(request -> isConsultation(request, tracks))
                        || !contactsOf(visit, records).isEmpty());
    }

    /** The requests that the encounter is based on. */
    public static Stream<ServiceRequest> requestsOf(Encounter encounter, Records records) {
        return encounter.getBasedOn().stream()
                .flatMap(reference -> records.find(reference, ServiceRequest.class).stream());
    }

    public static List<Procedure> proceduresOf(Encounter encounter, Records records) {
        return records.search(Procedure.class, "encounter=" + Halves.literal(encounter));
    }

    public static List<Condition> conditionsOf(Encounter encounter, Records records) {
        return records.search(Condition.class, "encounter=" + Halves.literal(encounter));
    }
}
