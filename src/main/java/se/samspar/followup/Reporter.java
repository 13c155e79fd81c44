package se.samspar.followup;

import java.util.Optional;
import org.hl7.fhir.r4.model.Reference;

/**
 * Whose figures a report has.
 *
 * @param id of the unit or care provider; empty for the region as a whole
 * @param provider whose unit it is; empty for the region and for a care provider
 * @param isOwn is it the unit that asks?
 */
record Reporter(Optional<String> id, Optional<String> provider, boolean isOwn) {

    static final Reporter REGION = new Reporter(Optional.empty(), Optional.empty(), false);

    boolean isProvider() {
        return id.isPresent() && provider.isEmpty() && !isOwn;
    }

    Optional<Reference> organization() {
        return id.map(known -> new Reference("Organization/" + known));
    }
}
