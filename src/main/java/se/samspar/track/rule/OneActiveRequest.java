package se.samspar.track.rule;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.HealthcareService;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestStatus;
import se.samspar.directory.Directory;
import se.samspar.fhir.Same;
import se.samspar.rule.Finding;
import se.samspar.rule.Moment;
import se.samspar.rule.Rule;
import se.samspar.rule.RuleContext;
import se.samspar.rule.RuleInfo;
import se.samspar.rule.Severity;

/**
 * Two clinics that work on the same question are a waste for the patient and a risk. The finding is the same whoever
 * owns the other request, since it may be one that the requester must not know more about.
 */
@RuleInfo(
        code = "one-active-request",
        severity = Severity.JUSTIFY,
        requirement = "TRK-9",
        remedy = "Use or supplement the request that exists, cancel it if it is yours, or justify why another is"
                + " needed.",
        when = Moment.IN_EARNEST)
final class OneActiveRequest implements Rule<ServiceRequest> {

    private static final Set<ServiceRequestStatus> ACTIVE =
            EnumSet.of(ServiceRequestStatus.ACTIVE, ServiceRequestStatus.ONHOLD);

    private final Directory directory;

    OneActiveRequest(Directory directory) {
        this.directory = directory;
    }

    @Override
    public Stream<Finding> check(ServiceRequest request, RuleContext context) {
        if (!ACTIVE.contains(request.getStatus()) || !isToBeJudged(request, context)) {
            return Stream.empty();
        }
        Optional<Patient> patient = context.resolve(request.getSubject(), Patient.class);
        if (patient.isEmpty()) {
            return Stream.empty();
        }
        String subject = "Patient/" + patient.get().getIdElement().getIdPart();
        context.serialize("one-active-request " + subject);
        return context.search(ServiceRequest.class, "status=active,on-hold&subject=" + subject).stream()
                .filter(other -> isAnother(other, request) && isSameMatter(other, request))
                .findFirst()
                .map(other -> Finding.at(
                        "ServiceRequest.category",
                        "The patient has an active request on the same track and specialty."))
                .stream();
    }

    private static boolean isToBeJudged(ServiceRequest request, RuleContext context) {
        boolean wasActive = context.previous(request)
                .filter(previous -> ACTIVE.contains(previous.getStatus()))
                .isPresent();
        return !wasActive
                || Requests.isToBeJudged(
                        request,
                        context,
                        ServiceRequest::getCategory,
                        judged -> List.of(judged.getSubject()),
                        judged -> List.of(judged.getPerformerType()));
    }

    private static boolean isAnother(ServiceRequest other, ServiceRequest request) {
        return !other.getIdElement().getIdPart().equals(request.getIdElement().getIdPart());
    }

    private boolean isSameMatter(ServiceRequest other, ServiceRequest request) {
        if (!Requests.track(other).equals(Requests.track(request))) {
            return false;
        }
        List<Coding> here = specialties(request);
        List<Coding> there = specialties(other);
        return here.isEmpty() && there.isEmpty()
                || here.stream().anyMatch(one -> there.stream().anyMatch(two -> Same.isSame(one, two)));
    }

    /** The specialty asked for, or else those of the receiver. */
    private List<Coding> specialties(ServiceRequest request) {
        List<Coding> asked = request.getPerformerType().getCoding();
        return asked.isEmpty()
                ? Requests.services(request, directory)
                        .map(HealthcareService::getSpecialty)
                        .flatMap(List::stream)
                        .flatMap(concept -> concept.getCoding().stream())
                        .toList()
                : asked;
    }
}
