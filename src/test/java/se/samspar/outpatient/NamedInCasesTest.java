package se.samspar.outpatient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;
import static se.samspar.outpatient.CaseFlow.HEALTH_CENTRE;
import static se.samspar.outpatient.CaseFlow.HOME_SERVICE;
import static se.samspar.outpatient.CaseFlow.REHABILITATION;
import static se.samspar.support.DemoRequests.parameters;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import se.samspar.fhir.generated.CarePlanType;
import se.samspar.fhir.generated.MessagePurpose;
import se.samspar.fhir.generated.MessageType;
import se.samspar.support.HttpAnswer;
import se.samspar.support.SamsparApi;
import se.samspar.support.SamsparTest;

/** Whoever names what it does not see is answered as if it were not there, wherever it names it (ALL-3). */
@SamsparTest
class NamedInCasesTest {

    private static final String STRANGER = "vc-centrum";

    @Autowired
    SamsparApi api;

    private CaseFlow own;
    private CaseFlow others;
    private Communication message;

    @BeforeEach
    void aStrangerHasACaseOfItsOwnAndTheOthersHaveTheirs() {
        own = CaseFlow.opened(api, STRANGER, List.of(REHABILITATION), CaseFlow.permit());
        others = CaseFlow.opened(api);
        message = others.send(HOME_SERVICE, message(HEALTH_CENTRE)).expect(200).entry(Communication.class);
    }

    private static Communication message(String... receivers) {
        return CaseFlow.message(MessageType.VARDBEGARAN, MessagePurpose.INFORMATION, "Yr sedan i går.", receivers);
    }

    /** What the stranger sends, for a name. */
    private Map<String, Function<String, HttpAnswer>> attempts() {
        return Map.ofEntries(
                Map.entry("Patient of $open-case", name -> open("patientReference", name)),
                Map.entry("Consent of $open-case", name -> open("consentReference", name)),
                Map.entry("Communication that a sent message answers", name -> own.send(STRANGER, answer(name))),
                Map.entry("Communication that a sent message is about", name -> own.send(STRANGER, about(name))),
                Map.entry("CarePlan of a message", name -> post(inCase(message(REHABILITATION), name))),
                Map.entry("CarePlan of a message to whom it may concern", name -> post(inCase(changed(), name))),
                Map.entry("CarePlan of a consent", name -> post(consent(name))),
                Map.entry("CarePlan of a planning", name -> post(planning(name))),
                Map.entry("Patient of a case", name -> post(caseOf(name))));
    }

    private String hidden(String attempt) {
        return switch (attempt.split(" ")[0]) {
            case "Patient" -> others.patient();
            case "Consent" -> others.consent();
            case "Communication" -> CaseFlow.path(message);
            default -> others.path();
        };
    }

    @TestFactory
    Stream<DynamicTest> whatIsHiddenIsAnsweredAsWhatIsNotThere() {
        return attempts().entrySet().stream()
                .map(attempt -> dynamicTest(attempt.getKey(), () -> {
                    String hidden = hidden(attempt.getKey());
                    String unknown = hidden.replaceAll("/.*", "/" + UUID.randomUUID());

                    HttpAnswer ofHidden = attempt.getValue().apply(hidden);
                    HttpAnswer ofUnknown = attempt.getValue().apply(unknown);

                    assertThat(ofHidden.status()).as(ofHidden.body()).isBetween(400, 499);
                    assertThat(ofHidden.status()).isEqualTo(ofUnknown.status());
                    assertThat(ofHidden.body().replace(hidden, "x"))
                            .isEqualTo(ofUnknown.body().replace(unknown, "x"));
                }));
    }

    private HttpAnswer open(String parameter, String name) {
        Parameters opening = parameters(
                "initiator",
                CaseFlow.unit(STRANGER),
                "party",
                CaseFlow.unit("vc-dalby"),
                parameter,
                new Reference(name));
        if (!parameter.equals("patientReference")) {
            opening.addParameter().setName("patientReference").setValue(new Reference(own.patient()));
        }
        return api.as(STRANGER).post("CarePlan/$open-case", opening);
    }

    private Communication answer(String name) {
        return message(REHABILITATION).addInResponseTo(new Reference(name));
    }

    private Communication about(String name) {
        return message(REHABILITATION).addAbout(new Reference(name));
    }

    private HttpAnswer post(Resource resource) {
        return api.as(STRANGER).post(resource.fhirType(), resource);
    }

    /** A changed situation goes to every party of the case. */
    private static Communication changed() {
        return CaseFlow.message(MessageType.VARDBEGARAN, MessagePurpose.SITUATION_CHANGED, "Har flyttat.");
    }

    private Communication inCase(Communication sent, String name) {
        sent.setStatus(Communication.CommunicationStatus.COMPLETED);
        return sent.addBasedOn(new Reference(name))
                .setSubject(new Reference(own.patient()))
                .setSender(CaseFlow.unit(STRANGER));
    }

    private Consent consent(String name) {
        Consent consent = CaseFlow.permit();
        consent.setPatient(new Reference(own.patient()));
        consent.getProvision()
                .addData()
                .setMeaning(Consent.ConsentDataMeaning.INSTANCE)
                .setReference(new Reference(name));
        return consent;
    }

    private CarePlan planning(String name) {
        return Plannings.of(own, CarePlanType.SHARED_PLANNING, Plannings.planning(own))
                .setPartOf(List.of(new Reference(name)));
    }

    private CarePlan caseOf(String patient) {
        return Plannings.aCase(patient, STRANGER);
    }
}
