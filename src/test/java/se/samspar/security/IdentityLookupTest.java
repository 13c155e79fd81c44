package se.samspar.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Isolated;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import se.samspar.support.DemoRequests;
import se.samspar.support.HttpAnswer;
import se.samspar.support.SamsparApi;
import se.samspar.support.SamsparTest;
import se.samspar.support.TestPatients;
import se.samspar.support.UnitClient;

/** Looking up people by their identity is logged apart and has a limit for each unit (contract section 4). */
@Isolated("reads what the whole server logs")
@SamsparTest
@ExtendWith(OutputCaptureExtension.class)
class IdentityLookupTest {

    @Autowired
    SamsparApi api;

    @Test
    void aUnitThatAsksForTooManyPeopleHasToWait(CapturedOutput output) {
        UnitClient curious = api.as("vc-tabelund");
        curious.get("Patient?identifier=" + TestPatients.nextNumber()).expect(200);
        curious.get("Task?patient.identifier=" + TestPatients.nextNumber() + "," + TestPatients.nextNumber())
                .expect(200);

        List<HttpAnswer> refused = List.of(
                curious.get("Patient?identifier=" + TestPatients.nextNumber() + "," + TestPatients.nextNumber() + ","
                        + TestPatients.nextNumber()),
                submit(curious, "vc-tabelund", manyNamed()));

        assertThat(refused).allSatisfy(answer -> {
            assertThat(answer.status()).as(answer.body()).isEqualTo(429);
            assertThat(Integer.parseInt(answer.header("Retry-After"))).isBetween(1, 60);
            assertThat(answer.outcome().getIssueFirstRep().getCode()).isEqualTo(OperationOutcome.IssueType.THROTTLED);
        });
        curious.get("Task?owner=Organization/vc-tabelund").expect(200);
        api.as("vc-dalby")
                .get("Patient?identifier=" + TestPatients.nextNumber())
                .expect(200);
        assertThat(lines(output, "unit " + SamsparTest.CURIOUS_UNIT))
                .hasSize(4)
                .filteredOn(line -> line.contains("Refused"))
                .hasSize(2);
    }

    @Test
    void theLogSaysWhoAskedAndNotForWhom(CapturedOutput output) {
        Patient patient = TestPatients.next();
        String number = patient.getIdentifierFirstRep().getValue();

        submit(api.as("vc-granen"), "vc-granen", patient).expect(200);
        api.as("vc-granen").get("Patient?identifier=" + number).expect(200);

        assertThat(lines(output, "unit SE2321000255-DEMO-VC-GRANEN"))
                .hasSize(2)
                .allMatch(line -> line.contains("identity-lookup") && line.contains("employee SE2321000255-DEMO"));
        assertThat(output).doesNotContain(number);
    }

    private static Patient manyNamed() {
        Patient patient = TestPatients.next();
        patient.addIdentifier(TestPatients.next().getIdentifierFirstRep());
        patient.addIdentifier(TestPatients.next().getIdentifierFirstRep());
        return patient;
    }

    private static List<String> lines(CapturedOutput output, String text) {
        return output.getOut().lines().filter(line -> line.contains(text)).toList();
    }

    private static HttpAnswer submit(UnitClient unit, String slug, Patient patient) {
        ServiceRequest request = DemoRequests.consultation();
        request.setRequester(new Reference("Organization/" + slug));
        return unit.post("ServiceRequest/$submit", DemoRequests.submit(request, patient));
    }
}
