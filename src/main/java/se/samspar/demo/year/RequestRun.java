package se.samspar.demo.year;

import java.time.Instant;
import java.util.Optional;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ServiceRequest;
import se.samspar.fhir.ResourcePath;
import se.samspar.fhir.generated.AnswerKind;
import se.samspar.fhir.generated.ConsultationOutcome;
import se.samspar.fhir.generated.RuleCode;
import se.samspar.fhir.generated.Track;
import se.samspar.fhir.generated.TriageDecision;

/** A request that has been sent, and the steps that its two units take. */
final class RequestRun {

    /** A person who was not told, among so many. */
    private static final double NOT_TOLD = 0.02;

    private final Scene scene;
    private final String requester;
    private final String path;
    private final Reference patient;
    private String receiver;

    RequestRun(Scene scene, String requester, String receiver, ServiceRequest request) {
        this.scene = scene;
        this.requester = requester;
        this.receiver = receiver;
        this.path = ResourcePath.of(request);
        this.patient = request.getSubject();
    }

    static RequestRun sent(Scene scene, String requester, String receiver, ServiceRequest request) {
        return sent(scene, requester, receiver, request, Sent.nothing());
    }

    /** @param more what is sent besides the request and its patient */
    static RequestRun sent(Scene scene, String requester, String receiver, ServiceRequest request, Sent more) {
        Resource answer = scene.act(
                requester,
                "ServiceRequest/$submit",
                more.with("request", request).with("patient", scene.patient().patient()));
        return new RequestRun(scene, requester, receiver, Sent.first(answer, ServiceRequest.class));
    }

    String requester() {
        return requester;
    }

    String receiver() {
        return receiver;
    }

    String path() {
        return path;
    }

    Reference patient() {
        return patient;
    }

    void receive() {
        act(receiver, "receive", Sent.nothing());
    }

    void accept() {
        act(receiver, "triage", decision(TriageDecision.ACCEPT));
    }

    void accept(Instant planned) {
        act(receiver, "triage", decision(TriageDecision.ACCEPT).with("plannedTime", Diary.sent(planned)));
    }

    void decline(String reason) {
        act(receiver, "triage", decision(TriageDecision.DECLINE).with("reason", reason));
    }

    void forward(String to) {
        act(
                receiver,
                "triage",
                decision(TriageDecision.FORWARD)
                        .with("forwardTo", Sent.unit(to))
                        .with("reason", "Patienten bor närmare"));
        receiver = to;
    }

    void askForMore(String what) {
        act(receiver, "triage", decision(TriageDecision.REQUEST_SUPPLEMENT).with("reason", what));
    }

    void supplement(String text) {
        act(requester, "supplement", Sent.nothing().with("workUp", text));
    }

    void cancel(String reason) {
        act(requester, "cancel", Sent.nothing().with("reason", reason));
    }

    /** The final answer, and the referral where one follows from it. */
    Optional<RequestRun> answer(ConsultationOutcome outcome, String text, String nextStep) {
        Sent answer = Sent.nothing()
                .with("kind", AnswerKind.FINAL)
                .with("outcome", outcome)
                .with("text", text);
        if (scene.chance().in(NOT_TOLD)) {
            answer.although(RuleCode.PATIENT_INFORMED, "Patienten nås inte per telefon, brev är skickat.");
        } else {
            answer.with("nextStep", nextStep).with("patientInformed", true);
        }
        return Sent.each(act(receiver, "answer", answer), ServiceRequest.class)
                .filter(found -> !ResourcePath.of(found).equals(path))
                .filter(found -> found.getCategory().stream().anyMatch(Track.ELEKTIV_REMISS::isIn))
                .findFirst()
                .map(followOn -> new RequestRun(scene, requester, receiver, followOn));
    }

    private static Sent decision(TriageDecision decision) {
        return Sent.nothing().with("decision", decision);
    }

    private Resource act(String unit, String operation, Sent sent) {
        return scene.act(unit, path + "/$" + operation, sent);
    }
}
