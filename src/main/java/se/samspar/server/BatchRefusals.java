package se.samspar.server;

import ca.uhn.fhir.jpa.dao.r4.TransactionProcessorVersionAdapterR4;
import ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.springframework.context.annotation.Primary;
import org.springframework.stereotype.Component;

/** An entry of a batch is told every finding, as the same request alone would be; HAPI passes on a first line only. */
@Component
@Primary
class BatchRefusals extends TransactionProcessorVersionAdapterR4 {

    @Override
    public void populateEntryWithOperationOutcome(BaseServerResponseException failure, BundleEntryComponent entry) {
        if (failure.getOperationOutcome() instanceof OperationOutcome findings) {
            entry.getResponse().setOutcome(findings);
        } else {
            super.populateEntryWithOperationOutcome(failure, entry);
        }
    }
}
