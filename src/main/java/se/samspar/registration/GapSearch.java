package se.samspar.registration;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Procedure;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ServiceRequest;
import se.samspar.directory.TrackCatalogue;
import se.samspar.fhir.Encounters;
import se.samspar.fhir.generated.RuleCode;
import se.samspar.registration.half.Halves;
import se.samspar.registration.half.Registration;
import se.samspar.store.ResourceStore;

/** Looks for gaps in a batch of encounters of one unit, with five searches however many there are. */
final class GapSearch {

    private final List<Encounter> halves;
    private final List<Encounter> visitsOfContacts;
    private final List<Procedure> procedures;
    private final List<Condition> conditions;

    GapSearch(ResourceStore store, TrackCatalogue tracks, List<Encounter> encounters) {
        Set<String> visitsWithContact =
                search(store, Encounter.class, "part-of", encounters.stream().map(Halves::literal)).stream()
                        .filter(contact -> Encounters.isContact(contact) && !Encounters.isAbandoned(contact))
                        .map(contact -> Halves.literal(contact.getPartOf()))
                        .collect(Collectors.toSet());
        Set<String> consultations = search(
                        store,
                        ServiceRequest.class,
                        "_id",
                        encounters.stream().flatMap(encounter -> ids(encounter.getBasedOn())))
                .stream()
                .filter(request -> Registration.isConsultation(request, tracks))
                .map(HalfFactory::literal)
                .collect(Collectors.toSet());
        Predicate<Encounter> isConsultationVisit = visit -> visitsWithContact.contains(Halves.literal(visit))
                || visit.getBasedOn().stream().map(Halves::literal).anyMatch(consultations::contains);
        halves = encounters.stream()
                .filter(encounter -> Encounters.isContact(encounter) || isConsultationVisit.test(encounter))
                .toList();
        visitsOfContacts =
                search(store, Encounter.class, "_id", halves.stream().flatMap(half -> ids(List.of(half.getPartOf()))));
        procedures = search(store, Procedure.class, "encounter", halves.stream().map(Halves::literal));
        conditions = search(store, Condition.class, "encounter", halves.stream().map(Halves::literal));
    }

    List<Gap> gaps() {
        return halves.stream()
                .map(half -> new Gap(half, missing(half), since(half)))
                .filter(gap -> !gap.missing().isEmpty())
                .toList();
    }

    /** A half that its unit has not finished yet lacks its code, whether or not that has been filled in for it. */
    private List<RuleCode> missing(Encounter half) {
        List<RuleCode> missing = new ArrayList<>();
        if (Encounters.isContact(half)) {
            if (!Encounters.isFinished(half)) {
                missing.add(RuleCode.CONSULTATION_CODED);
            }
            if (!hasVisit(half)) {
                missing.add(RuleCode.REGISTRATIONS_AGREE);
            }
        } else if (!Encounters.isFinished(half) || !Halves.hasDistanceCode(half, procedures)) {
            missing.add(RuleCode.VISIT_HAS_DISTANCE_CODE);
        }
        if (!Halves.hasDiagnosis(half, conditions)) {
            missing.add(RuleCode.DIAGNOSIS_REGISTERED);
        }
        return missing;
    }

    private boolean hasVisit(Encounter contact) {
        return visitsOfContacts.stream()
                .filter(visit -> !Encounters.isAbandoned(visit))
                .map(Halves::literal)
                .anyMatch(Halves.literal(contact.getPartOf())::equals);
    }

    private static DateTimeType since(Encounter half) {
        if (half.getPeriod().hasEnd()) {
            return half.getPeriod().getEndElement();
        }
        return half.getPeriod().hasStart()
                ? half.getPeriod().getStartElement()
                : new DateTimeType(half.getMeta().getLastUpdated());
    }

    private static Stream<String> ids(List<Reference> references) {
        return references.stream()
                .filter(Reference::hasReference)
                .map(reference -> reference.getReferenceElement().getIdPart());
    }

    private static <T extends Resource> List<T> search(
            ResourceStore store, Class<T> type, String parameter, Stream<String> values) {
        String list = RegistrationGaps.list(values.distinct());
        return list.isEmpty() ? List.of() : store.search(type, parameter + "=" + list);
    }
}
