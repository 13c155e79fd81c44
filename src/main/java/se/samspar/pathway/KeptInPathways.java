package se.samspar.pathway;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.Enumerations.PublicationStatus;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.PlanDefinition;
import org.springframework.stereotype.Component;
import se.samspar.fhir.generated.Extensions;
import se.samspar.rule.Finding;
import se.samspar.rule.RuleContext;
import se.samspar.store.ServerKept;

/** The state of a pathway, how it came there, what was said about it and how a region introduces it. */
@Component
class KeptInPathways implements ServerKept<PlanDefinition> {

    private static final Set<String> KEPT = Set.of(
            Extensions.PATHWAY_STATE,
            Extensions.LIFE_CYCLE_STEP,
            Extensions.CONSULTATION_COMMENT,
            Extensions.REGION,
            Extensions.INTRODUCTION_ANALYSIS,
            Extensions.INTRODUCTION_ACTION);

    @Override
    public Stream<Finding> claimed(PlanDefinition pathway, RuleContext context) {
        if (!context.isWrittenByClient(pathway)) {
            return Stream.empty();
        }
        Optional<PlanDefinition> before = context.previous(pathway);
        List<Extension> kept = before.map(KeptInPathways::kept).orElse(List.of());
        PublicationStatus status = before.map(PlanDefinition::getStatus).orElse(PublicationStatus.DRAFT);
        Stream<Finding> record = Base.compareDeep(kept, kept(pathway), true)
                ? Stream.empty()
                : Stream.of(Finding.at(
                        "PlanDefinition.extension",
                        "State, steps, comments and introduction of a pathway are written by its operations; by plain"
                                + " REST they stay as they were read."));
        Stream<Finding> claimedStatus = pathway.hasStatus() && pathway.getStatus() != status
                ? Stream.of(Finding.at("PlanDefinition.status", "The status follows the state of the pathway."))
                : Stream.empty();
        return Stream.concat(record, claimedStatus);
    }

    private static List<Extension> kept(PlanDefinition pathway) {
        return pathway.getExtension().stream().filter(KeptInPathways::isKept).toList();
    }

    static boolean isKept(Extension extension) {
        return KEPT.contains(extension.getUrl());
    }
}
