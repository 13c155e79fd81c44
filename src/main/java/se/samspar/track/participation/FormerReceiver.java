package se.samspar.track.participation;

import org.hl7.fhir.r4.model.ServiceRequest;
import org.springframework.stereotype.Component;
import se.samspar.rule.RuleContext;
import se.samspar.store.AccessLabels;
import se.samspar.store.Consequence;

/** Whoever forwards a request sees it no longer (ALL-3): its own work item says where it went. */
@Component
class FormerReceiver implements Consequence<ServiceRequest> {

    private final AccessLabels labels;

    FormerReceiver(AccessLabels labels) {
        this.labels = labels;
    }

    @Override
    public void follow(ServiceRequest request, RuleContext context) {
        context.previous(request)
                .filter(before -> !before.getPerformer().isEmpty())
                .ifPresent(before -> labels.close(request, before.getPerformer().stream(), context));
    }
}
