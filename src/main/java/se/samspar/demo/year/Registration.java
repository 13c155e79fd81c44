package se.samspar.demo.year;

import java.time.Instant;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Encounter.EncounterStatus;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import se.samspar.fhir.ResourcePath;
import se.samspar.fhir.generated.PasisContactType;

/** The two registrations of a consultation: most on the day, some late, some only by half. */
final class Registration {

    private final Scene scene;
    private final RequestRun run;
    private final Specialty specialty;
    private final int physician;
    private String contact;

    Registration(Scene scene, RequestRun run, Specialty specialty, int physician) {
        this.scene = scene;
        this.run = run;
        this.specialty = specialty;
        this.physician = physician;
    }

    /** The health centre registers both, its own finished. */
    void register(Instant start, Instant end) {
        if (scene.happens(0.10, 0.03)) {
            return;
        }
        scene.diary().minutes(2, 40);
        Resource registered = scene.act(run.requester(), "Encounter/$register-consultation", registration(start, end));
        if (scene.chance().in(0.015)) {
            takeBack(registered);
            registered = scene.act(run.requester(), "Encounter/$register-consultation", registration(start, end));
        }
        contact = Sent.each(registered, Encounter.class)
                .filter(half -> half.getType().stream().anyMatch(PasisContactType.KD::isIn))
                .map(ResourcePath::of)
                .findFirst()
                .orElseThrow();
    }

    /** Registered on somebody who did not come that day. */
    private void takeBack(Resource registered) {
        scene.diary().minutes(5, 30);
        Sent.each(registered, Encounter.class)
                .filter(half -> half.getType().stream().noneMatch(PasisContactType.KD::isIn))
                .findFirst()
                .ifPresent(visit ->
                        scene.put(run.requester(), visit.setStatus(EncounterStatus.ENTEREDINERROR), Encounter.class));
        scene.diary().minutes(1, 5);
    }

    private Sent registration(Instant start, Instant end) {
        return Sent.nothing()
                .with("request", new Reference(run.path()))
                .with("period", new Period().setStart(Diary.date(start)).setEnd(Diary.date(end)))
                .with("primaryCareUnit", Sent.unit(run.requester()))
                .with("primaryCarePractitioner", Sent.physician(run.requester(), physician))
                .with("specialistUnit", Sent.unit(run.receiver()))
                .with("specialistPractitioner", Sent.physician(run.receiver(), physician))
                .with("primaryCareDiagnosis", specialty.toDiagnosis());
    }

    /** The clinic completes its half within a week, later, or never. */
    void complete() {
        if (contact == null || scene.happens(0.12, 0.04)) {
            return;
        }
        if (scene.happens(0.70, 0.92)) {
            scene.diary().workingDays(0, 3);
        } else {
            scene.diary().workingDays(6, 20);
        }
        scene.act(
                run.receiver(),
                contact + "/$complete-registration",
                Sent.nothing().with("diagnosis", specialty.toDiagnosis()));
    }
}
