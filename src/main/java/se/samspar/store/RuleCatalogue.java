package se.samspar.store;

import java.util.List;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.Resource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.ResolvableType;
import org.springframework.stereotype.Component;
import se.samspar.fhir.generated.RuleCode;
import se.samspar.rule.Finding;
import se.samspar.rule.Moment;
import se.samspar.rule.Rule;
import se.samspar.rule.RuleContext;
import se.samspar.rule.RuleInfo;

/** Every rule of the server, by the type it judges. */
@Component
public class RuleCatalogue {

    private static final Logger log = LoggerFactory.getLogger(RuleCatalogue.class);

    private final List<Entry> entries;

    RuleCatalogue(List<Rule<?>> rules) {
        entries = rules.stream().map(Entry::of).toList();
    }

    /** What an operation answers when it refuses, before anything is written, what a rule would refuse. */
    public OperationOutcome outcome(RuleCode rule, Finding finding) {
        return Outcomes.of(List.of(entry(rule).judgement(finding)));
    }

    /** What one rule finds in a resource of its type. */
    Stream<Finding> find(RuleCode rule, Resource resource, RuleContext context) {
        return Stream.of(entry(rule))
                .filter(entry -> entry.type().isInstance(resource))
                .flatMap(entry -> entry.rule().check(resource, context));
    }

    private Entry entry(RuleCode rule) {
        return entries.stream()
                .filter(entry -> entry.info().code().equals(rule.code()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No rule class has the code " + rule.code()));
    }

    Stream<Judgement> judge(Resource resource, Moment moment, RuleContext context) {
        return of(resource, moment).flatMap(entry -> entry.judge(resource, context));
    }

    /** The same for a resource that breaks its profile: a rule that cannot judge it says nothing; it is refused anyway. */
    Stream<Judgement> judgeMalformed(Resource resource, Moment moment, RuleContext context) {
        return of(resource, moment).flatMap(entry -> {
            try {
                return entry.judge(resource, context).toList().stream();
            } catch (RuntimeException unjudgeable) {
                log.debug("Rule {} cannot judge a malformed {}", entry.info().code(), resource.fhirType());
                return Stream.empty();
            }
        });
    }

    private Stream<Entry> of(Resource resource, Moment moment) {
        return entries.stream()
                .filter(entry -> entry.info().when() == moment && entry.type().isInstance(resource));
    }

    private record Entry(Rule<Resource> rule, RuleInfo info, Class<?> type) {

        @SuppressWarnings("unchecked") // the type is checked before the rule is called
        static Entry of(Rule<?> rule) {
            Class<?> type = ResolvableType.forClass(Rule.class, rule.getClass()).resolveGeneric(0);
            return new Entry((Rule<Resource>) rule, rule.getClass().getAnnotation(RuleInfo.class), type);
        }

        Stream<Judgement> judge(Resource resource, RuleContext context) {
            return rule.check(resource, context).map(this::judgement);
        }

        private Judgement judgement(Finding finding) {
            return new Judgement(info.code(), info.severity(), info.remedy(), info.requirement(), finding);
        }
    }
}
