package se.samspar.track.rule;

import java.util.Optional;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.BooleanType;
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

/**
 * The national referral contract has no referral without it. What a step of another request makes is not judged: whoever
 * takes the step does not answer for the requester's responsibility.
 */
@RuleInfo(
        code = "care-responsibility-stated",
        severity = Severity.WARN,
        requirement = "TRK-2",
        remedy = "State in the extension care-responsibility-remains whether your unit keeps the care responsibility; a"
                + " referral that crosses the national service platform needs it.")
final class CareResponsibilityStated implements Rule<ServiceRequest> {

    private final TrackCatalogue tracks;

    CareResponsibilityStated(TrackCatalogue tracks) {
        this.tracks = tracks;
    }

    @Override
    public Stream<Finding> check(ServiceRequest request, RuleContext context) {
        boolean judged = !Requests.comesFromAnother(request, context)
                && Requests.isToBeJudged(
                        request,
                        context,
                        ServiceRequest::getCategory,
                        any -> any.getExtensionsByUrl(Extensions.CARE_RESPONSIBILITY_REMAINS))
                && tracks.askFor(RuleCode.CARE_RESPONSIBILITY_STATED, request);
        return judged && !isStated(request)
                ? Stream.of(Finding.at(
                        "ServiceRequest.extension",
                        "The request does not say whether the care responsibility remains with the requester."))
                : Stream.empty();
    }

    private static boolean isStated(ServiceRequest request) {
        return Optional.ofNullable(request.getExtensionByUrl(Extensions.CARE_RESPONSIBILITY_REMAINS))
                .map(Extension::getValue)
                .filter(value -> value instanceof BooleanType stated && stated.hasValue())
                .isPresent();
    }
}
