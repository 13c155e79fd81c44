package se.samspar.store;

import java.util.Collection;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.OperationOutcome.IssueSeverity;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.OperationOutcome.OperationOutcomeIssueComponent;
import se.samspar.fhir.generated.CodeSystems;
import se.samspar.rule.Severity;

/** Turns judgements into the OperationOutcome that clients read (contract section 6, ALL-5). */
public final class Outcomes {

    /** Codes that the national referral contract has for a refusal (PR001 … PRO004). */
    private static final String NATIONAL_SYSTEM = "urn:riv:clinicalprocess:activity:request:2";

    private Outcomes() {}

    public static OperationOutcome of(Collection<Judgement> judgements) {
        OperationOutcome outcome = new OperationOutcome();
        judgements.forEach(judgement -> outcome.addIssue(issue(judgement)));
        return outcome;
    }

    private static OperationOutcomeIssueComponent issue(Judgement judgement) {
        OperationOutcomeIssueComponent issue = new OperationOutcomeIssueComponent()
                .setSeverity(judgement.severity() == Severity.WARN ? IssueSeverity.WARNING : IssueSeverity.ERROR)
                .setCode(judgement.severity() == Severity.WARN ? IssueType.INFORMATIONAL : IssueType.BUSINESSRULE)
                .setDiagnostics(judgement.remedy() + " Source: " + judgement.requirement() + ".");
        issue.addExpression(judgement.finding().expression());
        issue.getDetails()
                .setText(judgement.finding().text())
                .addCoding()
                .setSystem(CodeSystems.RULE)
                .setCode(judgement.code());
        judgement.finding().nationalCode().ifPresent(code -> issue.getDetails()
                .addCoding()
                .setSystem(NATIONAL_SYSTEM)
                .setCode(code));
        return issue;
    }
}
