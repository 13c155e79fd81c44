package se.samspar.store.rule;

import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Resource;
import se.samspar.rule.Finding;
import se.samspar.rule.Moment;
import se.samspar.rule.Rule;
import se.samspar.rule.RuleContext;
import se.samspar.rule.RuleInfo;
import se.samspar.rule.Severity;
import se.samspar.store.CanonicalSystems;

/** Whoever sends an alias of a system is told under which URI it is kept. */
@RuleInfo(
        code = "alias-normalised",
        severity = Severity.WARN,
        requirement = "ALL-2",
        remedy = "Send the canonical URI; NamingSystem lists it with its aliases.",
        when = Moment.ON_WRITE)
final class AliasNormalised implements Rule<Resource> {

    private final CanonicalSystems systems;

    AliasNormalised(CanonicalSystems systems) {
        this.systems = systems;
    }

    @Override
    public Stream<Finding> check(Resource resource, RuleContext context) {
        return systems.aliasesIn(resource).stream()
                .map(alias -> Finding.at(
                        "%s.descendants().where(system = '%s')".formatted(resource.fhirType(), alias),
                        "%s is kept as %s.".formatted(alias, systems.canonical(alias))));
    }
}
