package se.samspar.store;

import ca.uhn.fhir.rest.server.exceptions.UnclassifiedServerFailureException;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.OperationOutcome.IssueSeverity;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import se.samspar.rule.Actor;

/**
 * Whoever asks for people by their identity numbers may learn who is in the record (contract section 4): each such
 * look-up is logged apart, by whom and how many but never for whom, and a unit has only so many of them in a minute. A
 * use case that runs again because it lost a race looks up again.
 */
@Component
public class IdentityLookups {

    /** The name of the logger. */
    public static final String LOGGER = "identity-lookup";

    private static final Logger log = LoggerFactory.getLogger(LOGGER);
    private static final int TOO_MANY_REQUESTS = 429;
    private static final Duration PERIOD = Duration.ofMinutes(1);
    private static final int MAX_UNITS = 10_000;

    private final LoadingCache<String, Bucket> allowances;

    IdentityLookups(IdentityLookupProperties properties) {
        allowances = Caffeine.newBuilder()
                .maximumSize(MAX_UNITS)
                .expireAfterAccess(PERIOD) // by then it is full again
                .build(unit -> allowance(properties.units().getOrDefault(unit, properties.perMinute())));
    }

    /**
     * Notes that someone looks up people.
     *
     * @param way what the look-up is part of
     * @param identifiers how many identifiers are asked for
     * @throws UnclassifiedServerFailureException 429, when there were too many of late
     */
    public void note(Actor actor, String way, int identifiers) {
        String unit = actor.unitHsaId().orElse(actor.client());
        ConsumptionProbe probe = allowances.get(unit).tryConsumeAndReturnRemaining(identifiers);
        log.info(
                "{}: {} identifier(s) by {} {}, client {}, unit {}",
                probe.isConsumed() ? "Looked up" : "Refused",
                identifiers,
                way,
                actor.employeeHsaId().map("employee "::concat).orElse("no employee"),
                actor.client(),
                unit);
        if (!probe.isConsumed()) {
            throw tooMany(Duration.ofNanos(probe.getNanosToWaitForRefill()));
        }
    }

    private static Bucket allowance(int perMinute) {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(perMinute).refillGreedy(perMinute, PERIOD))
                .build();
    }

    private static UnclassifiedServerFailureException tooMany(Duration wait) {
        long seconds = Math.min(wait.plusSeconds(1).toSeconds(), PERIOD.toSeconds());
        OperationOutcome outcome = new OperationOutcome();
        outcome.addIssue()
                .setSeverity(IssueSeverity.ERROR)
                .setCode(IssueType.THROTTLED)
                .setDiagnostics("Your unit has looked up too many people by their identity. Retry after " + seconds
                        + " seconds, or use the patient's id where you have it.");
        UnclassifiedServerFailureException refusal =
                new UnclassifiedServerFailureException(TOO_MANY_REQUESTS, "Too many identity look-ups", outcome);
        refusal.addResponseHeader("Retry-After", Long.toString(seconds));
        return refusal;
    }
}
