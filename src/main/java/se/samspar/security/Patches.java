package se.samspar.security;

import ca.uhn.fhir.rest.api.Constants;
import ca.uhn.fhir.rest.server.exceptions.ForbiddenOperationException;
import ca.uhn.fhir.rest.server.exceptions.InvalidRequestException;
import ca.uhn.fhir.rest.server.exceptions.UnclassifiedServerFailureException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.RelatedPerson;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.stereotype.Component;
import se.samspar.fhir.CarePlans;
import se.samspar.fhir.generated.CarePlanType;
import se.samspar.rule.Actor;
import se.samspar.store.ProtectedIdentity;

/**
 * Which patches reach the patch engine. It runs before any rule, on the stored document with its access labels, so it
 * gets JSON Patch only, of operations that neither multiply what is there nor look at the labels.
 */
@Component
class Patches {

    private static final int UNSUPPORTED_MEDIA_TYPE = 415;
    private static final int MAX_OPERATIONS = 200;

    /** {@code copy} doubles an array with each step, and either of the others could carry a label out of meta. */
    private static final Set<String> OPERATIONS = Set.of("add", "replace", "remove", "test");

    /** Of which some see a part only. */
    private static final Set<String> IN_PARTS = Set.of("RelatedPerson", "CarePlan");

    /** Every element but meta, and not the whole document. */
    private static final String PATH = "/(?!meta(/|$)).+";

    /** Strict: what stands twice, or after the end, the engine might read otherwise. */
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final BodyShape shape;

    Patches(BodyShape shape) {
        this.shape = shape;
    }

    /**
     * By how it is refused a patch tells what it has met: so none is tried on what is withheld from the caller in part, of
     * protected identities and of pathways by which it only does something.
     *
     * @param target empty where the URL names it by a condition
     */
    static void requireWhole(Actor actor, String type, Optional<Resource> target) {
        boolean ofPerson = !actor.has(Actor.POPULATION_SCOPE)
                && (type.equals("Patient")
                        || target.filter(RelatedPerson.class::isInstance)
                                .filter(ProtectedIdentity::isOf)
                                .isPresent());
        boolean ofPathway = target.filter(plan -> CarePlans.is(plan, CarePlanType.PATHWAY_PLAN))
                .filter(plan -> !actor.actsFor(((CarePlan) plan).getAuthor()))
                .isPresent();
        if (ofPerson || ofPathway) {
            throw new ForbiddenOperationException(
                    "Another unit answers for this " + type + ", or parts of it are withheld from yours.");
        }
        if (target.isEmpty() && IN_PARTS.contains(type)) {
            throw new InvalidRequestException("A patch names a " + type + " by its id.");
        }
    }

    static void requireJsonPatch(String mediaType) {
        if (!String.valueOf(mediaType).split(";", 2)[0].trim().equals(Constants.CT_JSON_PATCH)) {
            throw new UnclassifiedServerFailureException(
                    UNSUPPORTED_MEDIA_TYPE, "Patches are taken as " + Constants.CT_JSON_PATCH + " only.");
        }
    }

    void check(String mediaType, byte[] patch) {
        requireJsonPatch(mediaType);
        JsonNode operations = read(patch);
        if (!operations.isArray() || operations.size() > MAX_OPERATIONS) {
            throw new InvalidRequestException("A JSON Patch is an array of at most " + MAX_OPERATIONS + " operations.");
        }
        operations.forEach(Patches::check);
    }

    private JsonNode read(byte[] patch) {
        shape.fault(patch).ifPresent(fault -> {
            throw new InvalidRequestException(fault);
        });
        try {
            return JSON.readTree(patch);
        } catch (IOException unreadable) {
            throw new InvalidRequestException("The patch is not JSON, or names something twice.");
        }
    }

    private static void check(JsonNode operation) {
        if (!OPERATIONS.contains(operation.path("op").asText())) {
            throw new InvalidRequestException("A patch adds, replaces, removes or tests; it does not copy or move.");
        }
        if (!operation.path("path").asText().matches(PATH)) {
            throw new InvalidRequestException(
                    "A patch names an element with /name, and not meta, which is the server's.");
        }
    }
}
