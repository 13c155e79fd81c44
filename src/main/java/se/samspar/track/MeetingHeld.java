package se.samspar.track;

import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Encounter.EncounterStatus;
import org.hl7.fhir.r4.model.Reference;
import org.springframework.stereotype.Component;
import se.samspar.rule.RuleContext;
import se.samspar.store.Consequence;

/** Once a visit or contact is registered as finished, the meeting that was booked for its request has been held. */
@Component
class MeetingHeld implements Consequence<Encounter> {

    private final Meetings meetings;

    MeetingHeld(Meetings meetings) {
        this.meetings = meetings;
    }

    @Override
    public void follow(Encounter encounter, RuleContext context) {
        if (encounter.getStatus() == EncounterStatus.FINISHED) {
            encounter.getBasedOn().stream()
                    .map(Reference::getReferenceElement)
                    .filter(request -> "ServiceRequest".equals(request.getResourceType()))
                    .map(request -> new Reference(request.toUnqualifiedVersionless()))
                    .forEach(meetings::registered);
        }
    }
}
