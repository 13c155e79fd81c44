package se.samspar.registration.rule;

import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.Encounter;
import se.samspar.directory.TrackCatalogue;
import se.samspar.fhir.Encounters;
import se.samspar.registration.half.Halves;
import se.samspar.registration.half.Registration;
import se.samspar.rule.Finding;
import se.samspar.rule.Rule;
import se.samspar.rule.RuleContext;
import se.samspar.rule.RuleInfo;
import se.samspar.rule.Severity;
import se.samspar.store.Records;

/** Each finished half of a registration has a diagnosis; until then it shows in the secretary's list. */
@RuleInfo(
        code = "diagnosis-registered",
        severity = Severity.WARN,
        requirement = "DSK-6,DSK-8",
        remedy = "Register a diagnosis with $complete-registration; until then it shows in $registration-gaps.")
final class DiagnosisRegistered implements Rule<DomainResource> {

    private final TrackCatalogue tracks;

    DiagnosisRegistered(TrackCatalogue tracks) {
        this.tracks = tracks;
    }

    @Override
    public Stream<Finding> check(DomainResource resource, RuleContext context) {
        if (!context.isComplete()) { // an operation writes the entries of a half after it
            return Stream.empty();
        }
        Records records = Records.of(context);
        return encounters(resource, context)
                .filter(Encounters::isFinished)
                .filter(half -> Encounters.isContact(half) || Registration.isConsultationVisit(half, records, tracks))
                .filter(half -> !Halves.hasDiagnosis(half, Registration.conditionsOf(half, records)))
                .map(half -> Finding.at("Encounter", "The registration has no diagnosis."))
                .limit(1);
    }

    private static Stream<Encounter> encounters(DomainResource resource, RuleContext context) {
        if (resource instanceof Encounter encounter) {
            return Stream.of(encounter);
        }
        // A Condition that is new can only add a diagnosis.
        return resource instanceof Condition condition
                        && context.previous(condition)
                                .filter(Halves::isDiagnosis)
                                .isPresent()
                ? Affected.encountersOf(condition, context)
                : Stream.empty();
    }
}
