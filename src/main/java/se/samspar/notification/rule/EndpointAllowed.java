package se.samspar.notification.rule;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Subscription;
import se.samspar.notification.delivery.Endpoints;
import se.samspar.notification.subscription.Headers;
import se.samspar.notification.subscription.Terms;
import se.samspar.notification.subscription.Terms.Content;
import se.samspar.rule.Finding;
import se.samspar.rule.Rule;
import se.samspar.rule.RuleContext;
import se.samspar.rule.RuleInfo;
import se.samspar.rule.Severity;

/**
 * What is notified leaves the server: it goes where whoever runs it lets it go, content on a way that nobody else reads, and
 * a secret to nobody but the endpoint that it was given for.
 */
@RuleInfo(
        code = "endpoint-allowed",
        severity = Severity.BLOCK,
        requirement = "ALL-3",
        remedy = "Use an endpoint that whoever runs the server has listed (samspar.notification.endpoints), https for"
                + " full-resource, and send the headers anew with a new endpoint.")
final class EndpointAllowed implements Rule<Subscription> {

    private static final String ENDPOINT = "Subscription.channel.endpoint";
    private static final String HEADER = "Subscription.channel.header";

    private final Endpoints endpoints;

    EndpointAllowed(Endpoints endpoints) {
        this.endpoints = endpoints;
    }

    @Override
    public Stream<Finding> check(Subscription subscription, RuleContext context) {
        String endpoint = subscription.getChannel().getEndpoint();
        boolean readable = Terms.content(subscription) == Content.FULL_RESOURCE && !Endpoints.isSecret(endpoint);
        return Stream.of(
                        endpoints.obstacle(endpoint).map(text -> Finding.at(ENDPOINT, text)),
                        when(readable, ENDPOINT, "Full resources go over https only."),
                        when(!Headers.arePlain(subscription), HEADER, "A header is one line of printable characters."),
                        when(
                                valuesMissing(subscription, context.previous(subscription)),
                                HEADER,
                                "The value of a header is not known here."))
                .flatMap(Optional::stream);
    }

    private static Optional<Finding> when(boolean wrong, String element, String text) {
        return wrong ? Optional.of(Finding.at(element, text)) : Optional.empty();
    }

    private static boolean valuesMissing(Subscription subscription, Optional<Subscription> previous) {
        List<String> known = previous
                .filter(before -> Objects.equals(
                        before.getChannel().getEndpoint(),
                        subscription.getChannel().getEndpoint()))
                .stream()
                .flatMap(Headers::names)
                .toList();
        return Headers.unchanged(subscription).anyMatch(name -> !known.contains(name));
    }
}
