package se.samspar.demo.year;

import static se.samspar.fhir.generated.ConsultationOutcome.CONTINUE_IN_PRIMARY_CARE;
import static se.samspar.fhir.generated.ConsultationOutcome.MORE_WORK_UP;
import static se.samspar.fhir.generated.ConsultationOutcome.NO_FURTHER_NEED;

import java.util.List;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestPriority;
import se.samspar.fhir.generated.ConsultationOutcome;
import se.samspar.fhir.generated.Track;

/** What wants an answer on the same day: a consultant on demand, a physician of the health centre, or the way back to it. */
final class OnDemandCourse implements Course {

    private static final String PRIMARY_CARE = "1502";
    private static final int MINUTES_TO_ANSWER = 120;

    @Override
    public void run(Scene scene) {
        if (scene.chance().in(0.5)) {
            toConsultant(scene);
        } else if (scene.chance().in(0.45)) {
            toHealthCentre(scene);
        } else {
            back(scene);
        }
    }

    private static void toConsultant(Scene scene) {
        String centre = HealthCentre.any(scene.chance());
        Specialty specialty = scene.chance().of(List.of(Specialty.ORTHOPAEDICS, Specialty.INTERNAL_MEDICINE));
        ServiceRequest request = request(
                Track.SUBAKUT_KONSULT,
                centre,
                specialty.clinic,
                specialty.toConcept(),
                "Patienten sitter här. Kan vi behandla själva eller behöver hen bedömas hos er?");
        answered(scene, RequestRun.sent(scene, centre, specialty.clinic, request));
    }

    private static void toHealthCentre(Scene scene) {
        String centre = HealthCentre.any(scene.chance());
        String clinic = scene.chance().of(List.of("sus-ortopedi", "sus-akut-internmedicin"));
        ServiceRequest request = request(
                Track.TILLGANGLIG_PRIMARVARD,
                clinic,
                centre,
                RequestFactory.specialty(PRIMARY_CARE),
                "Åker hem i dag. Kan ni ta nytt blodtryck och kreatinin inom en vecka?");
        answered(scene, RequestRun.sent(scene, clinic, centre, request));
    }

    private static ServiceRequest request(
            Track track, String from, String to, CodeableConcept specialty, String question) {
        return RequestFactory.workedUp(
                RequestFactory.about(
                        RequestFactory.request(track, ServiceRequestPriority.URGENT, Sent.unit(from), to),
                        specialty,
                        question),
                "Status och prover från i dag finns i journalen.");
    }

    private static void answered(Scene scene, RequestRun run) {
        if (scene.happens(0.74, 0.93)) {
            scene.diary().officeMinutes(5, MINUTES_TO_ANSWER - 10);
        } else {
            scene.diary().officeMinutes(MINUTES_TO_ANSWER + 5, 3 * MINUTES_TO_ANSWER);
        }
        run.accept();
        scene.diary().minutes(3, 30);
        ConsultationOutcome outcome = scene.chance()
                .of(List.of(
                        CONTINUE_IN_PRIMARY_CARE,
                        CONTINUE_IN_PRIMARY_CARE,
                        CONTINUE_IN_PRIMARY_CARE,
                        NO_FURTHER_NEED,
                        MORE_WORK_UP));
        run.answer(outcome, "Gemensam bedömning per telefon.", "Ny kontakt vid försämring.");
        new Aftermath(scene).of(run);
    }

    private static void back(Scene scene) {
        String centre = HealthCentre.any(scene.chance());
        ServiceRequest request = RequestFactory.givenBack(
                RequestFactory.workedUp(
                        RequestFactory.about(
                                RequestFactory.request(
                                        Track.UTREMITTERING,
                                        ServiceRequestPriority.ROUTINE,
                                        Sent.unit("sus-ortopedi"),
                                        centre),
                                RequestFactory.specialty(PRIMARY_CARE),
                                "Färdigbehandlad hos oss. Kan ni ta över uppföljningen?"),
                        "Opererad med protes, postoperativ röntgen utan anmärkning."),
                "Opererad för tre månader sedan, läkt utan komplikation.",
                "Blodtryck och läkemedelsgenomgång om tre månader.",
                Sent.physician(centre, 1));
        RequestRun run = RequestRun.sent(scene, "sus-ortopedi", centre, request);
        if (scene.happens(0.7, 0.9)) {
            scene.diary().workingDays(0, 1);
        } else {
            scene.diary().workingDays(3, 6);
        }
        run.accept();
        scene.diary().workingDays(0, 1);
        run.answer(CONTINUE_IN_PRIMARY_CARE, "Vi tar över och kallar till besök.", "Vårdcentralen kallar dig.");
    }
}
