package se.samspar.notification.subscription;

import ca.uhn.fhir.rest.server.exceptions.ForbiddenOperationException;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Element;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Subscription;
import org.hl7.fhir.r4.model.Subscription.SubscriptionChannelComponent;
import se.samspar.fhir.SubscriptionTopics;
import se.samspar.fhir.generated.Extensions;
import se.samspar.fhir.generated.SubscriptionTopic;
import se.samspar.rule.Actor;

/** What a Subscription asks for, read from its elements and the extensions of the backport guide. */
public final class Terms {

    /** How much a notification tells. */
    public enum Content {
        EMPTY,
        ID_ONLY,
        FULL_RESOURCE;

        private String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** Empty for what is no such code. */
        public static Optional<Content> of(String code) {
            return Stream.of(values())
                    .filter(content -> content.code().equals(code))
                    .findFirst();
        }
    }

    /**
     * What a topic is about, and its filters.
     *
     * @param context types of what goes along with the focus in full
     */
    private record Shape(String focus, String filter, String... context) {}

    private static final Map<SubscriptionTopic, Shape> SHAPES = new EnumMap<>(Map.of(
            SubscriptionTopic.TASK_FOR_UNIT, new Shape("Task", "track"),
            SubscriptionTopic.REQUEST_CHANGED, new Shape("ServiceRequest", "track", "Task"),
            SubscriptionTopic.MESSAGE_RECEIVED, new Shape("Communication", "case", "Task"),
            SubscriptionTopic.ACKNOWLEDGEMENT_OVERDUE, new Shape("Task", "case", "Communication"),
            SubscriptionTopic.DEADLINE_PASSED, new Shape("Task", "track", "ServiceRequest", "Communication"),
            SubscriptionTopic.CASE_ADMITTED, new Shape("CarePlan", "case"),
            SubscriptionTopic.CONSENT_WITHDRAWN, new Shape("Consent", "case")));

    private Terms() {}

    public static Optional<SubscriptionTopic> topic(Subscription subscription) {
        return SubscriptionTopics.of(subscription.getCriteria());
    }

    /** The type of the resources that events of a topic are about. */
    public static String focus(SubscriptionTopic topic) {
        return SHAPES.get(topic).focus();
    }

    /** The filter that a topic has. */
    public static String filter(SubscriptionTopic topic) {
        return SHAPES.get(topic).filter();
    }

    /** Criteria with which nothing can be found. */
    public static Stream<String> unknownCriteria(Subscription subscription, SubscriptionTopic topic) {
        return criteria(subscription).filter(text -> !text.matches(form(topic)));
    }

    private static String form(SubscriptionTopic topic) {
        Shape shape = SHAPES.get(topic);
        return "%s\\?%s=[^=&,]+(,[^=&,]+)*".formatted(shape.focus(), shape.filter());
    }

    /**
     * The values that events are narrowed to, which meet all criteria: codes without their systems, cases by their ids.
     * Empty when there are no criteria.
     */
    public static Optional<Set<String>> wanted(Subscription subscription) {
        return criteria(subscription)
                .map(text -> Stream.of(text.substring(text.indexOf('=') + 1).split(","))
                        .map(value -> value.substring(Math.max(value.lastIndexOf('|'), value.lastIndexOf('/')) + 1))
                        .collect(Collectors.toSet()))
                .reduce((all, one) -> {
                    all.retainAll(one);
                    return all;
                });
    }

    private static Stream<String> criteria(Subscription subscription) {
        return values(subscription.getCriteriaElement(), Extensions.BACKPORT_FILTER_CRITERIA);
    }

    public static Content content(Subscription subscription) {
        return values(subscription.getChannel().getPayloadElement(), Extensions.BACKPORT_PAYLOAD_CONTENT)
                .flatMap(code -> Content.of(code).stream())
                .findFirst()
                .orElse(Content.EMPTY);
    }

    /**
     * Whoever is told resources in full may read them, by the scopes of its token.
     *
     * @throws ForbiddenOperationException that says which scope is needed
     */
    public static void requireScopes(Actor actor, Subscription subscription, Content content) {
        topic(subscription)
                .map(SHAPES::get)
                .filter(shape -> content == Content.FULL_RESOURCE && !actor.isServer())
                .stream()
                .flatMap(shape -> Stream.concat(Stream.of(shape.focus()), Stream.of(shape.context())))
                .filter(type -> !actor.allows(type, 'r'))
                .findFirst()
                .ifPresent(type -> {
                    throw new ForbiddenOperationException("To be told resources of this topic in full the token needs"
                            + " system/" + type + ".r or user/" + type + ".r with an employee.");
                });
    }

    /** Seconds without a notification until a heartbeat. */
    public static Optional<Integer> heartbeat(Subscription subscription) {
        return number(subscription, Extensions.BACKPORT_HEARTBEAT_PERIOD);
    }

    /** Seconds that the endpoint asks to be given. */
    public static Optional<Integer> timeout(Subscription subscription) {
        return number(subscription, Extensions.BACKPORT_TIMEOUT);
    }

    /** How many events the endpoint takes at once. */
    public static int maxCount(Subscription subscription) {
        return number(subscription, Extensions.BACKPORT_MAX_COUNT).orElse(1);
    }

    private static Optional<Integer> number(Subscription subscription, String extension) {
        return values(subscription.getChannel(), extension)
                .map(Integer::valueOf)
                .findFirst();
    }

    private static Stream<String> values(Element element, String extension) {
        return element.getExtensionsByUrl(extension).stream()
                .map(Extension::getValue)
                .filter(value -> value != null && value.isPrimitive())
                .map(value -> value.primitiveValue());
    }

    /** Does the endpoint have to agree anew to what is asked for now? */
    static boolean differ(Subscription before, Subscription after) {
        SubscriptionChannelComponent channel = after.getChannel();
        return !before.getChannel().equalsDeep(channel)
                || !before.getCriteriaElement().equalsDeep(after.getCriteriaElement());
    }
}
