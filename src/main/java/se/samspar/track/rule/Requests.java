package se.samspar.track.rule;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.HealthcareService;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestStatus;
import se.samspar.directory.Directory;
import se.samspar.fhir.generated.CodeSystems;
import se.samspar.rule.RuleContext;

/** What the rules about requests read from one. */
final class Requests {

    private static final String SUBMIT = "submit";

    private static final Set<ServiceRequestStatus> NOT_SENT =
            EnumSet.of(ServiceRequestStatus.DRAFT, ServiceRequestStatus.ENTEREDINERROR);

    private Requests() {}

    /**
     * Does the request start by this write, or does what the rule judges change? A request that was right when it was
     * sent stays so: it can be answered and ended whatever has changed around it.
     */
    @SafeVarargs
    static boolean isToBeJudged(
            ServiceRequest request, RuleContext context, Function<ServiceRequest, List<? extends Base>>... judged) {
        if (NOT_SENT.contains(request.getStatus())) {
            return false;
        }
        Optional<ServiceRequest> sent =
                context.previous(request).filter(previous -> !NOT_SENT.contains(previous.getStatus()));
        return sent.isEmpty()
                || Stream.of(judged)
                        .anyMatch(elements ->
                                !Base.compareDeep(elements.apply(sent.get()), elements.apply(request), true));
    }

    /** Is it made by a step of another request, which it follows or replaces? */
    static boolean comesFromAnother(ServiceRequest request, RuleContext context) {
        return context.previous(request).isEmpty()
                && context.operation()
                        .filter(operation -> !operation.equals(SUBMIT))
                        .isPresent();
    }

    /** The code of the track; empty when there is none of ours. */
    static Optional<String> track(ServiceRequest request) {
        return tracks(request).map(Coding::getCode).findFirst();
    }

    /** Every coding of a track of ours. */
    static Stream<Coding> tracks(ServiceRequest request) {
        return request.getCategory().stream()
                .flatMap(concept -> concept.getCoding().stream())
                .filter(coding -> CodeSystems.TRACK.equals(coding.getSystem()));
    }

    /** The services of the receivers that fit the track and the specialty of the request. */
    static Stream<HealthcareService> services(ServiceRequest request, Directory directory) {
        return request.getPerformer().stream().flatMap(receiver -> services(receiver, request, directory));
    }

    /** The services of one receiver that fit the track and the specialty of the request. */
    static Stream<HealthcareService> services(Reference receiver, ServiceRequest request, Directory directory) {
        return directory.organization(receiver).stream().flatMap(unit -> track(request).stream()
                .flatMap(track -> directory
                        .trackServices(
                                unit.getIdElement().getIdPart(),
                                track,
                                request.getPerformerType().getCoding())
                        .stream()));
    }
}
