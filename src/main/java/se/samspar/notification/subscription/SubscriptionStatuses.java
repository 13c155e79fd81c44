package se.samspar.notification.subscription;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Subscription;
import org.hl7.fhir.r4.model.Subscription.SubscriptionStatus;
import org.springframework.stereotype.Component;
import se.samspar.rule.RuleContext;
import se.samspar.store.ResourceStore;

/** The part of a Subscription that the server writes: whether it is active, and why not. */
@Component
public class SubscriptionStatuses {

    private final ResourceStore store;
    private final SubscriptionTable table;

    SubscriptionStatuses(ResourceStore store, SubscriptionTable table) {
        this.store = store;
        this.table = table;
    }

    public Optional<Subscription> read(String id) {
        return store.executeAsServer(() -> find(id));
    }

    /** The endpoint has agreed. */
    public void confirm(State state) {
        set(
                state,
                SubscriptionStatus.ACTIVE,
                Optional.empty(),
                () -> table.shaken(state.id(), state.generation(), true));
    }

    /** The endpoint has not. */
    public void refuse(State state, String why) {
        set(
                state,
                SubscriptionStatus.ERROR,
                Optional.of(why),
                () -> table.shaken(state.id(), state.generation(), false));
    }

    /** Its time is over. */
    public void end(State state) {
        set(state, SubscriptionStatus.OFF, Optional.empty(), () -> table.stop(state.id(), state.generation()));
    }

    /** Events have been given up; it goes on. */
    public void lost(State state, String why) {
        set(state, SubscriptionStatus.ERROR, Optional.of(why), () -> isCurrent(state));
    }

    /** It is told again what happens. */
    public void recovered(State state) {
        set(state, SubscriptionStatus.ACTIVE, Optional.empty(), () -> isCurrent(state));
    }

    private boolean isCurrent(State state) {
        return table.find(state.id())
                .filter(now -> now.generation() == state.generation())
                .isPresent();
    }

    private void set(State state, SubscriptionStatus status, Optional<String> error, BooleanSupplier ifCurrent) {
        store.executeAsServer(() -> {
            store.serialize(key(state.id()));
            if (ifCurrent.getAsBoolean()) {
                find(state.id())
                        .ifPresent(found -> store.update(found.setStatus(status).setError(error.orElse(null))));
            }
            return null;
        });
    }

    private Optional<Subscription> find(String id) {
        return store.find(new Reference("Subscription/" + id), Subscription.class);
    }

    /** The unit's writes wait for the server's, and the other way round. */
    static void serialize(Subscription subscription, RuleContext context) {
        context.serialize(key(subscription.getIdElement().getIdPart()));
    }

    private static String key(String id) {
        return "subscription " + id;
    }
}
