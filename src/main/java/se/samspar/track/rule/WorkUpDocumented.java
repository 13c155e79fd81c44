package se.samspar.track.rule;

import java.util.Set;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.ServiceRequest;
import se.samspar.directory.TrackCatalogue;
import se.samspar.fhir.generated.Extensions;
import se.samspar.fhir.generated.RuleCode;
import se.samspar.rule.Finding;
import se.samspar.rule.Rule;
import se.samspar.rule.RuleContext;
import se.samspar.rule.RuleInfo;
import se.samspar.rule.Severity;
import se.samspar.store.AccessLabels;

/** Whoever takes over starts from what has been done. In an acute case nobody is made to write first. */
@RuleInfo(
        code = "work-up-documented",
        severity = Severity.JUSTIFY,
        requirement = "TRK-7",
        remedy = "Describe the work-up in the extension work-up or refer to it in supportingInfo, or justify why there"
                + " is none.")
final class WorkUpDocumented implements Rule<ServiceRequest> {

    /** Besides the directory and the times that units give. */
    private static final Set<String> NO_BACKGROUND = Set.of("Patient", "Task", "Appointment", "Provenance");

    private final TrackCatalogue tracks;

    WorkUpDocumented(TrackCatalogue tracks) {
        this.tracks = tracks;
    }

    @Override
    public Stream<Finding> check(ServiceRequest request, RuleContext context) {
        boolean toBeJudged = Requests.isToBeJudged(
                request,
                context,
                ServiceRequest::getCategory,
                ServiceRequest::getSupportingInfo,
                judged -> judged.getExtensionsByUrl(Extensions.WORK_UP));
        return toBeJudged && tracks.askFor(RuleCode.WORK_UP_DOCUMENTED, request) && !isDocumented(request)
                ? Stream.of(Finding.at(
                        "ServiceRequest.supportingInfo",
                        "The request does not say what has been investigated and treated."))
                : Stream.empty();
    }

    private static boolean isDocumented(ServiceRequest request) {
        return request.getSupportingInfo().stream().anyMatch(WorkUpDocumented::isBackground)
                || Stream.of(Extensions.WORK_UP, Extensions.RETURN_SUMMARY)
                        .flatMap(url -> request.getExtensionsByUrl(url).stream())
                        .anyMatch(WorkUpDocumented::saysSomething);
    }

    /** Who someone is, and what is planned or administered, says nothing about what has been done for the patient. */
    private static boolean isBackground(Reference info) {
        String type = info.hasReference() ? info.getReferenceElement().getResourceType() : info.getType();
        return (info.hasReference() || info.hasIdentifier())
                && (type == null || !AccessLabels.isOpen(type) && !NO_BACKGROUND.contains(type));
    }

    private static boolean saysSomething(Extension workUp) {
        return workUp.hasValue()
                && workUp.getValue().isPrimitive()
                && workUp.getValue().primitiveValue() != null
                && !workUp.getValue().primitiveValue().isBlank();
    }
}
