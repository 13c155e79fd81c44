package se.samspar.track;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.MarkdownType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestIntent;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestStatus;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.samspar.fhir.generated.CodeSystems;
import se.samspar.fhir.generated.Extensions;
import se.samspar.fhir.generated.Track;
import se.samspar.support.HttpAnswer;
import se.samspar.support.InParallel;
import se.samspar.support.SamsparApi;
import se.samspar.support.SamsparTest;
import se.samspar.support.TestPatients;

/** Of several health centres that ask the same for one patient at the same moment, one gets through. */
@SamsparTest
class OneActiveRequestTest {

    private static final List<String> HEALTH_CENTRES =
            List.of("vc-dalby", "vc-limhamn", "vc-centrum", "vc-granen", "vc-masen", "vc-kavlinge");

    @Autowired
    SamsparApi api;

    @Test
    void oneOfSeveralAtOnceWins() throws Exception {
        Patient patient = TestPatients.next();
        HEALTH_CENTRES.forEach(api::as); // tokens beforehand, so that the requests meet
        List<HttpAnswer> answers = InParallel.run(HEALTH_CENTRES.stream()
                .<Callable<HttpAnswer>>map(unit -> () -> submit(unit, patient.copy()))
                .toList());
        assertThat(answers).extracting(HttpAnswer::status).containsOnly(200, 422);
        assertThat(answers.stream().filter(answer -> answer.status() == 200)).hasSize(1);
        assertThat(refused(answers)).allSatisfy(answer -> {
            assertThat(answer.ruleCodes()).containsExactly("one-active-request");
            assertThat(answer.body())
                    .doesNotContain(
                            "vc-", "sus-", patient.getIdentifierFirstRep().getValue());
        });
    }

    private static Stream<HttpAnswer> refused(List<HttpAnswer> answers) {
        return answers.stream().filter(answer -> answer.status() == 422);
    }

    private HttpAnswer submit(String unit, Patient patient) {
        ServiceRequest request = new ServiceRequest();
        request.setStatus(ServiceRequestStatus.ACTIVE).setIntent(ServiceRequestIntent.ORDER);
        request.addCategory(Track.DIGITAL_SPECIALISTKONSULTATION.toConcept());
        request.addExtension(new Extension(Extensions.WORK_UP, new MarkdownType("Basal utredning.")));
        request.setSubject(new Reference().setIdentifier(patient.getIdentifierFirstRep()));
        request.setRequester(new Reference("Organization/" + unit));
        request.addPerformer(new Reference("Organization/sus-ortopedi"));
        request.getPerformerType()
                .addCoding(
                        new Coding().setSystem(CodeSystems.HSA_VERKSAMHETSKOD).setCode("1324"));
        request.addReasonCode().setText("Bedömning?");
        Parameters submission = new Parameters();
        submission.addParameter().setName("request").setResource(request);
        submission.addParameter().setName("patient").setResource(patient);
        return api.as(unit).post("ServiceRequest/$submit", submission);
    }

    private static HttpAnswer get(Future<HttpAnswer> answer) {
        try {
            return answer.get();
        } catch (Exception failed) {
            throw new AssertionError(failed);
        }
    }
}
