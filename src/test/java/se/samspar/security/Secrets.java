package se.samspar.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.DocumentReference;
import org.hl7.fhir.r4.model.Enumerations.DocumentReferenceStatus;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Subscription;
import org.hl7.fhir.r4.model.Subscription.SubscriptionStatus;
import org.hl7.fhir.r4.model.Task;
import se.samspar.fhir.generated.SubscriptionTopic;
import se.samspar.pathway.monitoring.MonitoringFlow;
import se.samspar.support.DemoRequests;
import se.samspar.support.HttpAnswer;
import se.samspar.support.SamsparApi;
import se.samspar.support.StartedPathways;
import se.samspar.support.Subscriptions;
import se.samspar.support.TestPatients;

/**
 * What two units know of a patient and a third one must not: each thing by the name that stands for it in the table of
 * attacks.
 */
record Secrets(Map<String, String> byName) {

    /** The health centre Dalby has sent a request with a file to orthopaedics, which has begun to answer. */
    static Secrets of(SamsparApi api) {
        String mark = UUID.randomUUID().toString().replace("-", "").substring(0, 10);
        String family = "Hemlig" + mark;
        Patient patient = TestPatients.next();
        patient.getNameFirstRep().setFamily(family);
        ServiceRequest request = DemoRequests.consultation();
        request.getReasonCodeFirstRep().setText("Fråga" + mark);
        Parameters sent = DemoRequests.submit(request, patient);
        sent.addParameter().setName("attachment").setResource(attachment("Titel" + mark, "Innehall" + mark));
        HttpAnswer submitted =
                api.as("vc-dalby").post("ServiceRequest/$submit", sent).expect(200);
        String requestId = id(submitted.entry(ServiceRequest.class));
        HttpAnswer accepted = api.as("sus-ortopedi")
                .post(
                        "ServiceRequest/" + requestId + "/$triage",
                        DemoRequests.parameters("decision", new CodeType("accept")))
                .expect(200);
        assertThat(accepted.entry(Task.class).getStatus().toCode()).isEqualTo("accepted");
        HttpAnswer answered = api.as("sus-ortopedi")
                .post(
                        "ServiceRequest/" + requestId + "/$answer",
                        DemoRequests.parameters("kind", new CodeType("partial"), "text", new StringType("Svar" + mark)))
                .expect(200);

        Map<String, String> known = new LinkedHashMap<>();
        known.put("request", requestId);
        known.put("patient", id(submitted.entry(Patient.class)));
        known.put("task", id(submitted.entry(Task.class)));
        known.put("answer", id(answered.entry(Communication.class)));
        known.put(
                "document",
                new IdType(submitted
                                .entry(ServiceRequest.class)
                                .getSupportingInfoFirstRep()
                                .getReference())
                        .getIdPart());
        known.put("subscription", subscription(api, "Titel" + mark));
        CarePlan pathway = StartedPathways.started(api, submitted.entry(ServiceRequest.class), "treatment");
        known.put("pathway", id(pathway));
        known.put("value", id(new MonitoringFlow(api, pathway).fever()));
        known.put("number", patient.getIdentifierFirstRep().getValue());
        known.put("name", family);
        known.put("question", "Fråga" + mark);
        known.put("title", "Titel" + mark);
        known.put("content", "Innehall" + mark);
        known.put("text", "Svar" + mark);
        return new Secrets(known);
    }

    /** One that is turned off, with an address that is as secret as all else. */
    private static String subscription(SamsparApi api, String title) {
        Subscription subscription =
                Subscriptions.to(SubscriptionTopic.REQUEST_CHANGED, "http://localhost:8090/" + title, "id-only");
        subscription.setStatus(SubscriptionStatus.OFF);
        return id(api.as("vc-dalby")
                .post("Subscription", subscription)
                .expect(201)
                .resource(Subscription.class));
    }

    /** Names and numbers that nobody has. */
    static Secrets ofNobody() {
        Map<String, String> invented = new LinkedHashMap<>();
        for (String name :
                new String[] {"request", "patient", "task", "answer", "document", "subscription", "pathway", "value"}) {
            invented.put(name, UUID.randomUUID().toString());
        }
        invented.put("number", TestPatients.nextNumber());
        String mark = UUID.randomUUID().toString().replace("-", "").substring(0, 10);
        invented.put("name", "Hemlig" + mark);
        for (String name : new String[] {"question", "title", "content", "text"}) {
            invented.put(name, name + mark);
        }
        return new Secrets(invented);
    }

    /** The text with each {@code {name}} replaced by what it stands for. */
    String in(String template) {
        String filled = template;
        for (Map.Entry<String, String> known : byName.entrySet()) {
            filled = filled.replace("{" + known.getKey() + "}", known.getValue());
        }
        return filled;
    }

    /** The same text with names in place of what they stand for. */
    String out(String text) {
        String blank = text;
        for (Map.Entry<String, String> known : byName.entrySet()) {
            blank = blank.replace(known.getValue(), "{" + known.getKey() + "}");
        }
        return blank;
    }

    /** Fails when an answer has anything of it that the attacker did not send itself. */
    void assertHidden(String answer, String sent) {
        String lower = answer.toLowerCase(Locale.ROOT);
        byName.forEach((name, secret) -> {
            if (!sent.contains(secret)) {
                assertThat(lower)
                        .as("%s in the answer to %s", name, sent)
                        .doesNotContain(secret.toLowerCase(Locale.ROOT));
            }
        });
    }

    private static String id(Resource resource) {
        return resource.getIdElement().getIdPart();
    }

    private static DocumentReference attachment(String title, String content) {
        DocumentReference attachment = new DocumentReference().setStatus(DocumentReferenceStatus.CURRENT);
        attachment
                .addContent()
                .getAttachment()
                .setContentType("text/plain")
                .setTitle(title)
                .setData(content.getBytes(StandardCharsets.UTF_8));
        return attachment;
    }
}
