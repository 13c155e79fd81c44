package se.samspar.outpatient.record;

import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Task;
import org.springframework.stereotype.Component;
import se.samspar.consent.Cases;
import se.samspar.consent.ConsentDecisions;
import se.samspar.fhir.CarePlans;
import se.samspar.store.Records;

/** The parties that see what is shared in a case: all of them (OVP-12) whom consent lets (OVP-5). */
@Component
public class CaseReaders {

    private final ConsentDecisions consents;

    CaseReaders(ConsentDecisions consents) {
        this.consents = consents;
    }

    /** Those who see the case as such, which its initiating unit tells of. */
    public Stream<Reference> of(CarePlan aCase, Records records) {
        return of(aCase, aCase.getAuthor(), records);
    }

    /** Those who see what a party tells in the case; that party among them. */
    public Stream<Reference> of(CarePlan aCase, Reference teller, Records records) {
        ConsentDecisions.Decision decision = consents.of(aCase, teller, records);
        return CarePlans.parties(aCase).filter(party -> decision.about(party).allows());
    }

    /** May the owner of a receipt read its message? Once it has opened it, for good; before, as a party that may be told. */
    public boolean mayOpen(Task receipt, CarePlan aCase, Records records) {
        return Receipts.isOpened(receipt)
                || Cases.takesPart(receipt.getOwner(), aCase)
                        && consents.of(aCase, receipt.getRequester(), records)
                                .about(receipt.getOwner())
                                .allows();
    }
}
