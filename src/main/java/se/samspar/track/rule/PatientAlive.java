package se.samspar.track.rule;

import java.util.List;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.ServiceRequest;
import se.samspar.rule.Finding;
import se.samspar.rule.Rule;
import se.samspar.rule.RuleContext;
import se.samspar.rule.RuleInfo;
import se.samspar.rule.Severity;

/** Nobody is called to a consultation after death. */
@RuleInfo(
        code = "patient-alive",
        severity = Severity.BLOCK,
        requirement = "OVP-15",
        remedy = "Check that it is the right patient; if the person is alive, have the population register data"
                + " corrected and send again.")
final class PatientAlive implements Rule<ServiceRequest> {

    @Override
    public Stream<Finding> check(ServiceRequest request, RuleContext context) {
        if (!Requests.isToBeJudged(request, context, judged -> List.of(judged.getSubject()))) {
            return Stream.empty();
        }
        return context
                .resolve(request.getSubject(), Patient.class)
                .filter(PatientAlive::isDeceased)
                .map(patient -> Finding.at("ServiceRequest.subject", "The person is registered as deceased."))
                .stream();
    }

    private static boolean isDeceased(Patient patient) {
        return patient.hasDeceasedDateTimeType()
                || patient.getDeceased() instanceof BooleanType deceased && Boolean.TRUE.equals(deceased.getValue());
    }
}
