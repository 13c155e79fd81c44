package se.samspar.deviation;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.Appointment.AppointmentParticipantComponent;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.Task;
import se.samspar.consent.Cases;
import se.samspar.fhir.CarePlans;
import se.samspar.fhir.Communications;
import se.samspar.fhir.Parties;
import se.samspar.fhir.generated.CarePlanType;
import se.samspar.fhir.generated.DeviationStep;
import se.samspar.store.Records;
import se.samspar.store.UnitOf;

/**
 * A step of the collaboration that may go wrong.
 *
 * @param units that take part in it
 * @param patient whom it is about
 */
public record FailedStep(DeviationStep step, List<Reference> units, Reference patient) {

    /** Does the unit take part in the step? */
    public boolean takesPart(Reference unit) {
        return units.stream().anyMatch(known -> Cases.isSame(known, unit));
    }

    /** What a resource stands for; empty for what is no step, or is about no patient. */
    public static Optional<FailedStep> of(Resource resource, Records records) {
        Optional<FailedStep> found = Optional.empty();
        if (resource instanceof ServiceRequest request) {
            found = step(DeviationStep.REQUEST, Parties.of(request), request.getSubject(), records);
        } else if (resource instanceof Task task) {
            found = ofWorkItem(task, records);
        } else if (resource instanceof Communication communication) {
            found = step(
                    Communications.isAnswer(communication) ? DeviationStep.ANSWER : DeviationStep.MESSAGE,
                    Stream.concat(Stream.of(communication.getSender()), communication.getRecipient().stream()),
                    communication.getSubject(),
                    records);
        } else if (resource instanceof CarePlan plan) {
            Stream<Reference> units =
                    CarePlans.is(plan, CarePlanType.PATHWAY_PLAN) ? CarePlans.units(plan) : parties(plan, records);
            found = step(stepOf(plan), units, plan.getSubject(), records);
        } else if (resource instanceof Consent consent) {
            found = step(DeviationStep.CONSENT, parties(consent, records), consent.getPatient(), records);
        } else if (resource instanceof Appointment meeting) {
            found = ofMeeting(meeting, records);
        } else if (resource instanceof Encounter encounter) {
            found = step(DeviationStep.REGISTRATION, providers(encounter, records), encounter.getSubject(), records);
        }
        return found.filter(step -> step.patient().hasReference());
    }

    /** The step that the work item is about, between who asked for the work and who has it. */
    private static Optional<FailedStep> ofWorkItem(Task task, Records records) {
        return records.find(task.getFocus(), Resource.class)
                .filter(focus -> focus instanceof ServiceRequest || focus instanceof Communication)
                .flatMap(focus -> of(focus, records))
                .flatMap(focus ->
                        step(focus.step(), Stream.of(task.getRequester(), task.getOwner()), task.getFor(), records));
    }

    private static DeviationStep stepOf(CarePlan plan) {
        if (CarePlans.is(plan, CarePlanType.OUTPATIENT_CASE)) {
            return DeviationStep.CASE;
        }
        return CarePlans.is(plan, CarePlanType.COORDINATED_PLAN)
                ? DeviationStep.COORDINATED_PLAN
                : DeviationStep.PLANNING;
    }

    /** The units whose people take part, those of its request and the parties of its case. */
    private static Optional<FailedStep> ofMeeting(Appointment meeting, Records records) {
        List<Reference> actors = meeting.getParticipant().stream()
                .map(AppointmentParticipantComponent::getActor)
                .toList();
        Stream<Reference> ofRequests = meeting.getBasedOn().stream()
                .flatMap(request -> records.find(request, ServiceRequest.class).stream())
                .flatMap(Parties::of);
        return actors.stream()
                .filter(actor -> "Patient".equals(actor.getReferenceElement().getResourceType()))
                .findFirst()
                .flatMap(patient -> step(
                        DeviationStep.MEETING,
                        Stream.of(actors.stream(), ofRequests, parties(meeting, records))
                                .flatMap(units -> units),
                        patient,
                        records));
    }

    /** Who has either half of the registration, or the request that it is based on. */
    private static Stream<Reference> providers(Encounter encounter, Records records) {
        Stream<Encounter> halves = Stream.of(
                        Stream.of(encounter),
                        records.find(encounter.getPartOf(), Encounter.class).stream(),
                        records
                                .search(
                                        Encounter.class,
                                        "part-of=Encounter/"
                                                + encounter.getIdElement().getIdPart())
                                .stream())
                .flatMap(found -> found);
        return Stream.concat(
                halves.map(Encounter::getServiceProvider),
                encounter.getBasedOn().stream()
                        .flatMap(request -> records.find(request, ServiceRequest.class).stream())
                        .flatMap(Parties::of));
    }

    private static Stream<Reference> parties(Resource inCase, Records records) {
        return Cases.of(inCase, records).stream().flatMap(CarePlans::parties);
    }

    private static Optional<FailedStep> step(
            DeviationStep step, Stream<Reference> units, Reference patient, Records records) {
        return Optional.of(new FailedStep(
                step,
                units.flatMap(unit -> UnitOf.actor(unit, records).stream()).toList(),
                patient));
    }
}
