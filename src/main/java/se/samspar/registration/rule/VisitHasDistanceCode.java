package se.samspar.registration.rule;

import java.util.stream.Stream;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Procedure;
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

/**
 * The primary care visit of a consultation has the activity XS004 once it is finished. Judged from whichever side the
 * change comes: the visit, the contact that makes it a consultation, or the Procedure that is taken away.
 */
@RuleInfo(
        code = "visit-has-distance-code",
        severity = Severity.BLOCK,
        requirement = "DSK-5",
        remedy = "Register the KVÅ code XS004 as a Procedure of the visit before finishing it.")
final class VisitHasDistanceCode implements Rule<DomainResource> {

    private final TrackCatalogue tracks;

    VisitHasDistanceCode(TrackCatalogue tracks) {
        this.tracks = tracks;
    }

    @Override
    public Stream<Finding> check(DomainResource resource, RuleContext context) {
        if (!context.isComplete()) { // an operation writes the entries of a half after it
            return Stream.empty();
        }
        Records records = Records.of(context);
        return visits(resource, context)
                .filter(visit ->
                        Encounters.isFinished(visit) && Registration.isConsultationVisit(visit, records, tracks))
                .filter(visit -> !Halves.hasDistanceCode(visit, Registration.proceduresOf(visit, records)))
                .map(visit -> Finding.at(
                        "Encounter.status", "The finished visit of a consultation lacks the KVÅ code XS004."))
                .limit(1);
    }

    private static Stream<Encounter> visits(DomainResource resource, RuleContext context) {
        if (resource instanceof Encounter encounter) {
            return Encounters.isContact(encounter)
                    ? Registration.visitOf(encounter, Records.of(context)).stream()
                    : Stream.of(encounter);
        }
        // A Procedure that is new can only add the code.
        return resource instanceof Procedure procedure
                        && context.previous(procedure)
                                .filter(Halves::isDistanceCode)
                                .isPresent()
                ? Affected.encountersOf(procedure, context)
                : Stream.empty();
    }
}
