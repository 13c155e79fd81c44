package se.samspar.track.rule;

import java.util.List;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.HealthcareService;
import org.hl7.fhir.r4.model.ServiceRequest;
import se.samspar.directory.Directory;
import se.samspar.directory.OpeningHours;
import se.samspar.directory.TrackCatalogue;
import se.samspar.rule.Finding;
import se.samspar.rule.Rule;
import se.samspar.rule.RuleContext;
import se.samspar.rule.RuleInfo;
import se.samspar.rule.Severity;

/**
 * Nobody is left waiting before a closed door. An elective request that asks for no time waits for the next opening
 * without risk, so only its receiver's deadline counts.
 */
@RuleInfo(
        code = "receiver-open",
        severity = Severity.JUSTIFY,
        requirement = "TRK-9,DSK-2",
        remedy = "Ask for a time within the opening hours (nextOpening in HealthcareService/$find-tracks), or justify"
                + " why it cannot wait.")
final class ReceiverOpen implements Rule<ServiceRequest> {

    private static final String ELECTIVE = "elective";

    private final TrackCatalogue tracks;
    private final Directory directory;
    private final OpeningHours hours;

    ReceiverOpen(TrackCatalogue tracks, Directory directory, OpeningHours hours) {
        this.tracks = tracks;
        this.directory = directory;
        this.hours = hours;
    }

    @Override
    public Stream<Finding> check(ServiceRequest request, RuleContext context) {
        if (!Requests.isToBeJudged(
                request,
                context,
                ServiceRequest::getCategory,
                ServiceRequest::getPerformer,
                judged -> List.of(judged.getPerformerType()),
                judged -> Stream.<Base>ofNullable(judged.getOccurrence()).toList())) {
            return Stream.empty();
        }
        List<HealthcareService> services = Requests.services(request, directory).toList();
        return services.isEmpty() ? Stream.empty() : closed(request, services, context);
    }

    private Stream<Finding> closed(ServiceRequest request, List<HealthcareService> services, RuleContext context) {
        if (request.hasOccurrence()) {
            return AskedTime.of(request.getOccurrence())
                    .filter(time -> services.stream().noneMatch(service -> time.isWithin(service, hours)))
                    .map(time ->
                            Finding.at("ServiceRequest.occurrence", "The service is not open at the time asked for."));
        }
        boolean urgent = tracks.of(request)
                .filter(track -> !ELECTIVE.equals(track.urgency()))
                .isPresent();
        return urgent && services.stream().noneMatch(service -> hours.isOpen(service, context.now()))
                ? Stream.of(Finding.at("ServiceRequest.performer", "The service is not open now."))
                : Stream.empty();
    }
}
