package se.samspar.store;

import ca.uhn.fhir.rest.api.Constants;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.exceptions.PreconditionFailedException;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.hl7.fhir.instance.model.api.IIdType;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.stereotype.Component;

/**
 * How every operation of a feature runs (contract section 4): in one transaction on behalf of the caller, at most once
 * for an {@code Idempotency-Key}, on the version that {@code If-Match} names, with the new version as {@code ETag}.
 */
@Component
public class Operations {

    public static final String IDEMPOTENCY_KEY = "Idempotency-Key";

    private final ResourceStore store;
    private final IdempotencyKeys keys;

    Operations(ResourceStore store, IdempotencyKeys keys) {
        this.store = store;
        this.keys = keys;
    }

    /** Runs an operation that changes nothing. */
    public <T> T read(RequestDetails request, String operation, Supplier<T> useCase) {
        return store.execute(request, operation, useCase);
    }

    /** Runs a changing operation at type level. */
    public <A extends Resource> A change(
            RequestDetails request, String operation, Class<A> answer, Supplier<A> useCase) {
        return store.execute(
                        request,
                        operation,
                        () -> keys.once(
                                request, operation, answer, () -> new Answer<>(useCase.get(), Optional.empty())))
                .sendTo(request);
    }

    /**
     * Runs a changing operation on an instance that the caller sees. The use case must write the instance, so that its
     * version moves and of two callers with the same {@code If-Match} only one passes.
     *
     * @throws ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException when the caller may not see the instance
     * @throws PreconditionFailedException when {@code If-Match} names another version
     */
    public <T extends Resource, A extends Resource> A change(
            RequestDetails request,
            String operation,
            Class<T> type,
            IIdType id,
            Class<A> answer,
            Function<T, A> useCase) {
        return store.execute(
                        request,
                        operation,
                        () -> keys.once(request, operation, answer, () -> {
                            T instance = store.readVisible(type, id);
                            requireVersion(request, instance);
                            A result = useCase.apply(instance);
                            return new Answer<>(
                                    result, Optional.of(instance.getMeta().getVersionId()));
                        }))
                .sendTo(request);
    }

    private static void requireVersion(RequestDetails request, Resource instance) {
        String ifMatch = request.getHeader(Constants.HEADER_IF_MATCH);
        if (ifMatch != null
                && !ifMatch.replaceAll("^W/|\"", "").equals(instance.getMeta().getVersionId())) {
            throw new PreconditionFailedException(
                    "The resource has changed: If-Match does not name its current version. Read it again and retry.");
        }
    }

    /**
     * What an operation answers.
     *
     * @param version version of the instance it ran on
     */
    record Answer<A extends Resource>(A resource, Optional<String> version) {

        A sendTo(RequestDetails request) {
            if (request instanceof ServletRequestDetails http) {
                version.ifPresent(
                        number -> http.getServletResponse().setHeader(Constants.HEADER_ETAG, "W/\"" + number + "\""));
            }
            return resource;
        }
    }
}
