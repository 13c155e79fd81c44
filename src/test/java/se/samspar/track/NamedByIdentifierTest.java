package se.samspar.track;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.UUID;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.OperationOutcome.OperationOutcomeIssueComponent;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Practitioner;
import org.hl7.fhir.r4.model.PractitionerRole;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.Task;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.samspar.fhir.generated.Extensions;
import se.samspar.fhir.generated.IdentifierSystems;
import se.samspar.fhir.generated.Track;
import se.samspar.support.DemoRequests;
import se.samspar.support.HttpAnswer;
import se.samspar.support.SamsparApi;
import se.samspar.support.SamsparTest;
import se.samspar.support.TestPatients;
import se.samspar.support.UnitClient;

/** People are named by an HSA-id alone too, and stand in the record as the role that they have at the unit. */
@SamsparTest
class NamedByIdentifierTest {

    @Autowired
    SamsparApi api;

    @Test
    void theRequesterIsNamedByTheHsaIdOfThePerson() {
        ServiceRequest request = RequestFlow.request(Track.ELEKTIV_REMISS).setRequester(person("vc-dalby-lakare-1"));

        HttpAnswer submitted = submit(request).expect(200);

        ServiceRequest kept = submitted.entry(ServiceRequest.class);
        assertThat(kept.getRequester().getReference()).isEqualTo(RequestFlow.PHYSICIAN);
        assertThat(submitted.entry(Task.class).getRequester().getReference()).isEqualTo("Organization/vc-dalby");
        api.as("vc-dalby")
                .read(
                        Patient.class,
                        submitted.entry(Patient.class).getIdElement().getIdPart());
    }

    @Test
    void theSameHoldsByPlainRest() {
        UnitClient unit = api.as("vc-dalby");
        RequestFlow known = RequestFlow.submitted(api);
        ServiceRequest request = RequestFlow.request(Track.ELEKTIV_REMISS).setRequester(person("vc-dalby-lakare-1"));
        request.setSubject(known.request().getSubject());

        ServiceRequest kept = unit.post("ServiceRequest", request).expect(201).resource(ServiceRequest.class);

        assertThat(kept.getRequester().getReference()).isEqualTo(RequestFlow.PHYSICIAN);
    }

    @Test
    void theRequesterIsNamedByTheHsaIdOfTheRole() {
        String number = "SE2321000255-DEMO-" + UUID.randomUUID();
        String role = role(practitioner(), number);
        ServiceRequest request = RequestFlow.request(Track.ELEKTIV_REMISS).setRequester(hsaId(number));

        ServiceRequest kept = submit(request).expect(200).entry(ServiceRequest.class);

        assertThat(kept.getRequester().getReference()).isEqualTo("PractitionerRole/" + role);
    }

    @Test
    void someoneAtAnotherUnitIsNoRequester() {
        ServiceRequest request = RequestFlow.request(Track.ELEKTIV_REMISS).setRequester(person("vc-limhamn-lakare-1"));

        OperationOutcomeIssueComponent issue = refusal(submit(request));

        assertThat(issue.getDetails().getText()).contains("at your unit");
        assertThat(issue.getDetails().getCoding()).extracting(Coding::getCode).contains("PR001");
    }

    @Test
    void someoneWithTwoRolesAtTheUnitIsNamedByOneOfThem() {
        String person = practitioner();
        role(person, null);
        role(person, null);
        ServiceRequest request = RequestFlow.request(Track.ELEKTIV_REMISS).setRequester(hsaId(person));

        refusal(submit(request));
    }

    @Test
    void aPractitionerIsToldWhatARequesterIs() {
        ServiceRequest request =
                RequestFlow.request(Track.ELEKTIV_REMISS).setRequester(new Reference("Practitioner/vc-dalby-lakare-1"));

        assertThat(refusal(submit(request)).getDetails().getText())
                .isEqualTo("A requester is a PractitionerRole or an Organization, not a Practitioner.");
    }

