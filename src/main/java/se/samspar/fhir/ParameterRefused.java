package se.samspar.fhir;

import ca.uhn.fhir.rest.server.exceptions.UnprocessableEntityException;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.OperationOutcome.IssueSeverity;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;

/** A parameter of an operation cannot be used as it is: 422 that says which, why and what to do (ALL-5). */
public final class ParameterRefused extends UnprocessableEntityException {

    private ParameterRefused(String text, OperationOutcome outcome) {
        super(text, outcome);
    }

    /** It names something that does not exist, or not there. */
    public static ParameterRefused unknown(String parameter, String text, String remedy) {
        return refused(IssueType.NOTFOUND, parameter, text, remedy);
    }

    /** Its value is not one that the operation takes. */
    public static ParameterRefused invalid(String parameter, String text, String remedy) {
        return refused(IssueType.VALUE, parameter, text, remedy);
    }

    private static ParameterRefused refused(IssueType type, String parameter, String text, String remedy) {
        OperationOutcome outcome = new OperationOutcome();
        outcome.addIssue()
                .setSeverity(IssueSeverity.ERROR)
                .setCode(type)
                .setDiagnostics(remedy + " Source: ALL-5.")
                .addExpression("Parameters.parameter.where(name = '" + parameter + "')")
                .getDetails()
                .setText(text);
        return new ParameterRefused(text, outcome);
    }
}
