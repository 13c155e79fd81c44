package se.samspar.demo.year;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import se.samspar.fhir.ResourcePath;
import se.samspar.fhir.generated.CloseReason;
import se.samspar.fhir.generated.MessagePurpose;
import se.samspar.fhir.generated.MessageType;
import se.samspar.fhir.generated.RuleCode;
import se.samspar.fhir.generated.TriageDecision;

/** A case that has been opened, and what its parties do in it. */
final class CaseRun {

    private final Scene scene;
    private final String initiator;
    private final String path;
    private final Reference patient;
    private final String consent;
    private final Set<String> sureOfConsent = new HashSet<>();

    private String lastMessage;

    private CaseRun(Scene scene, String initiator, CarePlan opened, String consent) {
        this.scene = scene;
        this.initiator = initiator;
        this.path = ResourcePath.of(opened);
        this.patient = opened.getSubject();
        this.consent = consent;
        sureOfConsent.add(initiator);
    }

    static CaseRun opened(Scene scene, String initiator, List<String> parties, String need) {
        Sent sent = Sent.nothing()
                .with("patient", scene.patient().patient())
                .with("initiator", Sent.unit(initiator))
                .with("need", need)
                .with("goal", "Bo kvar hemma")
                .with("consent", CaseFactory.consent());
        parties.forEach(party -> sent.with("party", Sent.unit(party)));
        Resource answer = scene.act(initiator, "CarePlan/$open-case", sent);
        return new CaseRun(
                scene,
                initiator,
                Sent.first(answer, CarePlan.class),
                ResourcePath.of(Sent.first(answer, Consent.class)));
    }

    String initiator() {
        return initiator;
    }

    String path() {
        return path;
    }

    Reference patient() {
        return patient;
    }

    String lastMessage() {
        return lastMessage;
    }

    /** Whoever has not made sure of the consent before does so now, or says why not. */
    String send(String unit, Communication message) {
        Sent sent = Sent.nothing().with("message", message);
        if (!sureOfConsent.contains(unit) && scene.happens(0.12, 0.04)) {
            sent.although(RuleCode.CONSENT_VERIFIED_BY_UNIT, "Patienten är inte anträffbar, bekräftat av hemtjänsten.");
        } else {
            makeSure(unit);
        }
        lastMessage = ResourcePath.of(Sent.first(act(unit, "send", sent), Communication.class));
        return lastMessage;
    }

    private void makeSure(String unit) {
        if (sureOfConsent.add(unit)) {
            scene.act(unit, consent + "/$verify", Sent.nothing());
            scene.diary().minutes(1, 10);
        }
    }

    /** Within the working day that a receiver has, or after it. */
    void acknowledge(String unit, String message) {
        if (scene.happens(0.76, 0.95)) {
            scene.diary().workingDays(0, 1);
        } else {
            scene.diary().workingDays(2, 4);
        }
        scene.act(unit, message + "/$acknowledge", Sent.nothing());
    }

    void accept(String unit, String message) {
        scene.act(unit, message + "/$respond", Sent.nothing().with("decision", TriageDecision.ACCEPT));
    }

    /** It was about somebody else, and is taken back. */
    void sendByMistake(String from, String to) {
        scene.diary().workingDays(0, 2);
        String message = send(
                from,
                CaseFactory.message(
                        MessageType.ADMINISTRATIVT, MessagePurpose.INFORMATION, to, "Tiden är ändrad till torsdag."));
        scene.diary().minutes(3, 90);
        scene.act(from, message + "/$withdraw", Sent.nothing().with("reason", "Gällde en annan person"));
    }

    void plan(String healthCentre) {
        scene.diary().minutes(10, 120);
        act(initiator, "plan", Sent.nothing().with("planning", CaseFactory.planning(patient, initiator, healthCentre)));
    }

    void startSip(String unit) {
        makeSure(unit);
        act(unit, "start-sip", Sent.nothing().with("text", "Trygghet hemma"));
    }

    void admit(String unit) {
        makeSure(unit);
        act(unit, "admit", Sent.nothing().with("reason", "Inskriven efter fall hemma"));
    }

    void close(CloseReason reason) {
        act(initiator, "close", Sent.nothing().with("reason", reason));
    }

    /** Before a party has read the last message. */
    void closeUnread(String party, CloseReason reason) {
        send(
                initiator,
                CaseFactory.message(
                        MessageType.ADMINISTRATIVT,
                        MessagePurpose.INFORMATION,
                        party,
                        "Vi avslutar samordningen i dag."));
        scene.diary().minutes(10, 60);
        act(
                initiator,
                "close",
                Sent.nothing().with("reason", reason).although(RuleCode.NOTHING_UNANSWERED, "Bekräftat per telefon."));
    }

    private Resource act(String unit, String operation, Sent sent) {
        return scene.act(unit, path + "/$" + operation, sent);
    }
}
