package se.samspar.store;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.core.ResolvableType;
import org.springframework.stereotype.Component;
import se.samspar.rule.Finding;
import se.samspar.rule.Moment;
import se.samspar.rule.Rule;
import se.samspar.rule.RuleContext;
import se.samspar.rule.RuleInfo;

/** Every rule of the server, by the type it judges. */
@Component
public class RuleCatalogue {

    private final List<Entry> entries;

    RuleCatalogue(List<Rule<?>> rules) {
        entries = rules.stream().map(Entry::of).toList();
    }

    /** What is known of all rules, for RULES.md and the guard tests. */
    public Collection<Class<?>> ruleClasses() {
        return entries.stream().<Class<?>>map(entry -> entry.rule().getClass()).toList();
    }

    Stream<Judgement> judge(Resource resource, Moment moment, RuleContext context) {
        return entries.stream()
                .filter(entry -> entry.info().when() == moment && entry.type().isInstance(resource))
                .flatMap(entry -> entry.judge(resource, context));
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
