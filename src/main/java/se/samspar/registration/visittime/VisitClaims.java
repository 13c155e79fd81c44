package se.samspar.registration.visittime;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Encounter;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import se.samspar.registration.half.Halves;
import se.samspar.rule.RuleContext;

/**
 * The encounters written in the current transaction whose times are still to be settled, and those that did not get
 * theirs. Settling them all together lets visits swap their times in one transaction.
 */
public final class VisitClaims implements TransactionSynchronization {

    private final Map<String, Encounter> written = new TreeMap<>();
    private final Set<String> lost = new HashSet<>();

    private VisitClaims() {}

    /** Did this encounter ask for a time that another visit of the patient has? */
    public static boolean hasLost(Encounter encounter) {
        return current()
                .map(claims -> claims.lost.contains(encounter.getIdElement().getIdPart()))
                .orElse(false);
    }

    /** Makes transactions that touch registrations of the same patient wait for each other. */
    public static void serialize(Encounter encounter, RuleContext context) {
        if (encounter.getSubject().hasReference()) {
            context.serialize(key(Halves.literal(encounter.getSubject())));
        }
    }

    private static String key(String patient) {
        return "registrations of " + patient;
    }

    static void written(Encounter encounter) {
        VisitClaims claims = current().orElseGet(VisitClaims::begin);
        claims.written.put(encounter.getIdElement().getIdPart(), encounter);
    }

    /**
     * Frees what these encounters had before and takes what they need now. Patients are locked in a fixed order first,
     * so that transactions over the same visits cannot block each other for good.
     */
    static void settle(RuleContext context, VisitPeriods periods) {
        current().filter(claims -> !claims.written.isEmpty()).ifPresent(claims -> {
            List<Encounter> encounters = List.copyOf(claims.written.values());
            claims.written.clear();
            patients(encounters, context).map(VisitClaims::key).forEach(context::serialize);
            List<String> ids = encounters.stream()
                    .map(encounter -> encounter.getIdElement().getIdPart())
                    .toList();
            claims.lost.removeAll(ids);
            periods.release(ids);
            encounters.stream()
                    .flatMap(encounter -> VisitTime.of(encounter).stream())
                    .sorted(VisitTime.IN_ORDER)
                    .filter(time -> !periods.claim(time))
                    .forEach(time -> claims.lost.add(time.encounterId()));
        });
    }

    private static Stream<String> patients(List<Encounter> encounters, RuleContext context) {
        return encounters.stream()
                .flatMap(encounter -> Stream.concat(Stream.of(encounter), context.previous(encounter).stream()))
                .map(encounter -> Halves.literal(encounter.getSubject()))
                .filter(patient -> !patient.isEmpty())
                .distinct()
                .sorted();
    }

    private static VisitClaims begin() {
        VisitClaims begun = new VisitClaims();
        TransactionSynchronizationManager.registerSynchronization(begun);
        return begun;
    }

    private static Optional<VisitClaims> current() {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            return Optional.empty();
        }
        return TransactionSynchronizationManager.getSynchronizations().stream()
                .filter(VisitClaims.class::isInstance)
                .map(VisitClaims.class::cast)
                .findAny();
    }
}
