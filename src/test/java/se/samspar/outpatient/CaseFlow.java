package se.samspar.outpatient;

import static se.samspar.support.DemoRequests.parameters;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Consent.ConsentDataMeaning;
import org.hl7.fhir.r4.model.Consent.ConsentProvisionType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Task;
import se.samspar.fhir.generated.CloseReason;
import se.samspar.fhir.generated.Extensions;
import se.samspar.fhir.generated.MessagePart;
import se.samspar.fhir.generated.MessagePurpose;
import se.samspar.fhir.generated.MessageType;
import se.samspar.support.DemoCases;
import se.samspar.support.DemoRequests;
import se.samspar.support.HttpAnswer;
import se.samspar.support.SamsparApi;
import se.samspar.support.TestPatients;
import se.samspar.support.UnitClient;

/** A case as its parties would run it. */
final class CaseFlow {

    static final String HOME_SERVICE = "kommun-lund-hemtjanst";
    static final String HOME_CARE = "kommun-lund-hemsjukvard";
    static final String NEEDS_ASSESSMENT = "kommun-lund-bistand";
    static final String HEALTH_CENTRE = "vc-dalby";
    static final String REHABILITATION = "rehab-lund";
    static final String CLINIC = "sus-ortopedi";
    static final String SCHOOL = "skola-lund";

    private final SamsparApi api;
    private final String id;
    private final String consent;
    private final String patient;

    private CaseFlow(SamsparApi api, CarePlan opened, String consent) {
        this.api = api;
        this.id = opened.getIdElement().getIdPart();
        this.patient = opened.getSubject().getReference();
        this.consent = consent;
    }

    /** The home service opens a case with the health centre and the rehabilitation, by consent for all. */
    static CaseFlow opened(SamsparApi api) {
        return opened(api, HOME_SERVICE, List.of(HEALTH_CENTRE, REHABILITATION), permit());
    }

    static CaseFlow opened(SamsparApi api, String initiator, List<String> parties, Consent consent) {
        return of(api, open(api, initiator, parties, consent, TestPatients.next()));
    }

    /** The case that has been opened. */
    static CaseFlow of(SamsparApi api, HttpAnswer answer) {
        answer.expect(200);
        String recorded = answer.entries(Consent.class).stream()
                .map(found -> found.getIdElement().getIdPart())
                .findFirst()
                .orElse(null);
        return new CaseFlow(api, answer.entry(CarePlan.class), recorded);
    }

    static HttpAnswer open(
            SamsparApi api, String initiator, List<String> parties, Consent consent, Patient patient, Object... more) {
        List<Object> sent = new ArrayList<>(List.of(
                "patient",
                patient,
                "initiator",
                unit(initiator),
                "need",
                "Yrsel och fall hemma",
                "goal",
                "Bo kvar hemma"));
        parties.forEach(party -> sent.addAll(List.of("party", unit(party))));
        if (consent != null) {
            sent.addAll(List.of("consent", consent));
        }
        sent.addAll(Arrays.asList(more));
        return api.as(initiator).post("CarePlan/$open-case", parameters(sent.toArray()));
    }

    static Consent permit(String... units) {
        return DemoCases.consent(ConsentProvisionType.PERMIT, units);
    }

    static Consent deny(String... units) {
        return DemoCases.consent(ConsentProvisionType.DENY, units);
    }

    static Reference unit(String slug) {
        return DemoCases.unit(slug);
    }

    static Communication message(MessageType type, MessagePurpose purpose, String text, String... receivers) {
        Communication message = new Communication();
        message.addCategory(type.toConcept());
        message.setTopic(purpose.toConcept());
        Stream.of(receivers).forEach(receiver -> message.addRecipient(unit(receiver)));
        message.addPayload().setContent(new StringType(text));
        return message;
    }

    static Communication about(Communication message, MessagePart part) {
        message.getPayloadFirstRep()
                .addExtension()
                .setUrl(Extensions.MESSAGE_PART)
                .addExtension("heading", new CodeType(part.code()));
        return message;
    }

    String id() {
        return id;
    }

    String path() {
        return "CarePlan/" + id;
    }

    String patient() {
        return patient;
    }

    String consent() {
        return "Consent/" + consent;
    }

    UnitClient as(String slug) {
        return api.as(slug);
    }

    CarePlan read(String slug) {
        return as(slug).read(CarePlan.class, id);
    }

    HttpAnswer act(String slug, String operation, Object... parameters) {
        return as(slug).post(path() + "/$" + operation, parameters(parameters));
    }

    /** Acts although a rule speaks against it. */
    HttpAnswer actAside(String slug, String operation, String rule, Object... parameters) {
        return as(slug).post(path() + "/$" + operation, DemoRequests.justified(parameters(parameters), rule));
    }

    HttpAnswer send(String slug, Communication message) {
        return act(slug, "send", "message", message);
    }

    /** Makes sure of the consent for a unit. */
    void verify(String slug) {
        as(slug).post(consent() + "/$verify", new Parameters()).expect(200);
    }

    HttpAnswer withdraw(String slug) {
        return as(slug).post(consent() + "/$withdraw", parameters("reason", "Vill inte längre"));
    }

    /** Records in the case that the person refuses. */
    void refuse(String slug, String... units) {
        refusal(slug, units).expect(201);
    }

    HttpAnswer refusal(String slug, String... units) {
        Consent refusal = deny(units).setPatient(new Reference(patient));
        refusal.getProvision().addData().setMeaning(ConsentDataMeaning.INSTANCE).setReference(new Reference(path()));
        return as(slug).post("Consent", refusal);
    }

    HttpAnswer close(String slug, CloseReason reason, Object... more) {
        List<Object> sent = new ArrayList<>(List.of("reason", new CodeType(reason.code())));
        sent.addAll(Arrays.asList(more));
        return act(slug, "close", sent.toArray());
    }

    HttpAnswer on(String slug, Communication message, String operation, Object... parameters) {
        return as(slug).post(path(message) + "/$" + operation, parameters(parameters));
    }

    static String path(Communication message) {
        return "Communication/" + message.getIdElement().getIdPart();
    }

    /** The receipts of a message that the unit owns. */
    List<Task> inbox(String slug, Communication message) {
        return as(slug).get("Task?owner=Organization/%s&focus=%s".formatted(slug, path(message)))
                .expect(200)
                .entries(Task.class);
    }
}
