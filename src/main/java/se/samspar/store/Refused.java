package se.samspar.store;

import ca.uhn.fhir.rest.server.exceptions.UnprocessableEntityException;
import java.util.Collection;

/** Rules or profiles were broken: 422 with every finding in one OperationOutcome; the transaction is rolled back. */
public final class Refused extends UnprocessableEntityException {

    public Refused(Collection<Judgement> judgements) {
        super("Refused by rules or profile", Outcomes.of(judgements));
    }
}
