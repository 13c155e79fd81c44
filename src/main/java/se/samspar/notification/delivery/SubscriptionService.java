package se.samspar.notification.delivery;

import ca.uhn.fhir.rest.server.exceptions.ForbiddenOperationException;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import java.time.Clock;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.CanonicalType;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.InstantType;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Subscription;
import org.springframework.stereotype.Component;
import se.samspar.fhir.ParameterRefused;
import se.samspar.fhir.SubscriptionTopics;
import se.samspar.fhir.generated.SubscriptionTopic;
import se.samspar.notification.delivery.Notice.Kind;
import se.samspar.notification.outbox.EventTable;
import se.samspar.notification.outbox.EventTable.DeadLetters;
import se.samspar.notification.outbox.EventTable.Numbered;
import se.samspar.notification.subscription.State;
import se.samspar.notification.subscription.SubscriptionTable;
import se.samspar.notification.subscription.Terms;
import se.samspar.notification.subscription.Terms.Content;
import se.samspar.notification.subscription.Wakes;
import se.samspar.rule.Actor;
import se.samspar.store.ResourceStore;

/** What a unit asks about its subscription, and what an administrator does for those that lost something. */
@Component
public class SubscriptionService {

    private static final int MOST_EVENTS = 100;

    private final ResourceStore store;
    private final SubscriptionTable table;
    private final EventTable events;
    private final NotificationBundles bundles;
    private final Wakes wakes;
    private final Clock clock;

    SubscriptionService(
            ResourceStore store,
            SubscriptionTable table,
            EventTable events,
            NotificationBundles bundles,
            Wakes wakes,
            Clock clock) {
        this.store = store;
        this.table = table;
        this.events = events;
        this.bundles = bundles;
        this.wakes = wakes;
        this.clock = clock;
    }

    /** Where it stands. */
    public Bundle status(IdType id) {
        Subscription subscription = store.readVisible(Subscription.class, id);
        State state = state(id);
        Bundle answer = bundles.write(subscription, state, Notice.of(Kind.STATUS, state.lastNumber()));
        answer.getMeta().setProfile(List.of());
        answer.setType(BundleType.SEARCHSET).setTotal(1);
        answer.getEntryFirstRep().setRequest(null).setResponse(null);
        return answer;
    }

    /** Events from one number to another. */
    public Bundle events(
            Actor actor, IdType id, Optional<String> since, Optional<String> until, Optional<String> content) {
        Subscription subscription = store.readVisible(Subscription.class, id);
        State state = state(id);
        List<Numbered> found = events.between(
                state.id(),
                since.map(text -> number("eventsSinceNumber", text)).orElse(0L),
                until.map(text -> number("eventsUntilNumber", text)).orElse(Long.MAX_VALUE),
                MOST_EVENTS);
        Content told = content.map(code -> Content.of(code)
                        .orElseThrow(() -> ParameterRefused.invalid(
                                "content",
                                "There is no such content.",
                                "Parameter content is one of empty, id-only, full-resource.")))
                .orElseGet(() -> Terms.content(subscription));
        Terms.requireScopes(actor, subscription, told);
        return bundles.write(subscription, state, new Notice(Kind.QUERY, state.lastNumber(), found, told));
    }

    private static long number(String parameter, String text) {
        if (!text.matches("\\d{1,18}")) {
            throw ParameterRefused.invalid(
                    parameter,
                    "Parameter %s is no number.".formatted(parameter),
                    "Send the number of an event, as notifications have it.");
        }
        return Long.parseLong(text);
    }

    private State state(IdType id) {
        return table.find(id.getIdPart()).orElseThrow(() -> new ResourceNotFoundException(id));
    }

    /** Has all dead letters of a subscription sent again, whosever it is. */
    public Parameters replay(IdType id) {
        requireAdministrator();
        State state = table.lock(id.getIdPart()).orElseThrow(() -> new ResourceNotFoundException(id));
        int replayed = events.replay(state.id(), clock.instant());
        table.retryNow(state.id());
        wakes.wake(state.id());
        Parameters answer = new Parameters();
        answer.addParameter().setName("replayed").setValue(new IntegerType(replayed));
        return answer;
    }

    /** The subscriptions with events that were given up, that which has waited longest first. */
    public Parameters deadLetters() {
        requireAdministrator();
        Parameters answer = new Parameters();
        events.deadLetters().forEach(letters -> add(letters, answer.addParameter()));
        return answer;
    }

    private static void add(DeadLetters letters, ParametersParameterComponent parameter) {
        String topic = SubscriptionTopic.of(letters.topic())
                .map(SubscriptionTopics::canonical)
                .orElse(letters.topic());
        parameter.setName("subscription");
        parameter.addPart().setName("reference").setValue(new Reference("Subscription/" + letters.subscription()));
        parameter.addPart().setName("unit").setValue(new Reference("Organization/" + letters.unit()));
        parameter.addPart().setName("topic").setValue(new CanonicalType(topic));
        parameter.addPart().setName("events").setValue(new IntegerType(letters.events()));
        parameter.addPart().setName("oldest").setValue(new InstantType(Date.from(letters.oldest())));
    }

    private void requireAdministrator() {
        if (!store.actor().has(Actor.ADMIN_SCOPE)) {
            throw new ForbiddenOperationException(
                    "Dead letters are dealt with by an administrator: this needs the scope " + Actor.ADMIN_SCOPE + ".");
        }
    }
}
