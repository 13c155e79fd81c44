package se.samspar.track.booking;

import java.util.Optional;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.springframework.stereotype.Component;
import se.samspar.fhir.Parties;
import se.samspar.rule.RuleContext;
import se.samspar.store.AccessLabels;
import se.samspar.store.Consequence;
import se.samspar.store.EndOfView;

/**
 * Naming a conference signs the case up: both units of the request belong to it from then on, its room included. Once the
 * case is moved, they belong to the former one only as long as they have another case there.
 */
@Component
class ConferenceSignUp implements Consequence<ServiceRequest> {

    private final AccessLabels labels;
    private final EndOfView endOfView;

    ConferenceSignUp(AccessLabels labels, EndOfView endOfView) {
        this.labels = labels;
        this.endOfView = endOfView;
    }

    @Override
    public void follow(ServiceRequest request, RuleContext context) {
        Optional<Appointment> named = Conferences.of(request, context);
        named.ifPresent(conference -> labels.open(conference, Parties.of(request), context));
        context.previous(request).ifPresent(before -> Conferences.of(before, context)
                .filter(left -> named.filter(now -> id(now).equals(id(left))).isEmpty())
                .ifPresent(left ->
                        endOfView.of(left, Conferences.withoutCases(left, Parties.of(before), context), context)));
    }

    private static String id(Appointment conference) {
        return conference.getIdElement().getIdPart();
    }
}
