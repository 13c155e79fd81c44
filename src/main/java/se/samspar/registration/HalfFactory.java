package se.samspar.registration;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Encounter.EncounterParticipantComponent;
import org.hl7.fhir.r4.model.Encounter.EncounterStatus;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.codesystems.V3ActCode;
import se.samspar.fhir.Code;
import se.samspar.fhir.generated.ContactType;
import se.samspar.fhir.generated.PasisContactType;
import se.samspar.fhir.generated.PasisProfessionalCategory;
import se.samspar.fhir.generated.PasisReason;
import se.samspar.registration.half.Halves;

/** Builds the halves of a registration as the registration instructions want them (DSK-5, DSK-6). */
final class HalfFactory {

    private HalfFactory() {}

    /** The visit at the health centre, in progress. */
    static Encounter visit(ServiceRequest request, Period period) {
        Encounter visit = encounter(request, V3ActCode.AMB, period);
        visit.addType(ContactType.MOTTAGNINGSBESOK.toConcept());
        return visit;
    }

    /** The specialist's contact that is part of the visit, in progress. */
    static Encounter contact(ServiceRequest request, Period period, Encounter visit, Optional<Reference> specialist) {
        Encounter contact = encounter(request, V3ActCode.VR, period);
        contact.setPartOf(new Reference(Halves.literal(visit)));
        specialist.ifPresent(person -> contact.addParticipant().setIndividual(person));
        code(contact, person -> true);
        return contact;
    }

    /**
     * Fills in the codes that every consultation contact has, where they lack: nobody enters them by hand (UPP-7).
     *
     * @param isPhysician of whom category 10 is said rather than of others
     */
    static void code(Encounter contact, Predicate<Reference> isPhysician) {
        if (contact.getType().stream().noneMatch(PasisContactType.KD::isIn)) {
            contact.addType(PasisContactType.KD.toConcept());
        }
        if (contact.getReasonCode().stream().noneMatch(PasisReason.SJ::isIn)) {
            contact.addReasonCode(PasisReason.SJ.toConcept());
        }
        Code physician = PasisProfessionalCategory.CODE_10;
        boolean coded = contact.getParticipant().stream()
                .flatMap(participant -> participant.getType().stream())
                .anyMatch(physician::isIn);
        contact.getParticipant().stream()
                .filter(participant -> !coded && participant.hasIndividual())
                .min(Comparator.comparing(participant -> !isPhysician.test(participant.getIndividual())))
                .ifPresent(participant -> participant.addType(physician.toConcept()));
    }

    /** Names a person as participant, unless it is named already. */
    static void name(Encounter half, Reference person) {
        boolean named = half.getParticipant().stream()
                .map(EncounterParticipantComponent::getIndividual)
                .anyMatch(known -> Halves.isSame(known, person) || hasSameIdentifier(known, person));
        if (!named) {
            half.addParticipant().setIndividual(person);
        }
    }

    private static boolean hasSameIdentifier(Reference one, Reference other) {
        return one.hasIdentifier() && one.getIdentifier().equalsDeep(other.getIdentifier());
    }

    private static Encounter encounter(ServiceRequest request, V3ActCode kind, Period period) {
        Encounter encounter = new Encounter();
        encounter.setStatus(EncounterStatus.INPROGRESS);
        encounter.getClass_().setSystem(kind.getSystem()).setCode(kind.toCode()).setDisplay(kind.getDisplay());
        encounter.setSubject(new Reference(Halves.literal(request.getSubject())));
        encounter.setBasedOn(List.of(new Reference(literal(request))));
        encounter.setPeriod(period.copy());
        return encounter;
    }

    static String literal(ServiceRequest request) {
        return "ServiceRequest/" + request.getIdElement().getIdPart();
    }
}
