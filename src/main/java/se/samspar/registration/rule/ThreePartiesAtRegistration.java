package se.samspar.registration.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Encounter.EncounterParticipantComponent;
import org.hl7.fhir.r4.model.PractitionerRole;
import org.hl7.fhir.r4.model.Reference;
import se.samspar.directory.TrackCatalogue;
import se.samspar.registration.half.Halves;
import se.samspar.registration.half.Registration;
import se.samspar.rule.Finding;
import se.samspar.rule.Rule;
import se.samspar.rule.RuleContext;
import se.samspar.rule.RuleInfo;
import se.samspar.rule.Severity;
import se.samspar.store.Records;

/**
 * A registered consultation had three parties: the patient and the primary care physician at the health centre, whom the
 * visit names, and the specialist, whom the contact names.
 */
@RuleInfo(
        code = "three-parties",
        severity = Severity.BLOCK,
        requirement = "DSK-1",
        remedy = "Name the patient, the primary care physician and the specialist as participants, the first two at the"
                + " health centre.")
final class ThreePartiesAtRegistration implements Rule<Encounter> {

    private final TrackCatalogue tracks;

    ThreePartiesAtRegistration(TrackCatalogue tracks) {
        this.tracks = tracks;
    }

    @Override
    public Stream<Finding> check(Encounter encounter, RuleContext context) {
        if (!Halves.hasBegun(encounter)) {
            return Stream.empty();
        }
        if (Halves.isContact(encounter)) {
            Optional<Encounter> visit =
                    Registration.visitOf(encounter, Records.of(context)).filter(found -> !Halves.isAbandoned(found));
            return Stream.of(
                            party(encounter, "specialist", context),
                            visit.map(found -> party(found, "primary care physician", context))
                                    .orElse(List.of()),
                            visit.map(found -> twoPeople(encounter, found)).orElse(List.of()))
                    .flatMap(List::stream);
        }
        return Halves.isFinished(encounter) && Registration.isConsultationVisit(encounter, Records.of(context), tracks)
                ? party(encounter, "primary care physician", context).stream()
                : Stream.empty();
    }

    private static List<Finding> party(Encounter half, String who, RuleContext context) {
        List<Finding> findings = new ArrayList<>();
        if (staff(half).findAny().isEmpty()) {
            findings.add(Finding.at("Encounter.participant", "The " + who + " is not named."));
        }
        if (half.getServiceProvider().isEmpty()) {
            findings.add(Finding.at("Encounter.serviceProvider", "The unit of the " + who + " is not named."));
        } else if (staff(half).anyMatch(person -> worksElsewhere(person, half.getServiceProvider(), context))) {
            findings.add(Finding.at("Encounter.participant", "The " + who + " does not work at the unit."));
        }
        return findings;
    }

    private static List<Finding> twoPeople(Encounter contact, Encounter visit) {
        boolean same = staff(contact).anyMatch(one -> staff(visit).anyMatch(other -> Halves.isSame(one, other)));
        return same
                ? List.of(Finding.at("Encounter.participant", "One person cannot be both physician and specialist."))
                : List.of();
    }

    private static boolean worksElsewhere(Reference person, Reference unit, RuleContext context) {
        return context.resolve(person, PractitionerRole.class)
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
