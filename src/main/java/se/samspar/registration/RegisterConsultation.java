package se.samspar.registration;

import ca.uhn.fhir.rest.server.exceptions.ForbiddenOperationException;
import ca.uhn.fhir.rest.server.exceptions.InvalidRequestException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.instance.model.api.IIdType;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Encounter.EncounterStatus;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.springframework.stereotype.Component;
import se.samspar.directory.Directory;
import se.samspar.fhir.Encounters;
import se.samspar.registration.half.Halves;
import se.samspar.registration.half.RequestUnits;
import se.samspar.rule.Actor;
import se.samspar.store.Records;
import se.samspar.store.ResourceStore;

/**
 * Registers a consultation at both units at once, so that nobody enters it twice (UPP-7): the caller's own half is
 * finished, the other one waits for its unit.
 */
@Component
class RegisterConsultation {

    private final ResourceStore store;
    private final Directory directory;
    private final MedicalRegistration medical;

    RegisterConsultation(ResourceStore store, Directory directory, MedicalRegistration medical) {
        this.store = store;
        this.directory = directory;
        this.medical = medical;
    }

    List<Resource> register(Consultation consultation) {
        ServiceRequest request =
                store.readVisible(ServiceRequest.class, id(consultation.request(), "ServiceRequest", "request"));
        Optional<Reference> primaryCareUnit = unit(consultation.primaryCare());
        Optional<Reference> specialistUnit = unit(consultation.specialist());
        requireParty(request, primaryCareUnit, specialistUnit);

        boolean bySpecialist = specialistUnit.filter(store.actor()::actsFor).isPresent();
        requireNothingToAdd(bySpecialist ? consultation.primaryCare() : consultation.specialist());
        Encounter visit = consultation
                .visit()
                .map(known -> linked(known, request, consultation))
                .orElseGet(() -> newVisit(request, primaryCareUnit, consultation, !bySpecialist));
        Period period = consultation.specialistPeriod().orElse(consultation.period());
        Encounter contact = HalfFactory.contact(
                request, period, visit, consultation.specialist().practitioner());
        specialistUnit.ifPresent(contact::setServiceProvider);
        contact.setStatus(bySpecialist ? EncounterStatus.FINISHED : EncounterStatus.INPROGRESS);
        consultation.justifications().forEach(justification -> justification.attachTo(contact));
        store.create(contact);
        return answer(visit, contact, consultation);
    }

    private List<Resource> answer(Encounter visit, Encounter contact, Consultation consultation) {
        Consultation.Half primaryCare = consultation.primaryCare();
        Consultation.Half specialist = consultation.specialist();
        boolean finished = Encounters.isFinished(visit) && store.actor().actsFor(visit.getServiceProvider());
        List<Coding> activities =
                finished ? MedicalRegistration.withDistanceCode(primaryCare.activities()) : primaryCare.activities();
        List<Resource> entries = new ArrayList<>(List.of(visit, contact));
        entries.addAll(
                consultation.visit().isPresent()
                        ? medical.add(visit, primaryCare.diagnoses(), activities)
                        : medical.begin(visit, primaryCare.diagnoses(), activities));
        entries.addAll(medical.begin(contact, specialist.diagnoses(), specialist.activities()));
        return entries;
    }

    private Encounter newVisit(
            ServiceRequest request, Optional<Reference> unit, Consultation consultation, boolean finished) {
        Encounter visit = HalfFactory.visit(request, consultation.period());
        unit.ifPresent(visit::setServiceProvider);
        consultation.primaryCare().practitioner().ifPresent(physician -> HalfFactory.name(visit, physician));
        visit.setStatus(finished ? EncounterStatus.FINISHED : EncounterStatus.INPROGRESS);
        return store.create(visit);
    }

    /** The existing visit, made the visit of this consultation. Only its own unit may change it. */
    private Encounter linked(Reference known, ServiceRequest request, Consultation consultation) {
        Encounter visit = store.readVisible(Encounter.class, id(known, "Encounter", "visit"));
        boolean based = visit.getBasedOn().stream()
                .anyMatch(reference -> Halves.literal(reference).equals(HalfFactory.literal(request)));
        if (!store.actor().actsFor(visit.getServiceProvider())) {
            if (based) {
                requireNothingToAdd(consultation.primaryCare());
                return visit;
            }
            throw new ForbiddenOperationException("The visit is another unit's and not yet linked to the request.");
        }
        if (!based) {
            visit.addBasedOn(new Reference(HalfFactory.literal(request)));
        }
        consultation.primaryCare().practitioner().ifPresent(physician -> HalfFactory.name(visit, physician));
        if (!visit.getPeriod().hasStart()) {
            visit.setPeriod(consultation.period().copy());
        } else if (!visit.getPeriod().hasEnd()) {
            visit.getPeriod()
                    .setEndElement(consultation.period().getEndElement().copy());
        }
        visit.setStatus(EncounterStatus.FINISHED);
        return store.update(visit);
    }

    /** Diagnoses and activities of a half are its own unit's to enter. */
    private static void requireNothingToAdd(Consultation.Half others) {
        if (!others.diagnoses().isEmpty() || !others.activities().isEmpty()) {
            throw new ForbiddenOperationException("A unit registers diagnoses and activities of its own half only; the"
                    + " other unit completes its half itself, by $complete-registration.");
        }
    }

    private void requireParty(ServiceRequest request, Optional<Reference> primaryCare, Optional<Reference> specialist) {
        Actor actor = store.actor();
        Set<String> parties = RequestUnits.of(request, Records.of(store));
        if (actor.unit()
                .filter(unit -> parties.contains("Organization/" + unit))
                .isEmpty()) {
            throw new ForbiddenOperationException("Only the two units of the request register its consultation.");
        }
        boolean named = primaryCare.filter(actor::actsFor).isPresent()
                || specialist.filter(actor::actsFor).isPresent();
        if (!named && primaryCare.isPresent() && specialist.isPresent()) {
            throw new ForbiddenOperationException("A unit registers consultations that it took part in itself.");
        }
    }

    private Optional<Reference> unit(Consultation.Half half) {
        return half.unit().map(reference -> directory
                .organization(reference)
                .map(unit -> new Reference("Organization/" + unit.getIdElement().getIdPart()))
                .orElse(reference));
    }

    private static IIdType id(Reference reference, String type, String parameter) {
        IIdType id = reference == null ? null : reference.getReferenceElement();
        if (id == null || !id.hasIdPart() || !type.equals(id.getResourceType())) {
            throw new InvalidRequestException("The parameter " + parameter + " must refer to a " + type + ".");
        }
        return id;
    }
}
