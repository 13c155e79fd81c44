package se.samspar.registration.rule;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.ServiceRequest;
import se.samspar.directory.TrackCatalogue;
import se.samspar.fhir.Encounters;
import se.samspar.registration.half.Halves;
import se.samspar.registration.half.Registration;
import se.samspar.registration.half.RequestUnits;
import se.samspar.rule.Finding;
import se.samspar.rule.Rule;
import se.samspar.rule.RuleContext;
import se.samspar.rule.RuleInfo;
import se.samspar.rule.Severity;
import se.samspar.store.Records;

/**
 * A consultation is registered once its request has been accepted; what was cancelled or entered in error is not revived;
 * only a finished half is verified.
 */
@RuleInfo(
        code = "registration-in-order",
        severity = Severity.BLOCK,
        requirement = "DSK-5,DSK-6,DSK-8",
        remedy =
                "Register once the receiver has accepted the request, register anew what was taken back, and finish before"
                        + " you verify.")
final class RegistrationInOrder implements Rule<Encounter> {

    private static final String VERIFICATION = "verify-registration";

    private final TrackCatalogue tracks;

    RegistrationInOrder(TrackCatalogue tracks) {
        this.tracks = tracks;
    }

    @Override
    public Stream<Finding> check(Encounter encounter, RuleContext context) {
        return Stream.of(
                        revived(encounter, context),
                        tooEarly(encounter, context),
                        verifiedUnfinished(encounter, context))
                .flatMap(finding -> finding);
    }

    private static Stream<Finding> revived(Encounter encounter, RuleContext context) {
        return context
                .previous(encounter)
                .filter(previous -> Encounters.isAbandoned(previous) && Encounters.hasBegun(encounter))
                .map(previous -> Finding.at("Encounter.status", "What was cancelled or entered in error stays so."))
                .stream();
    }

    private Stream<Finding> tooEarly(Encounter encounter, RuleContext context) {
        if (!Encounters.hasBegun(encounter)) {
            return Stream.empty();
        }
        Set<String> registeredBefore = context.previous(encounter).filter(Encounters::hasBegun).stream()
                .flatMap(previous -> previous.getBasedOn().stream())
                .map(Halves::literal)
                .collect(Collectors.toSet());
        return Registration.requestsOf(encounter, Records.of(context))
                .filter(request -> Registration.isConsultation(request, tracks))
                .filter(request -> !registeredBefore.contains(literal(request)))
                .filter(request -> !RequestUnits.isAccepted(request, Records.of(context)))
                .map(request -> Finding.at("Encounter.basedOn", "The request has not been accepted."));
    }

    private static Stream<Finding> verifiedUnfinished(Encounter encounter, RuleContext context) {
        return context.operation().filter(VERIFICATION::equals).isPresent() && !Encounters.isFinished(encounter)
                ? Stream.of(Finding.at("Encounter.status", "Only a finished registration can be verified."))
                : Stream.empty();
    }

    private static String literal(ServiceRequest request) {
        return "ServiceRequest/" + request.getIdElement().getIdPart();
    }
}
