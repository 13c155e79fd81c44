package se.samspar.outpatient.rule;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.Task;
import se.samspar.consent.Cases;
import se.samspar.fhir.CarePlans;
import se.samspar.fhir.generated.CarePlanType;
import se.samspar.fhir.generated.CloseReason;
import se.samspar.outpatient.record.CaseReaders;
import se.samspar.outpatient.record.CloseReasons;
import se.samspar.outpatient.record.Receipts;
import se.samspar.rule.Finding;
import se.samspar.rule.Moment;
import se.samspar.rule.Rule;
import se.samspar.rule.RuleContext;
import se.samspar.rule.RuleInfo;
import se.samspar.rule.Severity;
import se.samspar.store.Records;

/**
 * Nobody who waits for an answer is left without one, nor a message unread, because the case is closed. Judged as the case
 * is written, before what ends with it ends. Who may not open a message any more is not waited for, and a death or an
 * admission closes the case all the same.
 */
@RuleInfo(
        code = "nothing-unanswered",
        severity = Severity.JUSTIFY,
        requirement = "OVP-2,OVP-17",
        remedy = "Answer or acknowledge what is open, or justify closing without it.",
        when = Moment.ON_WRITE)
final class NothingUnanswered implements Rule<CarePlan> {

    private static final Set<CloseReason> ALL_THE_SAME = EnumSet.of(CloseReason.DECEASED, CloseReason.ADMITTED);

    private final CaseReaders readers;

    NothingUnanswered(CaseReaders readers) {
        this.readers = readers;
    }

    @Override
    public Stream<Finding> check(CarePlan plan, RuleContext context) {
        if (!isClosed(plan, context)
                || CloseReasons.of(plan).filter(ALL_THE_SAME::contains).isPresent()) {
            return Stream.empty();
        }
        long open = context
                .search(
                        Communication.class,
                        "based-on=CarePlan/" + plan.getIdElement().getIdPart())
                .stream()
                .filter(message -> isOpen(message, plan, context))
                .count();
        return open == 0
                ? Stream.empty()
                : Stream.of(Finding.at(
                        "CarePlan.status", "%d message(s) of the case are unread or unanswered.".formatted(open)));
    }

    /** What is sent in the same transaction has no receipts yet. */
    private boolean isOpen(Communication message, CarePlan aCase, RuleContext context) {
        List<Task> receipts = Receipts.of(message, Records.of(context)).toList();
        return receipts.isEmpty()
                || receipts.stream()
                        .anyMatch(receipt ->
                                Receipts.isOpen(receipt) && readers.mayOpen(receipt, aCase, Records.of(context)));
    }

    /** Does this write close a case? */
    static boolean isClosed(CarePlan plan, RuleContext context) {
        return CarePlans.is(plan, CarePlanType.OUTPATIENT_CASE)
                && !Cases.isOpen(plan)
                && context.previous(plan).filter(Cases::isOpen).isPresent();
    }
}
