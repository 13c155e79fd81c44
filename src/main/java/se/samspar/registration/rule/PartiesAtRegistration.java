package se.samspar.registration.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Encounter.EncounterParticipantComponent;
import org.hl7.fhir.r4.model.PractitionerRole;
import org.hl7.fhir.r4.model.Reference;
import se.samspar.directory.Physicians;
import se.samspar.directory.TrackCatalogue;
import se.samspar.fhir.Encounters;
import se.samspar.fhir.generated.PasisProfessionalCategory;
import se.samspar.registration.half.Halves;
import se.samspar.registration.half.Registration;
import se.samspar.rule.Finding;
import se.samspar.rule.RuleContext;
import se.samspar.store.Records;

/**
 * Who took part in a registered consultation: the physician at the health centre, whom the visit names, and the
 * specialist, whom the contact names.
 */
final class PartiesAtRegistration {

    private final TrackCatalogue tracks;
    private final Physicians physicians;

    PartiesAtRegistration(TrackCatalogue tracks, Physicians physicians) {
        this.tracks = tracks;
        this.physicians = physicians;
    }

    Stream<Finding> check(Encounter encounter, RuleContext context) {
        Records records = Records.of(context);
        if (!Encounters.hasBegun(encounter)) {
            return Stream.empty();
        }
        if (Encounters.isContact(encounter)) {
            Optional<Encounter> visit =
                    Registration.visitOf(encounter, records).filter(found -> !Encounters.isAbandoned(found));
            return Stream.of(
                            party(encounter, "specialist", records),
                            category(encounter, records),
                            visit.map(found -> party(found, "primary care physician", records))
                                    .orElse(List.of()),
                            visit.map(found -> twoPeople(encounter, found)).orElse(List.of()))
                    .flatMap(List::stream);
        }
        return Encounters.isFinished(encounter) && Registration.isConsultationVisit(encounter, records, tracks)
                ? party(encounter, "primary care physician", records).stream()
                : Stream.empty();
    }

    private List<Finding> party(Encounter half, String who, Records records) {
        List<Finding> findings = new ArrayList<>();
        if (staff(half).findAny().isEmpty()) {
            findings.add(Finding.at("Encounter.participant", "The " + who + " is not named."));
        } else if (staff(half).noneMatch(person -> physicians.mayBe(person, records))) {
            findings.add(Finding.at(
                    "Encounter.participant",
                    "Whoever is named as the " + who + " is no physician (codes in ValueSet/physician)."));
        }
        if (half.getServiceProvider().isEmpty()) {
            findings.add(Finding.at("Encounter.serviceProvider", "The unit of the " + who + " is not named."));
        } else if (staff(half).anyMatch(person -> worksElsewhere(person, half.getServiceProvider(), records))) {
            findings.add(Finding.at("Encounter.participant", "The " + who + " does not work at the unit."));
        }
        return findings;
    }

    /** Category 10 says of a person that it is a physician, so of several it is said of one who is. */
    private List<Finding> category(Encounter contact, Records records) {
        boolean hasPhysician = staff(contact).anyMatch(person -> physicians.mayBe(person, records));
        boolean wrong = hasPhysician
                && contact.getParticipant().stream()
                        .filter(participant ->
                                participant.getType().stream().anyMatch(PasisProfessionalCategory.CODE_10::isIn))
                        .anyMatch(participant -> !physicians.mayBe(participant.getIndividual(), records));
        return wrong
                ? List.of(Finding.at("Encounter.participant.type", "Professional category 10 is for physicians."))
                : List.of();
    }

    private static List<Finding> twoPeople(Encounter contact, Encounter visit) {
        boolean same = staff(contact).anyMatch(one -> staff(visit).anyMatch(other -> Halves.isSame(one, other)));
        return same
                ? List.of(Finding.at("Encounter.participant", "One person cannot be both physician and specialist."))
                : List.of();
    }

    private static boolean worksElsewhere(Reference person, Reference unit, Records records) {
        return records.find(person, PractitionerRole.class)
                .filter(role -> role.getOrganization().hasReference() && unit.hasReference())
                .filter(role -> !Halves.isSame(role.getOrganization(), unit))
                .isPresent();
    }

    /** Who of the staff took part, by reference or by HSA-id alone. */
    private static Stream<Reference> staff(Encounter half) {
        return half.getParticipant().stream()
                .map(EncounterParticipantComponent::getIndividual)
                .filter(person -> person.hasReference() || person.hasIdentifier())
                .filter(person -> !Halves.literal(person).startsWith("RelatedPerson/"));
    }
}
