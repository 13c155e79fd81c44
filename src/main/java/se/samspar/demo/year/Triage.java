package se.samspar.demo.year;

import java.time.Instant;
import java.util.Optional;

/** What becomes of an elective request before somebody meets the patient. */
final class Triage {

    private final Scene scene;
    private final RequestRun run;

    Triage(Scene scene, RequestRun run) {
        this.scene = scene;
        this.run = run;
    }

    /**
     * The receiver decides, within so many working days where it is in time.
     *
     * @param soonest working days to the meeting that it books, at least
     * @param latest and at most, at the beginning of the year: they become fewer
     * @return when the patient is met; empty where the request ends before
     */
    Optional<Instant> decided(int days, int soonest, int latest) {
        if (scene.chance().in(0.03)) {
            scene.diary().workingDays(0, 1);
            run.cancel("Patienten avböjer.");
            return Optional.empty();
        }
        waitForDecision(days);
        if (scene.chance().in(0.5)) {
            run.receive();
            scene.diary().minutes(1, 20);
        }
        if (scene.happens(0.09, 0.04)) {
            run.decline("Bör handläggas i primärvården enligt vårdöverenskommelsen.");
            return Optional.empty();
        }
        if (scene.happens(0.14, 0.07) && !supplemented()) {
            return Optional.empty();
        }
        if (run.receiver().equals("sus-akut-internmedicin") && scene.chance().in(0.08)) {
            run.forward("trelleborg-akut-internmedicin");
            scene.diary().workingDays(0, days - 1);
        }
        return Optional.of(accepted(soonest, (int) scene.trend(latest, latest * 0.7)));
    }

    /** In time, more often as the year goes; some time after, otherwise. */
    private void waitForDecision(int days) {
        if (scene.happens(0.68, 0.93)) {
            scene.diary().workingDays(0, days - 1);
        } else {
            scene.diary().workingDays(days + 1, days + 5);
        }
    }

    /** Does the requester add what is asked for? */
    private boolean supplemented() {
        run.askForMore("Aktuella prover och bilddiagnostik saknas.");
        if (scene.chance().in(0.06)) {
            return false;
        }
        scene.diary().workingDays(1, 6);
        run.supplement("Prover och röntgen kompletterade, utan anmärkning.");
        scene.diary().workingDays(0, 2);
        return true;
    }

    private Instant accepted(int soonest, int latest) {
        Instant meeting = scene.diary().visit(soonest, Math.max(soonest, latest));
        run.accept(meeting);
        return meeting;
    }
}
