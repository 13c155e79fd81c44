package se.samspar.demo.year;

import java.util.List;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.Reference;
import se.samspar.fhir.generated.CloseReason;
import se.samspar.fhir.generated.DeviationKind;
import se.samspar.fhir.generated.MessagePurpose;
import se.samspar.fhir.generated.MessageType;

/** An outpatient case of region and municipality about somebody who lives at home. */
final class CaseCourse implements Course {

    private static final String REHABILITATION = "rehab-lund";

    private static final List<String> NEEDS = List.of(
            "Yrsel och fall hemma",
            "Nedsatt ork efter sjukhusvård",
            "Minnessvikt, osäker medicinering",
            "Svårläkt bensår och svullna ben",
            "Viktnedgång och nedstämdhet");

    @Override
    public void run(Scene scene) {
        String initiator = scene.chance().in(0.6) ? "kommun-lund-hemtjanst" : "kommun-lund-hemsjukvard";
        String centre = HealthCentre.inLund(scene.chance());
        CaseRun run = CaseRun.opened(
                scene,
                initiator,
                scene.chance().in(0.4) ? List.of(centre, REHABILITATION) : List.of(centre),
                scene.chance().of(NEEDS));
        scene.diary().minutes(5, 60);
        exchange(scene, run, centre);
        if (scene.chance().in(0.04)) {
            run.sendByMistake(initiator, centre);
        }
        boolean isPlanned = scene.happens(0.22, 0.38);
        if (isPlanned || scene.chance().in(0.2)) {
            meet(scene, run, centre);
        }
        if (isPlanned) {
            run.plan(centre);
        } else if (scene.chance().in(0.5)) {
            scene.diary().workingDays(4, 25);
            exchange(scene, run, centre);
        }
        scene.diary().workingDays(3, 30);
        end(scene, run, centre, isPlanned);
        Aftermath aftermath = new Aftermath(scene);
        if (scene.happens(0.10, 0.05)) {
            aftermath.deviation(run.lastMessage(), run.initiator(), centre, DeviationKind.LATE);
        }
        aftermath.experience(run.path(), run.patient(), run.initiator());
    }

    /** A vårdbegäran and its answer, each acknowledged more or less in time. */
    private static void exchange(Scene scene, CaseRun run, String centre) {
        String question = run.send(
                run.initiator(),
                CaseFactory.message(
                        MessageType.VARDBEGARAN,
                        MessagePurpose.COORDINATION_REQUEST,
                        centre,
                        "Mer trött och ostadig än vanligt sedan en vecka. Kan ni bedöma?"));
        run.acknowledge(centre, question);
        scene.diary().workingDays(0, 2);
        run.accept(centre, question);
        scene.diary().minutes(5, 120);
        String answer = run.send(
                centre,
                CaseFactory.message(
                                MessageType.MVO,
                                MessagePurpose.REPLY,
                                run.initiator(),
                                "Hembesök gjort, läkemedel justerade. Nytt blodtryck om en vecka.")
                        .addInResponseTo(new Reference(question)));
        run.acknowledge(run.initiator(), answer);
    }

    private static void meet(Scene scene, CaseRun run, String centre) {
        scene.diary().workingDays(1, 5);
        Appointment meeting = scene.post(
                run.initiator(),
                CaseFactory.meeting(
                        run.path(),
                        run.patient(),
                        scene.diary().visit(3, 12),
                        List.of(Sent.physician(centre, scene.chance().between(1, 2)))),
                Appointment.class);
        scene.diary().until(meeting.getEnd().toInstant());
    }

    private static void end(Scene scene, CaseRun run, String centre, boolean isPlanned) {
        if (scene.chance().in(0.08)) {
            run.admit(centre);
            return;
        }
        if (isPlanned) {
            run.startSip(centre);
            scene.diary().minutes(10, 200);
            run.close(CloseReason.SIP_STARTED);
            return;
        }
        CloseReason reason = scene.chance()
                .of(
                        List.of(
                                CloseReason.GOALS_MET,
                                CloseReason.COORDINATED,
                                CloseReason.TRANSFERRED,
                                CloseReason.WITHDRAWN),
                        CaseCourse::weight);
        if (scene.happens(0.12, 0.06)) {
            run.closeUnread(centre, reason);
        } else {
            run.close(reason);
        }
    }

    private static double weight(CloseReason reason) {
        return switch (reason) {
            case GOALS_MET -> 48;
            case COORDINATED -> 32;
            case TRANSFERRED -> 13;
            default -> 7;
        };
    }
}
