package se.samspar.track.participation;

import org.hl7.fhir.r4.model.ServiceRequest;
import org.springframework.stereotype.Component;
import se.samspar.rule.RuleContext;
import se.samspar.store.Consequence;
import se.samspar.store.EndOfView;

/**
 * Whoever forwards a request sees it no longer (ALL-3), as its own work item says where it went; nor do those at a
 * conference that the case has been moved from.
 */
@Component
class FormerParticipants implements Consequence<ServiceRequest> {

    private final RequestParticipation participation;
    private final EndOfView endOfView;

    FormerParticipants(RequestParticipation participation, EndOfView endOfView) {
        this.participation = participation;
        this.endOfView = endOfView;
    }

    @Override
    public void follow(ServiceRequest request, RuleContext context) {
        context.previous(request)
                .ifPresent(before -> endOfView.of(request, participation.units(before, context), context));
    }
}
