package se.samspar.outpatient.record;

import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.Task;
import org.springframework.stereotype.Component;
import se.samspar.consent.Block;
import se.samspar.consent.Cases;
import se.samspar.consent.ConsentDecisions;
import se.samspar.rule.RuleContext;
import se.samspar.store.Participation;
import se.samspar.store.Records;

/**
 * Who recorded a consent sees it, and the parties whom consent lets into the case, who have to make sure of it. One that
 * has made sure of it goes on seeing it, so that it learns that it was taken back; a party that the person refuses does
 * not learn of it.
 */
@Component
class ConsentParticipation implements Participation<Consent> {

    private final CaseReaders readers;
    private final CasePlanParticipation plans;

    ConsentParticipation(CaseReaders readers, CasePlanParticipation plans) {
        this.readers = readers;
        this.plans = plans;
    }

    @Override
    public Stream<Reference> units(Consent consent, RuleContext context) {
        if (Block.is(consent)) {
            return consent.getOrganization().stream();
        }
        return Stream.of(
                        consent.getOrganization().stream(),
                        ConsentDecisions.verifiers(consent),
                        Cases.of(consent, Records.of(context)).stream()
                                .flatMap(aCase -> readers.of(aCase, Records.of(context))))
                .flatMap(units -> units);
    }

    @Override
    public Stream<Reference> writers(Consent consent, RuleContext context) {
        return Block.is(consent) ? Stream.empty() : consent.getOrganization().stream();
    }

    @Override
    public Stream<Reference> patients(Consent consent) {
        return Stream.of(consent.getPatient());
    }

    /** The case and what is shared in it, whoever shared it; but not of a decision that stays as it was. */
    @Override
    public Stream<? extends Resource> dependents(Consent consent, RuleContext context) {
        boolean stays = context.previous(consent)
                .filter(before -> before.getStatus() == consent.getStatus()
                        && before.getProvision().hasData()
                                == consent.getProvision().hasData())
                .isPresent();
        return stays
                ? Stream.empty()
                : Cases.of(consent, Records.of(context)).stream()
                        .flatMap(aCase -> Stream.concat(Stream.of(aCase), plans.dependents(aCase, context)))
                        .flatMap(shared -> Stream.concat(Stream.of(shared), receipts(shared, context)));
    }

    private static Stream<Task> receipts(Resource shared, RuleContext context) {
        return shared instanceof Communication message ? Receipts.of(message, Records.of(context)) : Stream.empty();
    }

    @Override
    public boolean isDecisive(Consent consent) {
        return true;
    }
}
