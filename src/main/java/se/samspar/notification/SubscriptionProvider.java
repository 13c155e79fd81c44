package se.samspar.notification;

import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.annotation.OperationParam;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.StringType;
import org.springframework.stereotype.Component;
import se.samspar.fhir.OperationProvider;
import se.samspar.fhir.Parsed;
import se.samspar.notification.delivery.SubscriptionService;
import se.samspar.store.Call;
import se.samspar.store.Operations;

/** The operations on subscriptions. */
@Component
class SubscriptionProvider implements OperationProvider {

    private static final String TYPE = "Subscription";

    private final Operations operations;
    private final SubscriptionService subscriptions;

    SubscriptionProvider(Operations operations, SubscriptionService subscriptions) {
        this.operations = operations;
        this.subscriptions = subscriptions;
    }

    @Operation(name = "$status", typeName = TYPE, idempotent = true)
    public Bundle status(@IdParam IdType id, ServletRequestDetails request) {
        return operations.read(request, "status", () -> subscriptions.status(id));
    }

    @Operation(name = "$events", typeName = TYPE, idempotent = true)
    public Bundle events(
            @IdParam IdType id,
            @OperationParam(name = "eventsSinceNumber", max = 1) StringType since,
            @OperationParam(name = "eventsUntilNumber", max = 1) StringType until,
            @OperationParam(name = "content", max = 1) CodeType content,
            ServletRequestDetails request) {
        return operations.read(
                request,
                "events",
                () -> subscriptions.events(
                        Call.actorOf(request), id, Parsed.text(since), Parsed.text(until), Parsed.text(content)));
    }

    @Operation(name = "$replay", typeName = TYPE)
    public Parameters replay(@IdParam IdType id, ServletRequestDetails request) {
        return operations.change(request, "replay", Parameters.class, () -> subscriptions.replay(id));
    }

    @Operation(name = "$dead-letters", typeName = TYPE, idempotent = true)
    public Parameters deadLetters(ServletRequestDetails request) {
        return operations.read(request, "dead-letters", subscriptions::deadLetters);
    }
}
