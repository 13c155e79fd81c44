package se.samspar.registration.rule;

import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.Encounter;
import se.samspar.directory.Directory;
import se.samspar.directory.Physicians;
import se.samspar.directory.TrackCatalogue;
import se.samspar.rule.Finding;
import se.samspar.rule.Rule;
import se.samspar.rule.RuleContext;
import se.samspar.rule.RuleInfo;
import se.samspar.rule.Severity;

/**
 * A digital specialist consultation has three parties, when it is booked and when it is registered: the patient with a
 * physician at the health centre, and the specialist, who is a physician too, by video.
 */
@RuleInfo(
        code = "three-parties",
        severity = Severity.BLOCK,
        requirement = "DSK-1",
        remedy = "Name the patient, the primary care physician and the specialist as participants, the first two at the"
                + " health centre.")
final class ThreeParties implements Rule<DomainResource> {

    private final PartiesAtMeeting meeting;
    private final PartiesAtRegistration registration;

    ThreeParties(TrackCatalogue tracks, Directory directory, Physicians physicians) {
        meeting = new PartiesAtMeeting(tracks, directory, physicians);
        registration = new PartiesAtRegistration(tracks, physicians);
    }

    @Override
    public Stream<Finding> check(DomainResource resource, RuleContext context) {
        if (resource instanceof Appointment appointment) {
            return meeting.check(appointment, context);
        }
        return resource instanceof Encounter encounter ? registration.check(encounter, context) : Stream.empty();
    }
}
