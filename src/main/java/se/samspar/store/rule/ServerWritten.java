package se.samspar.store.rule;

import java.util.stream.Stream;
import org.hl7.fhir.r4.model.AuditEvent;
import org.hl7.fhir.r4.model.Provenance;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.beans.factory.ObjectProvider;
import se.samspar.rule.Finding;
import se.samspar.rule.Moment;
import se.samspar.rule.Rule;
import se.samspar.rule.RuleContext;
import se.samspar.rule.RuleInfo;
import se.samspar.rule.Severity;
import se.samspar.store.ByType;
import se.samspar.store.ServerKept;

/**
 * Who did what, what is in whose inbox, and what was answered, decided and taken on is written by the server, so that
 * it can be trusted. Features say by {@link ServerKept} what that is.
 */
@RuleInfo(
        code = "server-written",
        severity = Severity.BLOCK,
        requirement = "ALL-3",
        remedy = "Leave the resource or the field out; use the operation that leads to it.",
        when = Moment.ON_WRITE)
final class ServerWritten implements Rule<Resource> {

    private final ByType<ServerKept<?>> kept;

    ServerWritten(ObjectProvider<ServerKept<?>> kept) {
        this.kept = new ByType<>(ServerKept.class, kept);
    }

    @Override
    public Stream<Finding> check(Resource resource, RuleContext context) {
        boolean isRecord = resource instanceof Provenance || resource instanceof AuditEvent;
        Stream<Finding> records = isRecord && context.isWrittenByClient(resource)
                ? Stream.of(Finding.at(
                        resource.fhirType(), "%s is written by the server only.".formatted(resource.fhirType())))
                : Stream.empty();
        return Stream.concat(
                records, kept.of(resource).stream().flatMap(feature -> claimed(feature, resource, context)));
    }

    @SuppressWarnings("unchecked") // filtered by the type it takes
    private static <R extends Resource> Stream<Finding> claimed(
            ServerKept<?> feature, R resource, RuleContext context) {
        return ((ServerKept<R>) feature).claimed(resource, context);
    }
}
