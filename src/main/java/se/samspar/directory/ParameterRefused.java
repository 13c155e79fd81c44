package se.samspar.directory;

import ca.uhn.fhir.rest.server.exceptions.UnprocessableEntityException;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.OperationOutcome.IssueSeverity;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;

/** A parameter of an operation names something that does not exist: 422 that says which and what to do (ALL-5). */
final class ParameterRefused extends UnprocessableEntityException {

    private ParameterRefused(String text, OperationOutcome outcome) {
        super(text, outcome);
    }

    static ParameterRefused unknown(String parameter, String text, String remedy) {
        OperationOutcome outcome = new OperationOutcome();
        outcome.addIssue()
                .setSeverity(IssueSeverity.ERROR)
                .setCode(IssueType.NOTFOUND)
                .setDiagnostics(remedy + " Source: TRK-9.")
                .addExpression("Parameters.parameter.where(name = '" + parameter + "')")
                .getDetails()
                .setText(text);
        return new ParameterRefused(text, outcome);
    }
}
