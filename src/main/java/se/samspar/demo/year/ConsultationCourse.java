package se.samspar.demo.year;

import static se.samspar.fhir.generated.ConsultationOutcome.BACK_TO_PRIMARY_CARE;
import static se.samspar.fhir.generated.ConsultationOutcome.CONTINUE_IN_PRIMARY_CARE;
import static se.samspar.fhir.generated.ConsultationOutcome.MORE_WORK_UP;
import static se.samspar.fhir.generated.ConsultationOutcome.NO_FURTHER_NEED;
import static se.samspar.fhir.generated.ConsultationOutcome.VISIT_NEEDED;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestPriority;
import se.samspar.fhir.generated.ConsultationOutcome;
import se.samspar.fhir.generated.RuleCode;
import se.samspar.fhir.generated.Track;

/** A digital specialist consultation, from the question of the health centre to the answer, with its two registrations. */
final class ConsultationCourse implements Course {

    private static final int DAYS_TO_DECIDE = 2;
    private static final int MEETING_MINUTES = 30;

    @Override
    public void run(Scene scene) {
        Specialty specialty = Specialty.forAge(scene.age(), scene.chance());
        String centre = HealthCentre.any(scene.chance());
        int physician = scene.chance().between(1, 2);
        RequestRun run = sent(scene, specialty, centre, physician);
        Optional<Instant> meeting = new Triage(scene, run).decided(DAYS_TO_DECIDE, 2, 12);
        if (meeting.isEmpty()) {
            return;
        }
        scene.diary().until(meeting.get().plusSeconds(MEETING_MINUTES * 60L));
        Registration registration = new Registration(scene, run, specialty, physician);
        Instant over = scene.diary().now();
        registration.register(meeting.get(), over);
        Optional<RequestRun> followOn = answered(scene, run);
        registration.complete();
        new Aftermath(scene).of(run);
        followOn.ifPresent(referral -> new ReferralCourse().goOn(scene, referral));
    }

    private static RequestRun sent(Scene scene, Specialty specialty, String centre, int physician) {
        ServiceRequest request = RequestFactory.about(
                RequestFactory.request(
                        Track.DIGITAL_SPECIALISTKONSULTATION,
                        scene.chance().in(0.15) ? ServiceRequestPriority.URGENT : ServiceRequestPriority.ROUTINE,
                        Sent.physician(centre, physician),
                        specialty.clinic),
                specialty.toConcept(),
                specialty.question(scene.chance()));
        if (scene.happens(0.07, 0.03)) {
            Sent without = Sent.nothing().although(RuleCode.WORK_UP_DOCUMENTED, "Utredningen görs av specialisten.");
            return RequestRun.sent(scene, centre, specialty.clinic, request, without);
        }
        return RequestRun.sent(scene, centre, specialty.clinic, RequestFactory.workedUp(request, specialty.workUp));
    }

    private static Optional<RequestRun> answered(Scene scene, RequestRun run) {
        if (scene.happens(0.75, 0.95)) {
            scene.diary().workingDays(0, DAYS_TO_DECIDE - 1);
        } else {
            scene.diary().workingDays(DAYS_TO_DECIDE + 1, DAYS_TO_DECIDE + 6);
        }
        ConsultationOutcome outcome = scene.chance()
                .of(
                        List.of(
                                CONTINUE_IN_PRIMARY_CARE,
                                NO_FURTHER_NEED,
                                BACK_TO_PRIMARY_CARE,
                                MORE_WORK_UP,
                                VISIT_NEEDED),
                        possible -> weight(possible, scene.diary().progress()));
        return run.answer(
                outcome, "Bedömning vid videomöte med patient och distriktsläkare.", "Vårdcentralen kontaktar dig.");
    }

    /** As those who ask learn what to ask, fewer need to come to the clinic. */
    private static double weight(ConsultationOutcome outcome, double progress) {
        return switch (outcome) {
            case CONTINUE_IN_PRIMARY_CARE -> 45 + 18 * progress;
            case NO_FURTHER_NEED -> 8 + 2 * progress;
            case BACK_TO_PRIMARY_CARE -> 7;
            case MORE_WORK_UP -> 12 - 5 * progress;
            default -> 28 - 15 * progress;
        };
    }
}
