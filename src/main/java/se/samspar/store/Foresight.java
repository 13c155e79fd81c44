package se.samspar.store;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.stereotype.Component;
import se.samspar.fhir.ActionList.Obstacle;
import se.samspar.fhir.generated.RuleCode;
import se.samspar.rule.Actor;
import se.samspar.rule.RuleContext;

/**
 * Says what rules would find in a write that nobody has made, without writing it: so that what a caller is told of its
 * possibilities is what the rules say. A {@link Rehearsal} asks everything; this asks the rules that are named.
 */
@Component
public class Foresight {

    private final RuleCatalogue rules;
    private final ResourceStore store;
    private final Clock clock;

    Foresight(RuleCatalogue rules, ResourceStore store, Clock clock) {
        this.rules = rules;
        this.store = store;
        this.clock = clock;
    }

    /**
     * One obstacle for each rule that would refuse it.
     *
     * @param previous the resource as it is now; empty for a new one
     * @param resource as it would be written by the acting unit
     */
    public List<Obstacle> obstacles(Optional<? extends Resource> previous, Resource resource, Set<RuleCode> asked) {
        RuleContext context = new Imagined(previous.map(Resource.class::cast), resource);
        return asked.stream()
                .flatMap(rule ->
                        rules.find(rule, resource, context).limit(1).map(finding -> new Obstacle(rule, finding.text())))
                .toList();
    }

    /** The record as it is, and beside it the one resource as it would be. */
    private final class Imagined implements RuleContext {

        private final Optional<Resource> before;
        private final Resource imagined;
        private final Instant now = clock.instant();

        Imagined(Optional<Resource> before, Resource imagined) {
            this.before = before;
            this.imagined = imagined;
        }

        @Override
        public Actor actor() {
            return store.actor();
        }

        @Override
        public Instant now() {
            return now;
        }

        @Override
        public Optional<String> operation() {
            return Optional.empty();
        }

        @Override
        public boolean isComplete() {
            return true;
        }

        @Override
        public boolean isWrittenByClient(Resource resource) {
            return false;
        }

        @Override
        @SuppressWarnings("unchecked") // a write keeps its type
        public <T extends Resource> Optional<T> previous(T resource) {
            return resource == imagined ? (Optional<T>) before : Optional.empty();
        }

        @Override
        public <T extends Resource> Optional<T> resolve(Reference reference, Class<T> type) {
            return store.find(reference, type);
        }

        @Override
        public <T extends Resource> List<T> search(Class<T> type, String query) {
            return store.search(type, query);
        }

        @Override
        public void serialize(String key) {
            // Nothing is written, so nobody has to wait.
        }
    }
}
