package se.samspar.demo.year;

import static se.samspar.fhir.generated.ConsultationOutcome.ADMISSION;
import static se.samspar.fhir.generated.ConsultationOutcome.BACK_TO_PRIMARY_CARE;
import static se.samspar.fhir.generated.ConsultationOutcome.CONTINUE_IN_PRIMARY_CARE;
import static se.samspar.fhir.generated.ConsultationOutcome.MORE_WORK_UP;
import static se.samspar.fhir.generated.ConsultationOutcome.NO_FURTHER_NEED;

import java.util.List;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestPriority;
import se.samspar.fhir.generated.ConsultationOutcome;
import se.samspar.fhir.generated.Track;

/** An ordinary referral to a visit at the clinic. */
final class ReferralCourse implements Course {

    private static final int DAYS_TO_DECIDE = 5;

    @Override
    public void run(Scene scene) {
        Specialty specialty = Specialty.forAge(scene.age(), scene.chance());
        String centre = HealthCentre.any(scene.chance());
        RequestRun run = RequestRun.sent(
                scene,
                centre,
                specialty.clinic,
                RequestFactory.responsibilityGoesOver(RequestFactory.workedUp(
                        RequestFactory.about(
                                RequestFactory.request(
                                        Track.ELEKTIV_REMISS,
                                        scene.chance().in(0.2)
                                                ? ServiceRequestPriority.URGENT
                                                : ServiceRequestPriority.ROUTINE,
                                        Sent.physician(centre, scene.chance().between(1, 2)),
                                        specialty.clinic),
                                specialty.toConcept(),
                                specialty.question(scene.chance())),
                        specialty.workUp)));
        goOn(scene, run);
    }

    /** From what has been sent, by whatever way, to the answer. */
    void goOn(Scene scene, RequestRun run) {
        new Triage(scene, run).decided(DAYS_TO_DECIDE, 8, 55).ifPresent(visit -> {
            scene.diary().until(visit.plusSeconds(1800));
            answer(scene, run);
            new Aftermath(scene).of(run);
        });
    }

    private static void answer(Scene scene, RequestRun run) {
        if (scene.happens(0.72, 0.92)) {
            scene.diary().workingDays(0, DAYS_TO_DECIDE - 1);
        } else {
            scene.diary().workingDays(DAYS_TO_DECIDE + 1, DAYS_TO_DECIDE + 10);
        }
        ConsultationOutcome outcome = scene.chance()
                .of(
                        List.of(
                                BACK_TO_PRIMARY_CARE,
                                CONTINUE_IN_PRIMARY_CARE,
                                NO_FURTHER_NEED,
                                MORE_WORK_UP,
                                ADMISSION),
                        ReferralCourse::weight);
        run.answer(outcome, "Undersökt på mottagningen. Bedömning och plan enligt nedan.", "Uppföljning enligt plan.");
    }

    private static double weight(ConsultationOutcome outcome) {
        return switch (outcome) {
            case BACK_TO_PRIMARY_CARE -> 38;
            case CONTINUE_IN_PRIMARY_CARE -> 22;
            case NO_FURTHER_NEED -> 18;
            case MORE_WORK_UP -> 8;
            default -> 14;
        };
    }
}
