package se.samspar.demo.year;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.Appointment.AppointmentStatus;
import org.hl7.fhir.r4.model.Appointment.ParticipationStatus;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.CarePlan.CarePlanActivityStatus;
import org.hl7.fhir.r4.model.CarePlan.CarePlanIntent;
import org.hl7.fhir.r4.model.CarePlan.CarePlanStatus;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Consent.ConsentProvisionType;
import org.hl7.fhir.r4.model.Consent.ConsentState;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.MarkdownType;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.UrlType;
import se.samspar.fhir.generated.ConsentBasis;
import se.samspar.fhir.generated.Extensions;
import se.samspar.fhir.generated.MessagePurpose;
import se.samspar.fhir.generated.MessageType;

/** What the parties of a case write. */
final class CaseFactory {

    private static final String WALKING = "forflyttning";
    private static final String MEDICINE = "medicin";
    private static final Duration MEETING = Duration.ofMinutes(45);

    private CaseFactory() {}

    /** To all parties. */
    static Consent consent() {
        Consent consent = new Consent().setStatus(ConsentState.ACTIVE);
        consent.setPolicyRule(ConsentBasis.CONSENT.toConcept());
        consent.getProvision().setType(ConsentProvisionType.PERMIT);
        return consent;
    }

    static Communication message(MessageType type, MessagePurpose purpose, String receiver, String text) {
        Communication message = new Communication();
        message.addCategory(type.toConcept());
        message.setTopic(purpose.toConcept());
        message.addRecipient(Sent.unit(receiver));
        message.addPayload().setContent(new StringType(text));
        return message;
    }

    /** Somebody needs help with walking, which the municipality gives, and with medicine, which the health centre does. */
    static CarePlan planning(Reference patient, String municipality, String healthCentre) {
        CarePlan plan = new CarePlan().setStatus(CarePlanStatus.ACTIVE).setIntent(CarePlanIntent.PLAN);
        plan.setSubject(new Reference(patient.getReference()));
        Extension part = plan.addExtension().setUrl(Extensions.PATIENT_PART);
        part.addExtension("presentState", new MarkdownType("Går med rollator, glömmer mediciner."));
        List.of(WALKING, MEDICINE).forEach(id -> {
            Extension need = part.addExtension().setUrl("need");
            need.addExtension("id", new StringType(id));
            need.addExtension("text", new StringType("Hjälp med " + id));
        });
        addActivity(plan, municipality, WALKING, "Promenad och träning i hemmet");
        addActivity(plan, healthCentre, MEDICINE, "Läkemedelsgenomgång och dosdispensering");
        return plan;
    }

    private static void addActivity(CarePlan plan, String unit, String need, String what) {
        plan.addActivity()
                .getDetail()
                .setStatus(CarePlanActivityStatus.INPROGRESS)
                .setDescription(what)
                .addPerformer(Sent.unit(unit))
                .addExtension(new Extension(Extensions.MEETS_NEED, new StringType(need)));
    }

    /** By video, with the person and these. */
    static Appointment meeting(String aCase, Reference patient, Instant start, List<Reference> staff) {
        Appointment meeting = new Appointment().setStatus(AppointmentStatus.BOOKED);
        meeting.addSupportingInformation(new Reference(aCase));
        meeting.setStart(Diary.date(start)).setEnd(Diary.date(start.plus(MEETING)));
        meeting.addExtension(
                new Extension(Extensions.VIDEO_LINK, new UrlType("https://video.samspar.example/rum/samordning")));
        addParticipant(meeting, new Reference(patient.getReference()));
        staff.forEach(person -> addParticipant(meeting, person));
        return meeting;
    }

    private static void addParticipant(Appointment meeting, Reference actor) {
        meeting.addParticipant().setActor(actor).setStatus(ParticipationStatus.ACCEPTED);
    }
}
