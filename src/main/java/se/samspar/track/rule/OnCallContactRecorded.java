package se.samspar.track.rule;

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
        return judged && !isRecorded(request.getExtensionByUrl(Extensions.ON_CALL_CONTACT), context)
                ? Stream.of(Finding.at(
                        "ServiceRequest.extension", "It is not recorded who on call was spoken to and when."))
                : Stream.empty();
    }

    private static boolean isRecorded(Extension contact, RuleContext context) {
        return contact != null
                && contact.hasExtension("who")
                && contact.hasExtension("when")
                && contact.getExtensionByUrl("when").getValue() instanceof DateTimeType when
                && when.hasValue()
                && !when.getValue().toInstant().isAfter(context.now());
    }
}
