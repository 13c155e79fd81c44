package se.samspar.server;

import ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.OperationOutcome.IssueSeverity;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.OperationOutcome.OperationOutcomeIssueComponent;
import org.springframework.stereotype.Component;
import se.samspar.fhir.generated.RuleCode;
import se.samspar.rule.Finding;
import se.samspar.security.RecordAccess;
import se.samspar.store.Outcomes;

/** How faults are said: with FHIR's code for their status, without numbers and class names of the software beneath. */
@Component
class PlainWords {

    private static final int BAD_REQUEST = 400;
    private static final int FORBIDDEN = 403;
    private static final int UNPROCESSABLE = 422;

    private static final Map<Integer, IssueType> CODES = Map.ofEntries(
            Map.entry(400, IssueType.INVALID),
            Map.entry(401, IssueType.LOGIN),
            Map.entry(403, IssueType.FORBIDDEN),
            Map.entry(404, IssueType.NOTFOUND),
            Map.entry(405, IssueType.NOTSUPPORTED),
            Map.entry(406, IssueType.NOTSUPPORTED),
            Map.entry(409, IssueType.CONFLICT),
            Map.entry(410, IssueType.EXPIRED),
            Map.entry(412, IssueType.CONFLICT),
            Map.entry(413, IssueType.TOOLONG),
            Map.entry(415, IssueType.NOTSUPPORTED),
            Map.entry(429, IssueType.THROTTLED),
            Map.entry(500, IssueType.EXCEPTION),
            Map.entry(503, IssueType.TRANSIENT));

    private static final String HAPI_NUMBER = "HAPI-\\d+: ";
    private static final String CLASS_NAME = "\\b(?:[a-z_]\\w*\\.){2,}[A-Z][\\w$]*(?:: )?";

    /** HAPI's words for a conditional create, with the condition in them. */
    private static final String UNSATISFIED = "The supplied resource \\S+ of type (\\w+) did not satisfy";

    /** A search in words of HAPI's, or what looks like an identity number: either may be a patient's. */
    private static final String SEARCH = "\\b([A-Z][A-Za-z]+)\\?[^\\s\"']+";

    /** Not in an id that we make: such may begin or end with digits only. */
    private static final String IDENTITY_NUMBER = "(?<!-[0-9a-f]{4}-)\\b\\d{6,8}[-+]?\\d{4}\\b(?!-[0-9a-f]{4}-)";

    private static final String REFUSED_PARAMETER =
            "\\b(?:" + String.join("|", RecordAccess.REFUSED_PARAMETERS) + "), ";

    /** HAPI's words for a value of the wrong type, with Java's names of both types. */
    private static final String WRONG_TYPE =
            "Request has parameter (\\w+) of type (\\w+?)(?:Type)? but method expects type (\\w+?)(?:Type)?$";

    /** HAPI's words for the one comparator of dates that it does not have. */
    private static final String APPROXIMATE = "^.*comparator.*: ?APPROXIMATE.*$";

    /** HAPI's words for a text that is longer than what is searched in, with the text. */
    private static final String TOO_LONG = "Parameter\\[(\\w+)] has length .* maximum allowed \\((\\d+)\\): [\\s\\S]*$";

    /** HAPI's words for a place in XML. */
    private static final String PLACE = "DataFormatException at \\[\\[row,col \\{unknown-source}]: \\[(\\d+),(\\d+)]]";

    /** HAPI's words for a narrative that is none, with the narrative. */
    private static final String NARRATIVE = "String does not appear to be valid XML/XHTML[\\s\\S]*$";

    private final PublishedRules rules;

    PlainWords(PublishedRules rules) {
        this.rules = rules;
    }

    /**
     * The same refusal with an outcome of ours, unless it has one that says more than its text.
     *
     * @param byOperation does it come from an operation, whose parameters may be what is wrong?
     */
    BaseServerResponseException in(BaseServerResponseException refusal, boolean byOperation) {
        int status = refusal.getStatusCode();
        boolean isTold = refusal.getOperationOutcome() instanceof OperationOutcome;
        if (!isTold) {
            OperationOutcome outcome = new OperationOutcome();
            outcome.addIssue()
                    .setSeverity(IssueSeverity.ERROR)
                    .setCode(code(status))
                    .setDiagnostics(refusal.getMessage());
            refusal.setOperationOutcome(outcome);
        }
        // A 400 without an outcome is HAPI's about a body that it cannot read.
        boolean isAboutParameters = byOperation && (status == UNPROCESSABLE || status == BAD_REQUEST && isTold);
        Optional<RuleCode> rule = status == FORBIDDEN
                ? Optional.of(RuleCode.CALLER_MAY_ACT)
                : Optional.of(RuleCode.PARAMETERS_FIT).filter(code -> isAboutParameters);
        ((OperationOutcome) refusal.getOperationOutcome()).getIssue().forEach(issue -> say(issue, rule));
        return refusal;
    }

    /** What HAPI says of one entry of a batch: always an exception, whatever it was. */
    void in(OperationOutcome ofEntry, int status) {
        ofEntry.getIssue().forEach(issue -> {
            if (issue.getCode() == IssueType.EXCEPTION) {
                issue.setCode(code(status));
            }
            say(issue, Optional.of(RuleCode.CALLER_MAY_ACT).filter(rule -> status == FORBIDDEN));
        });
    }

    /** What is wrong in details.text, and where a rule says it what to do next in diagnostics (contract section 6). */
    private void say(OperationOutcomeIssueComponent issue, Optional<RuleCode> rule) {
        clean(issue);
        boolean isNew = !issue.getDetails().hasText();
        if (isNew) {
            issue.getDetails().setText(issue.getDiagnostics());
        }
        rule.filter(code -> !issue.getDetails().hasCoding()).ifPresent(code -> {
            Finding finding = Finding.at(null, issue.getDetails().getText());
            OperationOutcomeIssueComponent judged =
                    Outcomes.of(List.of(rules.judge(code.code(), finding))).getIssueFirstRep();
            issue.setDetails(judged.getDetails());
            if (isNew) {
                issue.setDiagnostics(judged.getDiagnostics());
            }
        });
    }

    static IssueType code(int status) {
        return CODES.getOrDefault(status, IssueType.PROCESSING);
    }

    private static void clean(OperationOutcomeIssueComponent issue) {
        if (issue.hasDiagnostics()) {
            issue.setDiagnostics(issue.getDiagnostics()
                    .replaceAll(HAPI_NUMBER, "")
                    .replaceAll(CLASS_NAME, "")
                    .replaceAll(UNSATISFIED, "The supplied $1 does not satisfy")
                    .replaceAll(PLACE, "row $1, column $2")
                    .replaceAll(NARRATIVE, "A narrative is no XHTML.")
                    .replaceAll(TOO_LONG, "Parameter $1 has a value of more than $2 characters.")
                    .replaceAll(SEARCH, "$1?…")
                    .replaceAll(IDENTITY_NUMBER, "…")
                    .replaceAll(WRONG_TYPE, "Parameter $1 has a value of type $2 and needs one of type $3.")
                    .replaceAll(
                            APPROXIMATE, "The comparator ap is not supported: send eq, ne, lt, le, gt, ge, sa or eb.")
                    .replaceAll(REFUSED_PARAMETER, ""));
        }
    }
}
