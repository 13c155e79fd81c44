package se.samspar.track;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.samspar.support.DemoRequests;
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
        ServiceRequest request = DemoRequests.consultation();
        request.getRequester().setReference("Organization/" + unit);
        request.setSubject(new Reference().setIdentifier(patient.getIdentifierFirstRep()));
        return api.as(unit).post("ServiceRequest/$submit", DemoRequests.submit(request, patient));
    }
}
