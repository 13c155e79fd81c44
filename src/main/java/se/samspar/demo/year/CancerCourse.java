package se.samspar.demo.year;

import static se.samspar.fhir.generated.ConsultationOutcome.ADMISSION;
import static se.samspar.fhir.generated.ConsultationOutcome.NO_FURTHER_NEED;

import java.time.Duration;
import java.time.Instant;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestPriority;
import se.samspar.fhir.ResourcePath;
import se.samspar.fhir.generated.PathwayPhase;
import se.samspar.fhir.generated.Track;

/** A well-founded suspicion of cancer: the request, and the patient's way through the standardised pathway. */
final class CancerCourse implements Course {

    private static final String PATHWAY = "PlanDefinition/svf-tjock-och-andtarmscancer-region-skane";
    private static final String CLINIC = "sus-akut-internmedicin";

    @Override
    public void run(Scene scene) {
        String centre = HealthCentre.any(scene.chance());
        ServiceRequest request = RequestFactory.workedUp(
                RequestFactory.about(
                        RequestFactory.request(
                                Track.ELEKTIV_SVF,
                                ServiceRequestPriority.URGENT,
                                Sent.physician(centre, scene.chance().between(1, 2)),
                                CLINIC),
                        Specialty.INTERNAL_MEDICINE.toConcept(),
                        "Blod i avföringen och ändrade avföringsvanor. Tjock- eller ändtarmscancer?"),
                "F-Hb positivt, rektalpalpation och rektoskopi utförda, Hb 108.");
        Instant suspected =
                scene.diary().now().minus(Duration.ofDays(scene.chance().between(0, 2)));
        RequestRun run = RequestRun.sent(
                scene, centre, CLINIC, RequestFactory.suspected(request, "Tjock- och ändtarmscancer", suspected));
        if (scene.happens(0.75, 0.95)) {
            scene.diary().officeMinutes(30, 480);
        } else {
            scene.diary().workingDays(2, 4);
        }
        Instant colonoscopy = scene.diary().visit(3, (int) scene.trend(14, 8));
        run.accept(colonoscopy);
        scene.diary().minutes(5, 60);
        String plan = started(scene, run);
        scene.diary().until(colonoscopy.plusSeconds(2700));
        if (scene.happens(0.7, 0.93)) {
            scene.diary().workingDays(0, 1);
        } else {
            scene.diary().workingDays(2, 5);
        }
        if (scene.chance().in(0.62)) {
            run.answer(NO_FURTHER_NEED, "Koloskopi utan tecken till malignitet.", "Ingen ytterligare utredning.");
            scene.diary().minutes(2, 60);
            scene.act(CLINIC, plan + "/$leave-pathway", Sent.nothing().with("reason", "Misstanken avskriven"));
        } else {
            run.answer(ADMISSION, "Tumör i kolon, biopsi tagen. Diskuteras på konferens.", "Du kallas för behandling.");
            goThrough(scene, plan);
        }
        new Aftermath(scene).of(run);
    }

    private static String started(Scene scene, RequestRun run) {
        return ResourcePath.of(Sent.first(
                scene.act(
                        CLINIC,
                        PATHWAY + "/$start-pathway",
                        Sent.nothing()
                                .with("patient", new Reference(run.patient().getReference()))
                                .with("entryPhase", PathwayPhase.INVESTIGATION)
                                .with("basedOn", new Reference(run.path()))),
                CarePlan.class));
    }

    /** From the investigation on, with waits that become shorter over the year. */
    private static void goThrough(Scene scene, String plan) {
        scene.diary().workingDays(12, (int) scene.trend(40, 22));
        move(scene, plan, PathwayPhase.TREATMENT);
        scene.diary().workingDays(15, 35);
        move(scene, plan, PathwayPhase.FOLLOW_UP);
        scene.diary().workingDays(40, 90);
        move(scene, plan, PathwayPhase.REHABILITATION);
        scene.diary().workingDays(30, 60);
        scene.act(CLINIC, plan + "/$move-phase", Sent.nothing());
    }

    private static void move(Scene scene, String plan, PathwayPhase phase) {
        scene.act(CLINIC, plan + "/$move-phase", Sent.nothing().with("phase", phase));
    }
}
