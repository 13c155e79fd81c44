package se.samspar.store;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.exceptions.UnprocessableEntityException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import se.samspar.rule.Actor;

/**
 * Remembers for 24 hours what was answered to an {@code Idempotency-Key}, for a client, unit and operation. The key is
 * taken in the transaction of the operation itself: a second request with it waits for the first, and a request that
 * fails leaves no trace.
 */
@Component
class IdempotencyKeys {

    private static final String HEADER = Operations.IDEMPOTENCY_KEY;
    private static final int MAX_LENGTH = 255;

    private final JdbcTemplate jdbc;
    private final FhirContext fhirContext;
    private final ResourceStore store;
    private final ObjectMapper json;

    IdempotencyKeys(JdbcTemplate jdbc, FhirContext fhirContext, ResourceStore store, ObjectMapper json) {
        this.jdbc = jdbc;
        this.fhirContext = fhirContext;
        this.store = store;
        this.json = json;
    }

    /**
     * The answer of the operation, or the first answer with its warnings when the key was used before with the same body
     * on the same instance. {@code If-Match} does not count: a client that lost the first answer and has read the
     * instance anew since asks for the same thing, which has been done, and contract section 4 speaks of the body only.
     *
     * @throws UnprocessableEntityException when the key was used before with another body
     */
    <A extends Resource> Operations.Answer<A> once(
            RequestDetails request, String operation, Class<A> type, Supplier<Operations.Answer<A>> work) {
        String key = request.getHeader(HEADER);
        if (key == null) {
            return work.get();
        }
        if (key.isBlank() || key.length() > MAX_LENGTH) {
            throw new UnprocessableEntityException(HEADER + " must have 1 to " + MAX_LENGTH + " characters.");
        }
        Actor actor = store.actor();
        Object[] id = {actor.client(), actor.unit().orElse(""), operation, key};
        String hash = hash(request);
        if (take(id, hash)) {
            Operations.Answer<A> answer = work.get();
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void beforeCommit(boolean readOnly) { // after the gate, which has the warnings by then
                    remember(id, answer);
                }
            });
            return answer;
        }
        return recall(id, hash, type);
    }

    /** Takes the key unless it is in use; an expired one is free again. */
    private boolean take(Object[] id, String hash) {
        return jdbc.update(
                        """
                        INSERT INTO idempotency_key (client, unit, operation, key, request_hash) VALUES (?, ?, ?, ?, ?)
                        ON CONFLICT (client, unit, operation, key) DO UPDATE
                          SET request_hash = excluded.request_hash, created = now(), answer = NULL, version = NULL, warnings = NULL
                          WHERE idempotency_key.created < now() - interval '24 hours'
                        """,
                        id[0],
                        id[1],
                        id[2],
                        id[3],
                        hash)
                == 1;
    }

    private void remember(Object[] id, Operations.Answer<?> answer) {
        jdbc.update(
                "UPDATE idempotency_key SET answer = ?, version = ?, warnings = ?"
                        + " WHERE client = ? AND unit = ? AND operation = ? AND key = ?",
                fhirContext.newJsonParser().encodeResourceToString(answer.resource()),
                answer.version().orElse(null),
                write(Warnings.ofCurrentRequest()),
                id[0],
                id[1],
                id[2],
                id[3]);
    }

    private <A extends Resource> Operations.Answer<A> recall(Object[] id, String hash, Class<A> type) {
        return jdbc.queryForObject(
                "SELECT request_hash, answer, version, warnings FROM idempotency_key"
                        + " WHERE client = ? AND unit = ? AND operation = ? AND key = ?",
                (row, number) -> {
                    if (!row.getString("request_hash").equals(hash)) {
                        throw new UnprocessableEntityException(
                                HEADER + " was used before with another request. Use a new key for a new request.");
                    }
                    Warnings.say(read(row.getString("warnings")));
                    A answer = fhirContext.newJsonParser().parseResource(type, row.getString("answer"));
                    return new Operations.Answer<>(answer, Optional.ofNullable(row.getString("version")));
                },
                id);
    }

    private String write(List<Judgement> warnings) {
        try {
            return json.writeValueAsString(warnings);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** None where the answer was remembered by a version that kept none. */
    private List<Judgement> read(String warnings) {
        try {
            return warnings == null ? List.of() : json.readValue(warnings, new TypeReference<List<Judgement>>() {});
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Answers carry patient data: they are kept no longer than they are promised. */
    @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.HOURS)
    void forgetExpired() {
        jdbc.update("DELETE FROM idempotency_key WHERE created < now() - interval '24 hours'");
    }

    private static String hash(RequestDetails request) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(request.getRequestPath().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest.digest(request.loadRequestContents()));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("Every Java platform has SHA-256", missing);
        }
    }
}
