package se.samspar.pathway;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.PlanDefinition;
import org.springframework.stereotype.Component;
import se.samspar.fhir.Same;
import se.samspar.fhir.generated.PathwayState;
import se.samspar.rule.Finding;
import se.samspar.rule.RuleContext;
import se.samspar.store.Course;

/** The life cycle of a pathway (PWY-2), and in which states it is edited, commented on and introduced. */
@Component
class CourseOfPathways implements Course<PlanDefinition> {

    private static final Map<PathwayState, Set<PathwayState>> NEXT = Map.of(
            PathwayState.DRAFT, Set.of(PathwayState.CONSULTATION),
            PathwayState.CONSULTATION, Set.of(PathwayState.REVISION),
            PathwayState.REVISION, Set.of(PathwayState.CONSULTATION, PathwayState.APPROVED),
            PathwayState.APPROVED, Set.of(PathwayState.RETIRED),
            PathwayState.INTRODUCED, Set.of(PathwayState.RETIRED),
            PathwayState.RETIRED, Set.of());

    /** In which state an operation finds the pathway that it is called on. */
    private static final Map<String, Set<PathwayState>> DURING = Map.of(
            "comment", Set.of(PathwayState.CONSULTATION),
            "answer-comment", Set.of(PathwayState.CONSULTATION, PathwayState.REVISION),
            "introduce", Set.of(PathwayState.APPROVED),
            "complete-action", Set.of(PathwayState.INTRODUCED));

    private static final Set<PathwayState> EDITED = Set.of(PathwayState.DRAFT, PathwayState.REVISION);

    @Override
    public Stream<Finding> left(PlanDefinition pathway, RuleContext context) {
        return context
                .previous(pathway)
                .flatMap(before -> obstacle(before, pathway, context))
                .map(text -> Finding.at("PlanDefinition", text))
                .stream();
    }

    private static Optional<String> obstacle(PlanDefinition before, PlanDefinition after, RuleContext context) {
        PathwayState from = Pathways.state(before).orElse(PathwayState.DRAFT);
        PathwayState to = Pathways.state(after).orElse(from);
        String operation = context.operation().orElse("");
        if (context.isWrittenByClient(after)) {
            return EDITED.contains(from) || Same.content(before).equalsDeep(Same.content(after))
                    ? Optional.empty()
                    : Optional.of("A pathway is edited as a draft and in revision; later a new version is drafted.");
        } else if (from != to || operation.equals("advance")) {
            return NEXT.get(from).contains(to)
                    ? Optional.empty()
                    : Optional.of("A pathway in state %s does not go to %s.".formatted(from.code(), to.code()));
        }
        return DURING.getOrDefault(operation, Set.of(from)).contains(from)
                ? Optional.empty()
                : Optional.of("$%s is not for a pathway in state %s.".formatted(operation, from.code()));
    }
}
