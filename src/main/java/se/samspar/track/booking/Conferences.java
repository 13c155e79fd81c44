package se.samspar.track.booking;

import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.ServiceRequest;
import se.samspar.fhir.Appointments;
import se.samspar.fhir.generated.Extensions;
import se.samspar.rule.RuleContext;

/** Which conference takes up a case: the one that its request names. */
public final class Conferences {

    private Conferences() {}

    /** The reference to the conference; empty when the request names none. */
    public static Optional<Reference> named(ServiceRequest request) {
        return request.getExtensionsByUrl(Extensions.NAMED_CONFERENCE).stream()
                .map(Extension::getValue)
                .filter(Reference.class::isInstance)
                .map(Reference.class::cast)
                .findFirst();
    }

    /** The conference itself; empty when the request names none, or something else. */
    public static Optional<Appointment> of(ServiceRequest request, RuleContext context) {
        return named(request)
                .flatMap(conference -> context.resolve(conference, Appointment.class))
                .filter(Appointments::isConference);
    }

    /** The open cases that a conference takes up. */
    public static List<ServiceRequest> agenda(Appointment conference, RuleContext context) {
        return context.search(
                ServiceRequest.class,
                "status=active&conference=Appointment/"
                        + conference.getIdElement().getIdPart());
    }
}
