package se.samspar.server;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.api.Constants;
import ca.uhn.fhir.rest.api.RestOperationTypeEnum;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.SearchEntryMode;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.OperationOutcome.IssueSeverity;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.stereotype.Component;
import se.samspar.security.SearchLimits;
import se.samspar.store.AccessLabels;
import se.samspar.store.Judgement;
import se.samspar.store.Outcomes;
import se.samspar.store.Warnings;

/** The last look at every answer: protected identities and access labels stay inside, warnings are said. */
@Component
@Interceptor
class OutgoingInterceptor {

    private static final int STATUS_DIGITS = 3;

    private final PlainWords words;
    private final ProtectedIdentities identities;
    private final OwnRecordAnswers ownRecord;
    private final SearchLimits limits;

    OutgoingInterceptor(
            PlainWords words, ProtectedIdentities identities, OwnRecordAnswers ownRecord, SearchLimits limits) {
        this.words = words;
        this.identities = identities;
        this.ownRecord = ownRecord;
        this.limits = limits;
    }

    @Hook(Pointcut.SERVER_OUTGOING_RESPONSE)
    public void onResponse(IBaseResource answer, ServletRequestDetails request, HttpServletResponse response) {
        List<Judgement> warnings = Warnings.ofCurrentRequest();
        warnings.forEach(warning -> response.addHeader("Warning", header(warning)));
        if (answer instanceof Resource resource) {
            addWarnings(resource, warnings);
            identities.conceal(resource, request);
            ownRecord.prepare(resource, request);
            removeLabels(resource);
            if (request.getRestOperationType() == RestOperationTypeEnum.PATCH && resource.hasId()) {
                resource.getMeta().setSource(null); // the request's id, which is not kept
                // HAPI tells the version of what was read, created and updated, but not of what was patched.
                response.setHeader(
                        Constants.HEADER_ETAG, "W/\"" + resource.getMeta().getVersionId() + "\"");
            }
        }
        if (answer instanceof Bundle bundle && bundle.getType() == Bundle.BundleType.SEARCHSET) {
            sayWhatIsLeftOut(bundle);
        }
        if (answer instanceof Bundle bundle && bundle.getType() == Bundle.BundleType.BATCHRESPONSE) {
            bundle.getEntry().stream()
                    .map(Bundle.BundleEntryComponent::getResponse)
                    .filter(entry -> entry.getOutcome() instanceof OperationOutcome)
                    .forEach(entry -> words.in(
                            (OperationOutcome) entry.getOutcome(),
                            Integer.parseInt(entry.getStatus().substring(0, STATUS_DIGITS))));
        }
    }

    /** Nobody shall take a list that was cut off for the whole. */
    private void sayWhatIsLeftOut(Bundle found) {
        if (found.getTotal() >= limits.results()) {
            OperationOutcome outcome = new OperationOutcome();
            outcome.addIssue()
                    .setSeverity(IssueSeverity.WARNING)
                    .setCode(IssueType.INCOMPLETE)
                    .setDiagnostics("A search finds at most " + limits.results() + " resources here, and there may be"
                            + " more: ask for less, such as a time or a status.");
            found.addEntry().setResource(outcome).getSearch().setMode(SearchEntryMode.OUTCOME);
        }
    }

    private static void addWarnings(Resource answer, List<Judgement> warnings) {
        if (warnings.isEmpty()) {
            return;
        }
        OperationOutcome said = Outcomes.of(warnings);
        if (answer instanceof OperationOutcome outcome) {
            said.getIssue().forEach(outcome::addIssue);
        } else if (answer instanceof Bundle bundle && bundle.getType() == Bundle.BundleType.COLLECTION) {
            bundle.addEntry().setResource(said);
        }
    }

    private static void removeLabels(Resource resource) {
        AccessLabels.remove(resource);
        if (resource instanceof Bundle bundle) {
            bundle.getEntry().stream()
                    .filter(Bundle.BundleEntryComponent::hasResource)
                    .forEach(entry -> removeLabels(entry.getResource()));
        } else if (resource instanceof Parameters parameters) {
            parameters.getParameter().stream()
                    .filter(Parameters.ParametersParameterComponent::hasResource)
                    .forEach(parameter -> removeLabels(parameter.getResource()));
        }
    }

    /** One header for each warning, for answers whose body has no room for it. */
    private static String header(Judgement warning) {
        return "299 samspar \"" + warning.code() + "\"";
    }
}
