package se.samspar.store;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.jpa.api.model.ResourceVersionConflictResolutionStrategy;
import ca.uhn.fhir.rest.api.RestOperationTypeEnum;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Provenance;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.stereotype.Component;
import se.samspar.rule.Moment;
import se.samspar.rule.RuleContext;
import se.samspar.rule.Severity;
import se.samspar.store.UnitOfWork.Judged;

/**
 * The gate that every write passes, whether it comes by operation, plain REST, patch, conditional request or
 * transaction (ALL-4): HAPI calls it at its storage hooks. What is found is collected; just before commit the rules see
 * the final state of the transaction and all findings are refused together, which rolls everything back.
 */
@Component
@Interceptor
public class Gate {

    private final RuleCatalogue rules;
    private final ResourceSize size;
    private final StructureCheck structure;
    private final WriteGuard guard;
    private final Followers followers;
    private final SetAsideRecord setAsideRecord;
    private final List<ChangeLog> changes;
    private final ResourceStore store;
    private final Clock clock;

    Gate(
            RuleCatalogue rules,
            ResourceSize size,
            StructureCheck structure,
            WriteGuard guard,
            Followers followers,
            SetAsideRecord setAsideRecord,
            List<ChangeLog> changes,
            ResourceStore store,
            Clock clock) {
        this.rules = rules;
        this.size = size;
        this.structure = structure;
        this.guard = guard;
        this.followers = followers;
        this.setAsideRecord = setAsideRecord;
        this.changes = changes;
        this.store = store;
        this.clock = clock;
    }

    @Hook(Pointcut.STORAGE_PRESTORAGE_RESOURCE_CREATED)
    public void onCreate(IBaseResource resource, RequestDetails request) {
        enter(Optional.empty(), (Resource) resource, request);
    }

    @Hook(Pointcut.STORAGE_PRESTORAGE_RESOURCE_UPDATED)
    public void onUpdate(IBaseResource previous, IBaseResource resource, RequestDetails request) {
        if (!ResourceStore.isLabelling()) {
            enter(Optional.of((Resource) previous), (Resource) resource, request);
        }
    }

    /**
     * A use case that lost a race against another runs again: it reads all it needs anew. A client's own write is the
     * client's to repeat, whatever its headers ask for.
     */
    @Hook(Pointcut.STORAGE_VERSION_CONFLICT)
    public ResourceVersionConflictResolutionStrategy onLostRace(RequestDetails request) {
        ResourceVersionConflictResolutionStrategy strategy = new ResourceVersionConflictResolutionStrategy();
        strategy.setRetry(!(request instanceof ServletRequestDetails) && request != null && request.isRetry());
        strategy.setMaxRetries(strategy.isRetry() ? request.getMaxRetries() : 0);
        return strategy;
    }

    private void enter(Optional<Resource> previous, Resource resource, RequestDetails request) {
        TransactionMemory.current().written(resource.fhirType());
        UnitOfWork work = unitOfWork(request);
        // Of a rehearsal only the first write is the client's: what follows from it is the server's.
        boolean byClient = request instanceof ServletRequestDetails
                || work.call().rehearsal() && work.writes().isEmpty();
        if (work.call().actor().isServer()) {
            return;
        }
        size.require(resource);
        if (!(resource instanceof Provenance)) { // which keeps justifications
            work.justify(resource, Justification.detachFrom(resource));
        }
        work.written(previous, resource, byClient);
        RuleContext context = context(work);
        work.judge(resource, rules.judge(resource, Moment.ON_WRITE, context));
        followers.prepare(resource, context);
        if (byClient && request.getRestOperationType() != RestOperationTypeEnum.TRANSACTION) {
            // In a transaction the answer may depend on what is still to be written.
            guard.permit(resource, previous, context);
        }
        List<Judgement> malformed = structure.check(resource);
        work.judge(resource, malformed.stream());
        if (work.call().operation().isPresent() && blocks(malformed)) {
            // An operation builds on what it wrote: it stops at the first malformed resource, with all its faults, but
            // for
            // what lies behind references that lead to nothing the writer may see.
            List<Judgement> unknown = rules.judgeMalformed(resource, Moment.ON_REFERENCES, context)
                    .toList();
            work.judge(
                    resource,
                    unknown.isEmpty()
                            ? rules.judgeMalformed(resource, Moment.BEFORE_COMMIT, context)
                            : unknown.stream());
            throw new Refused(work.judgements());
        }
    }

