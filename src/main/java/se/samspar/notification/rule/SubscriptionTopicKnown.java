package se.samspar.notification.rule;

import java.util.Optional;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Subscription;
import se.samspar.fhir.generated.SubscriptionTopic;
import se.samspar.notification.subscription.Terms;
import se.samspar.rule.Finding;
import se.samspar.rule.Rule;
import se.samspar.rule.RuleContext;
import se.samspar.rule.RuleInfo;
import se.samspar.rule.Severity;

/** A topic that does not exist would never have an event, and a filter that is not understood would let too many through. */
@RuleInfo(
        code = "subscription-topic-known",
        severity = Severity.BLOCK,
        requirement = "ALL-1,ALL-6",
        remedy = "Name a topic of the CapabilityStatement, and filters as CodeSystem/subscription-topic lists them.")
final class SubscriptionTopicKnown implements Rule<Subscription> {

    @Override
    public Stream<Finding> check(Subscription subscription, RuleContext context) {
        Optional<SubscriptionTopic> topic = Terms.topic(subscription);
        return topic.map(known -> Terms.unknownCriteria(subscription, known)
                        .map(text -> Finding.at(
                                "Subscription.criteria.extension",
                                "A filter of this topic reads %s?%s=value, with further values after commas."
                                        .formatted(Terms.focus(known), Terms.filter(known)))))
                .orElseGet(() -> Stream.of(Finding.at("Subscription.criteria", "There is no such topic.")));
    }
}
