package se.samspar.resident;

import static se.samspar.support.DemoRequests.parameters;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.Appointment.AppointmentStatus;
import org.hl7.fhir.r4.model.Appointment.ParticipationStatus;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.CarePlan.CarePlanActivityStatus;
import org.hl7.fhir.r4.model.CarePlan.CarePlanIntent;
import org.hl7.fhir.r4.model.CarePlan.CarePlanStatus;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.RelatedPerson;
import se.samspar.support.HttpAnswer;
import se.samspar.support.SamsparApi;
import se.samspar.support.SharedCare;
import se.samspar.support.UnitClient;

/** A person whom units care for together, and what they plan with the person. */
record Residents(SamsparApi api, SharedCare care) {

    static final String HOME_SERVICE = "kommun-lund-hemtjanst";
    static final String SCOPE = "patient/*.rs";
    static final String RELATIVE = "Greta Granne";

    static Residents of(SamsparApi api, Patient person) {
        return new Residents(api, SharedCare.of(api, person));
    }

    UnitClient person() {
        return person(SCOPE);
    }

    UnitClient person(String scope) {
        return api.asPatient(care.patient().replace("Patient/", ""), scope);
    }

    /** A relative with a name, whom the home service takes down. */
    String relative() {
        RelatedPerson relative = new RelatedPerson().setPatient(new Reference(care.patient()));
        relative.addName().setText(RELATIVE);
        return SharedCare.path(api.as(HOME_SERVICE)
                .post("RelatedPerson", relative, "Prefer: return=representation")
                .expect(201)
                .resource(RelatedPerson.class));
    }

    /** What the home service plans: each a description and who does it. */
    CarePlan planned(String... descriptionsAndPerformers) {
        CarePlan plan = new CarePlan().setStatus(CarePlanStatus.ACTIVE).setIntent(CarePlanIntent.PLAN);
        plan.setSubject(new Reference(care.patient()));
        for (int i = 0; i < descriptionsAndPerformers.length; i += 2) {
            plan.addActivity()
                    .getDetail()
                    .setStatus(CarePlanActivityStatus.NOTSTARTED)
                    .setDescription(descriptionsAndPerformers[i])
                    .addPerformer(new Reference(descriptionsAndPerformers[i + 1]));
        }
        return planned(plan);
    }

    CarePlan planned(CarePlan plan) {
        return api.as(HOME_SERVICE)
                .post(care.aCase() + "/$plan", parameters("planning", plan))
                .expect(200)
                .resource(CarePlan.class);
    }

    /** A meeting about the case in so many days, with the person and these. */
    String met(int days, String... actors) {
        Instant start = Instant.now().plus(days, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS);
        Appointment meeting = new Appointment().setStatus(AppointmentStatus.BOOKED);
        meeting.setDescription("Uppföljning hemma");
        meeting.addSupportingInformation(new Reference(care.aCase()));
        meeting.setStart(Date.from(start)).setEnd(Date.from(start.plus(45, ChronoUnit.MINUTES)));
        Stream.concat(Stream.of(care.patient()), Stream.of(actors)).forEach(actor -> meeting.addParticipant()
                .setActor(new Reference(actor).setDisplay(RELATIVE))
                .setStatus(ParticipationStatus.ACCEPTED));
        return SharedCare.path(api.as(HOME_SERVICE)
                .post("Appointment", meeting, "Prefer: return=representation")
                .expect(201)
                .resource(Appointment.class));
    }

    HttpAnswer nextSteps(UnitClient asking) {
        return asking.get(care.patient() + "/$next-steps");
    }

    /** What the person is told that happens next, without times. */
    List<String> told() {
        return told(person());
    }

    List<String> told(UnitClient asking) {
        return steps(nextSteps(asking).expect(200)).stream()
                .map(step -> part(step, "what"))
                .toList();
    }

    static List<ParametersParameterComponent> steps(HttpAnswer answer) {
        return answer.resource(Parameters.class).getParameter();
    }

    /** A part of a step as text; null where it has none. */
    static String part(ParametersParameterComponent step, String name) {
        return step.getPart().stream()
                .filter(part -> part.getName().equals(name))
                .map(part -> part.getValue() instanceof Reference reference
                        ? reference.getReference()
                        : part.getValue().primitiveValue())
                .findFirst()
                .orElse(null);
    }
}
