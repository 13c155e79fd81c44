package se.samspar.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import se.samspar.fhir.generated.Extensions;
import se.samspar.support.DemoRequests;
import se.samspar.support.HttpAnswer;
import se.samspar.support.SamsparApi;
import se.samspar.support.SamsparTest;
import se.samspar.support.TestPatients;
import se.samspar.support.UnitClient;

/** What is refused, and how, answers no question about what is another unit's (ALL-3, contract section 6). */
@SamsparTest
class QuestionsAboutOthersTest {

    @Autowired
    SamsparApi api;

    private UnitClient foreign;
    private Patient patient;
    private String patientPath;

    @BeforeEach
    void dalbyHasAPatient() {
        foreign = api.as("vc-limhamn");
        patient = TestPatients.next();
        patientPath = api.as("vc-dalby")
                .post("ServiceRequest/$submit", DemoRequests.submit(DemoRequests.consultation(), patient))
                .expect(200)
                .entry(ServiceRequest.class)
                .getSubject()
                .getReference();
    }

    @Test
    void aFaultyRequestDoesNotConfirmWhoAnothersPatientIs() {
        Identifier right = patient.getIdentifierFirstRep();
        Identifier wrong = TestPatients.next().getIdentifierFirstRep();

        assertThat(refusal(patientPath, right))
                .isEqualTo(refusal(patientPath, wrong))
                .isEqualTo(refusal("Patient/" + UUID.randomUUID(), right))
                .contains("reference-known", "question-present");
    }

    private List<String> refusal(String reference, Identifier identifier) {
        ServiceRequest request = DemoRequests.consultation();
        request.setRequester(new Reference("Organization/vc-limhamn"));
        request.setReasonCode(null);
        request.addSupportingInfo(new Reference(reference).setIdentifier(identifier));
        return foreign.post("ServiceRequest/$submit", DemoRequests.submit(request, TestPatients.next()))
                .expect(422)
                .ruleCodes();
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://hemligt.example/rum", "https://video.samspar.example/rum/mdk-ortopedi-1"})
    void aPatchDoesNotAskForTheRoomOfAConference(String guess) {
        String patch = "[{\"op\":\"test\",\"path\":\"/extension/0/valueUrl\",\"value\":\"%s\"}]".formatted(guess);

        HttpAnswer answer = foreign.patch("Appointment/sus-ortopedi-mdk-1", patch);

        assertThat(answer.expect(403).body()).doesNotContain(guess);
        assertThat(answer.body())
                .isEqualTo(foreign.patch(
                                "Appointment/sus-ortopedi-mdk-1", "[{\"op\":\"remove\",\"path\":\"/extension/7\"}]")
                        .body());
    }

    @Test
    void thereIsARoomThatItCouldHaveAskedFor() {
        assertThat(api.as("sus-ortopedi")
                        .read(Appointment.class, "sus-ortopedi-mdk-1")
                        .hasExtension(Extensions.VIDEO_LINK))
                .isTrue();
    }

    @Test
    void aRefusalRepeatsNoConditionAndNoIdentityNumber() {
        String number = patient.getIdentifierFirstRep().getValue();
        Encounter visit = new Encounter().setSubject(new Reference("Patient?identifier=" + number));

        for (HttpAnswer answer : List.of(
                foreign.post("Encounter", visit),
                foreign.post("Encounter", visit, "If-None-Exist: subject.identifier=" + number),
                foreign.put("Encounter?subject.identifier=" + number, visit),
                foreign.get("Encounter?subject.identifier.identifier=" + number))) {
            assertThat(answer.status()).isBetween(400, 422);
            assertThat(answer.body()).doesNotContain(number);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"DocumentReference?type:above=x", "Condition?code:in=http://example.org/vs", "Task?code:below=x"
            })
    void searchesThatAskATerminologyAreRefused(String search) {
        assertThat(foreign.get(search).expect(400).body()).contains("not supported");
    }

    /** Of an id that is there it would find something, of one that is not nothing. */
    @ParameterizedTest
    @ValueSource(strings = {"Patient", "CarePlan", "Appointment", "Communication"})
    void allButOneIsNotAskedFor(String type) {
        for (String modifier : List.of(":not", ":missing")) {
            assertThat(foreign.get(type + "?_id" + modifier + "=true")
                            .expect(400)
                            .body())
                    .contains("modifier");
        }
    }

    @Test
    void whatIsMissingInDefinitionsIsNotSearchedFor() {
        api.asNobody().get("CodeSystem?name:missing=false").expect(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer ", "Bearer a, Bearer b", "Bearer a b"})
    void aMalformedTokenIsToldSoInAnOutcome(String authorization) {
        HttpAnswer answer = api.asNobody().get("Task", "Authorization: " + authorization);

        assertThat(answer.expect(401).outcome().getIssueFirstRep().getDiagnostics())
                .isNotBlank();
    }
}
