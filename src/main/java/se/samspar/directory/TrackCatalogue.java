package se.samspar.directory;

import ca.uhn.fhir.context.FhirContext;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.CodeSystem.ConceptDefinitionComponent;
import org.hl7.fhir.r4.model.CodeSystem.ConceptPropertyComponent;
import org.springframework.stereotype.Component;
import se.samspar.fhir.generated.CareLevel;
import se.samspar.fhir.generated.Track;

/** The tracks, read from the properties of the concepts in {@code CodeSystem/track} of our FHIR package. */
@Component
public class TrackCatalogue {

    private final Map<String, TrackDefinition> tracks;

    TrackCatalogue(FhirContext fhirContext) {
        tracks = PackagedResource.read(fhirContext, CodeSystem.class, "track").getConcept().stream()
                .map(TrackCatalogue::definition)
                .collect(Collectors.toUnmodifiableMap(
                        definition -> definition.track().code(), Function.identity()));
    }

    /** What the track allows; empty when there is no such track. */
    public Optional<TrackDefinition> find(String trackCode) {
        return trackCode == null ? Optional.empty() : Optional.ofNullable(tracks.get(trackCode));
    }

    private static TrackDefinition definition(ConceptDefinitionComponent concept) {
        return new TrackDefinition(
                Track.of(concept.getCode()).orElseThrow(() -> incomplete(concept, "generated code")),
                one(concept, "urgency"),
                careLevels(concept, "started-by"),
                careLevels(concept, "received-by"),
                Set.copyOf(all(concept, "priority")),
                Duration.parse(one(concept, "response-time")),
                ResponseCalendar.of(one(concept, "response-calendar"))
                        .orElseThrow(() -> incomplete(concept, "response-calendar")));
    }

    private static Set<CareLevel> careLevels(ConceptDefinitionComponent concept, String property) {
        return all(concept, property).stream()
                .map(code -> CareLevel.of(code).orElseThrow(() -> incomplete(concept, property)))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static String one(ConceptDefinitionComponent concept, String property) {
        return values(concept, property).findFirst().orElseThrow(() -> incomplete(concept, property));
    }

    private static List<String> all(ConceptDefinitionComponent concept, String property) {
        return values(concept, property).toList();
    }

    private static Stream<String> values(ConceptDefinitionComponent concept, String property) {
        return concept.getProperty().stream()
                .filter(candidate -> candidate.getCode().equals(property))
                .map(ConceptPropertyComponent::getValue)
                .map(value -> value.primitiveValue());
    }

    private static IllegalStateException incomplete(ConceptDefinitionComponent concept, String what) {
        return new IllegalStateException(
                "Track %s lacks a usable %s in CodeSystem/track".formatted(concept.getCode(), what));
    }
}
