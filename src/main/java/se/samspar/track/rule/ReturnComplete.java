package se.samspar.track.rule;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.EpisodeOfCare;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.Type;
import se.samspar.directory.Directory;
import se.samspar.directory.TrackCatalogue;
import se.samspar.fhir.generated.Extensions;
import se.samspar.fhir.generated.RuleCode;
import se.samspar.rule.Finding;
import se.samspar.rule.Rule;
import se.samspar.rule.RuleContext;
import se.samspar.rule.RuleInfo;
import se.samspar.rule.Severity;

/** A patient comes back to primary care with all that whoever takes over needs to know, and knows it too. */
@RuleInfo(
        code = "return-complete",
        severity = Severity.BLOCK,
        requirement = "TRK-8",
        remedy = "Fill in summary, plan and a named receiver at the receiving unit, and inform the patient.")
final class ReturnComplete implements Rule<ServiceRequest> {

    private static final String SUBMIT = "submit";
    private static final List<String> PARTS = List.of(
            Extensions.RETURN_SUMMARY, Extensions.RETURN_PLAN, Extensions.NAMED_RECEIVER, Extensions.PATIENT_INFORMED);

    private final TrackCatalogue tracks;
    private final Directory directory;

    ReturnComplete(TrackCatalogue tracks, Directory directory) {
        this.tracks = tracks;
        this.directory = directory;
    }

    @Override
    public Stream<Finding> check(ServiceRequest request, RuleContext context) {
        boolean judged = Requests.isToBeJudged(request, context, ServiceRequest::getCategory, any -> PARTS.stream()
                        .flatMap(part -> any.getExtensionsByUrl(part).stream())
                        .toList())
                && tracks.askFor(RuleCode.RETURN_COMPLETE, request);
        return judged
                ? Stream.concat(
                        missing(request).map(text -> Finding.at("ServiceRequest.extension", text)),
                        isAmbiguous(request, context)
                                ? Stream.of(Finding.at(
                                        "ServiceRequest.basedOn",
                                        "The sender has several care commitments for the patient: name the request of"
                                                + " the one that ends."))
                                : Stream.empty())
                : Stream.empty();
    }

    /** Which commitment ends when the receiver accepts is for the sender to say, where it has several. */
    private boolean isAmbiguous(ServiceRequest request, RuleContext context) {
        boolean isSent = context.previous(request).isEmpty()
                && context.operation().filter(name -> !name.equals(SUBMIT)).isEmpty();
        if (!isSent || !request.getSubject().hasReference()) {
            return false;
        }
        Set<String> named =
                request.getBasedOn().stream().map(ReturnComplete::literal).collect(Collectors.toSet());
        List<EpisodeOfCare> commitments = directory.unitOf(request.getRequester()).stream()
                .flatMap(sender -> context
                        .search(
                                EpisodeOfCare.class,
                                "status=active&organization=Organization/%s&patient=%s"
                                        .formatted(sender.getIdElement().getIdPart(), literal(request.getSubject())))
                        .stream())
                .toList();
        return commitments.size() > 1
                && commitments.stream()
                        .flatMap(commitment -> commitment.getReferralRequest().stream())
                        .map(ReturnComplete::literal)
                        .noneMatch(named::contains);
    }

    private static String literal(Reference reference) {
        return reference.getReferenceElement().toUnqualifiedVersionless().getValue();
    }

    private Stream<String> missing(ServiceRequest request) {
        Map<String, Predicate<Type>> complete = new LinkedHashMap<>();
        complete.put(Extensions.RETURN_SUMMARY, ReturnComplete::saysSomething);
        complete.put(Extensions.RETURN_PLAN, ReturnComplete::saysSomething);
        complete.put(Extensions.NAMED_RECEIVER, value -> worksAtReceiver(value, request));
        complete.put(Extensions.PATIENT_INFORMED, value -> value instanceof BooleanType told && told.booleanValue());
        return PARTS.stream()
                .filter(part -> value(request, part).filter(complete.get(part)).isEmpty())
                .map(part -> "What a return needs is missing or not so: %s."
                        .formatted(part.substring(part.lastIndexOf('/') + 1)));
    }

    private static Optional<Type> value(ServiceRequest request, String part) {
        return Optional.ofNullable(request.getExtensionByUrl(part)).map(Extension::getValue);
    }

    private static boolean saysSomething(Type value) {
        return value.isPrimitive()
                && value.primitiveValue() != null
                && !value.primitiveValue().isBlank();
    }

    private boolean worksAtReceiver(Type value, ServiceRequest request) {
        return value instanceof Reference role
                && directory
                        .unitOf(role)
                        .filter(unit -> request.getPerformer().stream()
                                .flatMap(receiver -> directory.organization(receiver).stream())
                                .anyMatch(receiver -> receiver.getIdElement()
                                        .getIdPart()
                                        .equals(unit.getIdElement().getIdPart())))
                        .isPresent();
    }
}
