package se.samspar.pathway.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static se.samspar.support.StartedPathways.path;
import static se.samspar.support.StartedPathways.start;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.samspar.fhir.generated.CodeSystems;
import se.samspar.support.DemoRequests;
import se.samspar.support.HttpAnswer;
import se.samspar.support.InParallel;
import se.samspar.support.SamsparApi;
import se.samspar.support.SamsparTest;
import se.samspar.support.StartedPathways;
import se.samspar.support.TestPatients;

/** A pathway starts for living patients whom the unit sees already, once; of others nothing is learnt by it. */
@SamsparTest
class PathwayPatientTest {

    @Autowired
    SamsparApi api;

    private static Reference byNumber(Patient patient) {
        return new Reference().setIdentifier(patient.getIdentifierFirstRep());
    }

    private Patient patient(ServiceRequest request) {
        return api.as("vc-dalby")
                .read(Patient.class, request.getSubject().getReferenceElement().getIdPart());
    }

    @Test
    void anOwnPatientIsNamedByNumberAlone() {
        ServiceRequest request = StartedPathways.request(api);
        CarePlan plan = start(api, "sus-ortopedi", byNumber(patient(request)), "treatment")
                .expect(200)
                .resource(CarePlan.class);
        assertThat(plan.getSubject().getReference())
                .isEqualTo(request.getSubject().getReference());
        assertThat(plan.getSupportingInfo()).isEmpty();
    }

    /** Whoever they are, protected, deceased or nobody in the record: a unit that does not see them learns nothing. */
    @Test
    void aStrangerIsAsOneWhoIsNotThere() {
        Patient known = TestPatients.next();
        Patient deceased = TestPatients.next().setDeceased(new BooleanType(true));
        Patient secret = TestPatients.next();
        secret.getMeta().addSecurity(new Coding(CodeSystems.SE_SECURITY_LABEL, "sekretessmarkering", null));
        List<Reference> named =
                new ArrayList<>(List.of(new Reference("Patient/no-such-patient"), byNumber(TestPatients.next())));
        for (Patient stranger : List.of(known, deceased, secret)) {
            Patient stored = api.asAdmin()
                    .post("Patient", stranger, "Prefer: return=representation")
                    .expect(201)
                    .resource(Patient.class);
            named.add(byNumber(stranger));
            named.add(new Reference(path(stored)));
        }
        Reference origin = new Reference(path(StartedPathways.request(api)));
        assertThat(named.stream()
                        .flatMap(patient -> Stream.of(
                                start(api, "vc-dalby", patient, "treatment"),
                                start(api, "vc-dalby", patient, "treatment", "basedOn", origin)))
                        .map(answer -> answer.refused(422).body()))
                .as("all the same")
                .hasSize(16)
                .containsOnly(start(api, "vc-dalby", new Reference("Patient/none"), "treatment")
                        .body());
        for (Reference patient : named.subList(2, named.size())) {
            if (patient.hasReference()) {
                api.as("vc-dalby").get(patient.getReference()).refused(404);
            }
        }
    }

    @Test
    void whoIsProtectedIsNotFoundByNumber() {
        Patient secret = TestPatients.next();
        secret.getMeta().addSecurity(new Coding(CodeSystems.SE_SECURITY_LABEL, "sekretessmarkering", null));
        ServiceRequest request = api.as("vc-dalby")
                .post("ServiceRequest/$submit", DemoRequests.submit(DemoRequests.consultation(), secret))
                .expect(200)
                .entry(ServiceRequest.class);
        start(api, "vc-dalby", byNumber(secret), "treatment").refused(422);
        start(api, "vc-dalby", request.getSubject(), "treatment").expect(200);
    }

    @Test
    void whoHasDiedIsNoPatientOfIt() {
        ServiceRequest request = StartedPathways.request(api);
        Patient person = patient(request).setDeceased(new BooleanType(true));
        api.asAdmin().put(path(person), person).expect(200);
        assertThat(start(api, "vc-dalby", request.getSubject(), "treatment")
                        .refused(422)
                        .ruleCodes())
                .containsExactly("patient-alive");
    }

    @Test
    void aUnitHasThePatientOnAPathwayOnce() {
        ServiceRequest request = StartedPathways.request(api);
        CarePlan plan = StartedPathways.started(api, request, "treatment");
        assertThat(start(api, "vc-dalby", request.getSubject(), "investigation")
                        .refused(422)
                        .ruleCodes())
                .containsExactly("pathway-started-once");
        start(api, "sus-ortopedi", request.getSubject(), "treatment").expect(200);
        StartedPathways.leave(api, "vc-dalby", plan).expect(200);
        start(api, "vc-dalby", request.getSubject(), "investigation").expect(200);
    }

    @RepeatedTest(3)
    void ofTwoStartedAtOnceOneWins() throws Exception {
        ServiceRequest request = StartedPathways.request(api);
        List<HttpAnswer> answers = InParallel.run(3, () -> start(api, "vc-dalby", request.getSubject(), "treatment"));
        assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(1);
        assertThat(answers).filteredOn(answer -> answer.status() != 200).allSatisfy(answer -> assertThat(
                        answer.refused(422).ruleCodes())
                .containsExactly("pathway-started-once"));
    }
}
