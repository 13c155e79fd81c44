package se.samspar.track.rule;

import java.util.stream.Stream;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.Type;
import se.samspar.directory.SwedishTime;
import se.samspar.directory.TrackCatalogue;
import se.samspar.fhir.generated.Extensions;
import se.samspar.fhir.generated.RuleCode;
import se.samspar.rule.Finding;
import se.samspar.rule.Rule;
import se.samspar.rule.RuleContext;
import se.samspar.rule.RuleInfo;
import se.samspar.rule.Severity;

/** The lead times of a standardised cancer pathway count from the day on which the suspicion was well-founded. */
@RuleInfo(
        code = "svf-suspicion-documented",
        severity = Severity.BLOCK,
        requirement = "TRK-2",
        remedy = "Fill in pathway and date in the extension svf-suspicion.")
final class SvfSuspicionDocumented implements Rule<ServiceRequest> {

    private final TrackCatalogue tracks;

    SvfSuspicionDocumented(TrackCatalogue tracks) {
        this.tracks = tracks;
    }

    @Override
    public Stream<Finding> check(ServiceRequest request, RuleContext context) {
        boolean judged = Requests.isToBeJudged(
                        request,
                        context,
                        ServiceRequest::getCategory,
                        any -> any.getExtensionsByUrl(Extensions.SVF_SUSPICION))
                && tracks.askFor(RuleCode.SVF_SUSPICION_DOCUMENTED, request);
        if (!judged) {
            return Stream.empty();
        }
        Extension suspicion = request.getExtensionByUrl(Extensions.SVF_SUSPICION);
        return Stream.of(
                        Stream.of("The pathway is not named.").filter(text -> value(suspicion, "pathway") == null),
                        Stream.of("The date of the well-founded suspicion is missing.")
                                .filter(text -> value(suspicion, "date") == null),
                        Stream.of("The date of the well-founded suspicion has not come yet.")
                                .filter(text -> isToCome(value(suspicion, "date"), context)))
                .flatMap(texts -> texts)
                .map(text -> Finding.at("ServiceRequest.extension", text));
    }

    private static Type value(Extension suspicion, String part) {
        Extension found = suspicion == null ? null : suspicion.getExtensionByUrl(part);
        return found == null || !found.hasValue() ? null : found.getValue();
    }

    private static boolean isToCome(Type value, RuleContext context) {
        return value instanceof DateType date
                && date.hasValue()
                && SwedishTime.first(date).isAfter(context.now());
    }
}
