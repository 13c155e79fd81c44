package se.samspar.track;

import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.BaseDateTimeType;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.springframework.stereotype.Component;
import se.samspar.directory.SwedishTime;
import se.samspar.fhir.Appointments;
import se.samspar.fhir.PlausibleTime;
import se.samspar.fhir.generated.Extensions;
import se.samspar.rule.RuleContext;
import se.samspar.store.Preparation;

/** Gives a meeting its room where the track meets by video, and every appointment its times as Swedish clocks show them. */
@Component
class MeetingPreparation implements Preparation<Appointment> {

    private final Meetings meetings;

    MeetingPreparation(Meetings meetings) {
        this.meetings = meetings;
    }

    @Override
    public void prepare(Appointment meeting, RuleContext context) {
        Stream.<BaseDateTimeType>of(meeting.getStartElement(), meeting.getEndElement(), meeting.getCreatedElement())
                .filter(PlausibleTime::isPlausible) // others are refused as they were sent
                .forEach(SwedishTime::show);
        if (context.previous(meeting).isEmpty()
                && !Appointments.isConference(meeting)
                && !meeting.hasExtension(Extensions.VIDEO_LINK)
                && isByVideo(meeting, context)) {
            meeting.addExtension(meetings.room());
        }
    }

    private boolean isByVideo(Appointment meeting, RuleContext context) {
        return meeting.getBasedOn().stream()
                .flatMap(request -> context.resolve(request, ServiceRequest.class).stream())
                .anyMatch(meetings::isByVideo);
    }
}
