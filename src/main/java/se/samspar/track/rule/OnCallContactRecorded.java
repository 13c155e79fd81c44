package se.samspar.track.rule;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.ServiceRequest;
import se.samspar.directory.TrackCatalogue;
import se.samspar.fhir.generated.Extensions;
import se.samspar.fhir.generated.RuleCode;
import se.samspar.rule.Finding;
import se.samspar.rule.Rule;
import se.samspar.rule.RuleContext;
import se.samspar.rule.RuleInfo;
import se.samspar.rule.Severity;

/** The on-call coordinator is spoken to first; the request says with whom and when. */
@RuleInfo(
        code = "on-call-contact-recorded",
        severity = Severity.JUSTIFY,
        requirement = "TRK-3",
        remedy = "Call the on-call coordinator and record who and when in the extension on-call-contact, or justify"
                + " why not.")
final class OnCallContactRecorded implements Rule<ServiceRequest> {

    private final TrackCatalogue tracks;

    OnCallContactRecorded(TrackCatalogue tracks) {
        this.tracks = tracks;
    }

    @Override
    public Stream<Finding> check(ServiceRequest request, RuleContext context) {
        boolean judged = Requests.isToBeJudged(
                        request,
                        context,
                        ServiceRequest::getCategory,
                        any -> any.getExtensionsByUrl(Extensions.ON_CALL_CONTACT))
                && tracks.askFor(RuleCode.ON_CALL_CONTACT_RECORDED, request);
        return judged
                ? fault(Optional.ofNullable(request.getExtensionByUrl(Extensions.ON_CALL_CONTACT)), context)
                        .map(text -> Finding.at("ServiceRequest.extension", text))
                        .stream()
                : Stream.empty();
    }

    private static Optional<String> fault(Optional<Extension> contact, RuleContext context) {
        if (contact.filter(OnCallContactRecorded::isRecorded).isEmpty()) {
            return Optional.of("It is not recorded who on call was spoken to and when.");
        }
        return contact.map(OnCallContactRecorded::when)
                .filter(when -> when.isAfter(context.now()))
                .map(when -> "The time at which someone on call was spoken to has not come yet.");
    }

    private static boolean isRecorded(Extension contact) {
        return contact.hasExtension("who")
                && contact.hasExtension("when")
                && contact.getExtensionByUrl("when").getValue() instanceof DateTimeType when
                && when.hasValue();
    }

    private static Instant when(Extension contact) {
        return ((DateTimeType) contact.getExtensionByUrl("when").getValue())
                .getValue()
                .toInstant();
    }
}
