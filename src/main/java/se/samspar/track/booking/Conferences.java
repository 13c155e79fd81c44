package se.samspar.track.booking;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.ServiceRequest;
import se.samspar.fhir.Appointments;
import se.samspar.fhir.Parties;
import se.samspar.fhir.generated.Extensions;
import se.samspar.rule.RuleContext;
import se.samspar.store.Records;
import se.samspar.store.UnitOf;

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
        return cases(conference, "status=active&", context);
    }

    /** Those of these units, or roles at them, that have no case at the conference. */
    public static Stream<Reference> withoutCases(
            Appointment conference, Stream<Reference> parties, RuleContext context) {
        Set<String> withCases = cases(conference, "", context).stream()
                .flatMap(request -> units(Parties.of(request), context))
                .collect(Collectors.toSet());
        return units(parties, context).filter(unit -> !withCases.contains(unit)).map(Reference::new);
    }

    private static List<ServiceRequest> cases(Appointment conference, String query, RuleContext context) {
        return context.search(
                ServiceRequest.class,
                query + "conference=Appointment/" + conference.getIdElement().getIdPart());
    }

    private static Stream<String> units(Stream<Reference> parties, RuleContext context) {
        return parties.flatMap(party -> UnitOf.actor(party, Records.of(context)).stream())
                .map(unit ->
                        unit.getReferenceElement().toUnqualifiedVersionless().getValue());
    }
}
