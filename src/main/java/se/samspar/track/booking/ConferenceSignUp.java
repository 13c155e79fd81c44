package se.samspar.track.booking;

import org.hl7.fhir.r4.model.ServiceRequest;
import org.springframework.stereotype.Component;
import se.samspar.fhir.Parties;
import se.samspar.rule.RuleContext;
import se.samspar.store.AccessLabels;
import se.samspar.store.Consequence;

/** Naming a conference signs the case up: both units of the request belong to it from then on, its room included. */
@Component
class ConferenceSignUp implements Consequence<ServiceRequest> {

    private final AccessLabels labels;

    ConferenceSignUp(AccessLabels labels) {
        this.labels = labels;
    }

    @Override
    public void follow(ServiceRequest request, RuleContext context) {
        Conferences.of(request, context).ifPresent(conference -> labels.open(conference, Parties.of(request), context));
    }
}
