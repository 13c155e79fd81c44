package se.samspar.server;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.rest.api.Constants;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.OperationOutcome.IssueSeverity;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import se.samspar.security.SecurityHeaders;

/** Speaks FHIR even where Tomcat refuses a request that is no proper HTTP. Made by Tomcat, by name. */
public class TomcatErrors extends ErrorReportValve {

    private static final int CLIENT_ERROR = 400;

    private static final SecurityHeaders HEADERS = new SecurityHeaders(false);

    @Override
    protected void report(Request request, Response response, Throwable failure) {
        if (response.getStatus() < CLIENT_ERROR || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        OperationOutcome outcome = new OperationOutcome();
        outcome.addIssue()
                .setSeverity(IssueSeverity.ERROR)
                .setCode(IssueType.INVALID)
                .setDiagnostics("The request was refused before it was read: status " + response.getStatus() + ".");
        try {
            HEADERS.writeHeaders(request, response.getResponse());
            response.setContentType(Constants.CT_FHIR_JSON_NEW + ";charset=UTF-8");
            response.getReporter()
                    .write(FhirContext.forR4Cached().newJsonParser().encodeResourceToString(outcome));
            response.finishResponse();
        } catch (IOException gone) {
            getContainer().getLogger().debug("The client has gone", gone);
        }
    }
}
