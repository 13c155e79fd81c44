package se.samspar.track.rule;

import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestStatus;
import se.samspar.fhir.generated.ConsultationOutcome;
import se.samspar.fhir.generated.Track;
import se.samspar.rule.Finding;
import se.samspar.rule.Rule;
import se.samspar.rule.RuleContext;
import se.samspar.rule.RuleInfo;
import se.samspar.rule.Severity;

/** A patient who needs a visit is not left to wait for a referral that nobody wrote. */
@RuleInfo(
        code = "follow-on-referral",
        severity = Severity.BLOCK,
        requirement = "DSK-9",
        remedy = "Name the receiver of the referral in $answer, so that it is created and linked.")
final class FollowOnReferral implements Rule<Communication> {

    private static final Set<ServiceRequestStatus> VOID =
            EnumSet.of(ServiceRequestStatus.REVOKED, ServiceRequestStatus.ENTEREDINERROR);

    @Override
    public Stream<Finding> check(Communication answer, RuleContext context) {
        if (!Answers.isNewFinal(answer, context) || !Answers.hasOutcome(answer, ConsultationOutcome.VISIT_NEEDED)) {
            return Stream.empty();
        }
        return answer.getBasedOn().stream()
                .filter(Reference::hasReference)
                .filter(request -> referrals(request, context).findAny().isEmpty())
                .map(request -> Finding.at(
                        "Communication.extension", "The patient needs a visit, but no referral follows the request."));
    }

    private static Stream<ServiceRequest> referrals(Reference request, RuleContext context) {
        String query =
                "based-on=ServiceRequest/" + request.getReferenceElement().getIdPart();
        return context.search(ServiceRequest.class, query).stream()
                .filter(referral -> !VOID.contains(referral.getStatus()))
                .filter(referral -> referral.getCategory().stream().anyMatch(Track.ELEKTIV_REMISS::isIn));
    }
}