    @Test
    void whoTakesOverAPatientIsNamedByHsaId() {
        ServiceRequest comeBack = TrackRequests.comeBack();
        comeBack.getExtensionByUrl(Extensions.NAMED_RECEIVER).setValue(person("vc-dalby-lakare-1"));

        ServiceRequest kept = RequestFlow.submit(api.as("sus-ortopedi"), comeBack, TestPatients.next())
                .expect(200)
                .entry(ServiceRequest.class);

        assertThat(reference(kept.getExtensionByUrl(Extensions.NAMED_RECEIVER))).isEqualTo(RequestFlow.PHYSICIAN);
        comeBack.getExtensionByUrl(Extensions.NAMED_RECEIVER).setValue(person("vc-limhamn-lakare-1"));
        assertThat(RequestFlow.submit(api.as("sus-ortopedi"), comeBack, TestPatients.next())
                        .expect(422)
                        .ruleCodes())
                .contains("return-complete");
    }

    @Test
    void aColleagueIsNamedByHsaId() {
        RequestFlow flow = RequestFlow.submitted(api);

        Task given = reassign(flow, person("sus-ortopedi-lakare-2")).expect(200).resource(Task.class);

        assertThat(reference(given.getExtensionByUrl(Extensions.ASSIGNED_TO)))
                .isEqualTo("PractitionerRole/sus-ortopedi-lakare-2");
        OperationOutcomeIssueComponent issue = reassign(flow, person("vc-dalby-lakare-1"))
                .expect(422)
                .outcome()
                .getIssueFirstRep();
        assertThat(issue.getExpression().get(0).getValue()).contains("'to'");
        reassign(flow, new Reference()).expect(422);
    }

    private static HttpAnswer reassign(RequestFlow flow, Reference to) {
        return flow.clinic().post(flow.path("reassign"), DemoRequests.parameters("to", to.setDisplay("Kollegan")));
    }

    private HttpAnswer submit(ServiceRequest request) {
        return RequestFlow.submit(api.as("vc-dalby"), request, TestPatients.next());
    }

    private static OperationOutcomeIssueComponent refusal(HttpAnswer answer) {
        return answer.expect(422).outcome().getIssue().stream()
                .filter(issue -> issue.getDetails().getCoding().stream()
                        .anyMatch(coding -> coding.getCode().equals("requester-may-start-track")))
                .findFirst()
                .orElseThrow(() -> new AssertionError(answer.body()));
    }

    /** HSA-id of a new practitioner. */
    private String practitioner() {
        String number = "SE2321000255-DEMO-" + UUID.randomUUID();
        api.asAdmin()
                .put(
                        "Practitioner/" + id(number),
                        new Practitioner().addIdentifier(identifier(number)).setId(id(number)))
                .expect(201);
        return number;
    }

    /** Id of a new role at the health centre. */
    private String role(String person, String number) {
        PractitionerRole role = new PractitionerRole()
                .setActive(true)
                .setPractitioner(new Reference("Practitioner/" + id(person)))
                .setOrganization(new Reference("Organization/vc-dalby"));
        if (number != null) {
            role.addIdentifier(identifier(number));
        }
        return api.asAdmin()
                .post("PractitionerRole", role)
                .expect(201)
                .resource(PractitionerRole.class)
                .getIdElement()
                .getIdPart();
    }

    private static String id(String number) {
        return number.substring(number.length() - 36);
    }

    private static Identifier identifier(String number) {
        return new Identifier()
                .setType(new CodeableConcept(new Coding("http://terminology.hl7.org/CodeSystem/v2-0203", "PRN", null)))
                .setSystem(IdentifierSystems.HSA_ID)
                .setValue(number);
    }

    private static Reference person(String slug) {
        return hsaId("SE2321000255-DEMO-" + slug.toUpperCase(Locale.ROOT));
    }

    private static Reference hsaId(String number) {
        return new Reference()
                .setIdentifier(
                        new Identifier().setSystem(IdentifierSystems.HSA_ID).setValue(number));
    }

    private static String reference(Extension extension) {
        return ((Reference) extension.getValue()).getReference();
    }
}