    private UnitOfWork unitOfWork(RequestDetails request) {
        Call call =
                ResourceStore.currentCall().orElseGet(() -> new Call(Call.actorOf(request), Optional.empty(), false));
        return UnitOfWork.currentOr(call, this, clock);
    }

    private RuleContext context(UnitOfWork work) {
        return new TransactionContext(work, store);
    }

    /** Lets follow what has to, judges the final state, and refuses the transaction when anything blocks it. */
    void beforeCommit(UnitOfWork work) {
        if (work.call().actor().isServer()) {
            return;
        }
        RuleContext context = context(work);
        work.writes().stream()
                .filter(Write::isByClient)
                .forEach(write -> guard.permit(write.resource(), write.previous(), context));
        if (judge(work, Moment.ON_REFERENCES, context)) {
            throw new Refused(work.judgements());
        }
        if (!blocks(work.judgements())) {
            settle(work, context);
        }
        judge(work, Moment.BEFORE_COMMIT, context);
        if (!work.call().rehearsal() && refusals(work).isEmpty()) {
            judge(work, Moment.IN_EARNEST, context);
        }
        conclude(work);
    }

    /** Collects what the rules of a moment find; did they find anything? */
    private boolean judge(UnitOfWork work, Moment moment, RuleContext context) {
        int before = work.judged().size();
        boolean malformed = blocks(work.judgements());
        for (Write write : work.writes()) {
            work.judge(
                    write.resource(),
                    malformed
                            ? rules.judgeMalformed(write.resource(), moment, context)
                            : rules.judge(write.resource(), moment, context));
        }
        return work.judged().size() > before;
    }

    /** Refuses what was not set aside; otherwise keeps what was, and says the warnings. */
    private void conclude(UnitOfWork work) {
        List<Judgement> refusals = refusals(work);
        if (!refusals.isEmpty()) {
            throw new Refused(refusals);
        }
        List<Judgement> warnings =
                work.judgements().stream().filter(Gate::warns).toList();
        if (work.call().rehearsal()) {
            throw new Rehearsal.Rehearsed(warnings);
        }
        List<Judged> setAside = work.judged().stream()
                .filter(judged -> isSetAside(judged, work))
                .toList();
        if (!setAside.isEmpty()) {
            setAsideRecord.keep(setAside, work);
            store.flush();
        }
        List<Resource> written = work.writes().stream().map(Write::resource).toList();
        List<Resource> before = work.writes().stream()
                .flatMap(write -> write.previous().stream())
                .toList();
        changes.forEach(log -> log.changed(written, before));
        Warnings.say(warnings);
    }

    private static List<Judgement> refusals(UnitOfWork work) {
        return work.judged().stream()
                .filter(judged -> judged.judgement().severity() != Severity.WARN && !isSetAside(judged, work))
                .map(Judged::judgement)
                .distinct()
                .toList();
    }

    private void settle(UnitOfWork work, RuleContext context) {
        store.flush();
        List<Write> open = work.writes();
        while (!open.isEmpty()) {
            for (Write write : open) {
                write.settle();
                followers.follow(write.resource(), context);
            }
            open = work.writes().stream().filter(write -> !write.isSettled()).toList();
        }
        store.flush();
    }

    private static boolean isSetAside(Judged judged, UnitOfWork work) {
        Judgement judgement = judged.judgement();
        return judgement.severity() == Severity.JUSTIFY
                && work.justifications(judged.resource())
                        .anyMatch(justification -> justification.justifies(judgement.code()));
    }

    private static boolean blocks(Collection<Judgement> judgements) {
        return judgements.stream().anyMatch(judgement -> judgement.severity() == Severity.BLOCK);
    }

    private static boolean warns(Judgement judgement) {
        return judgement.severity() == Severity.WARN;
    }
}
