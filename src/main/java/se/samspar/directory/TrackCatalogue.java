package se.samspar.directory;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.DataFormatException;
import ca.uhn.fhir.parser.StrictErrorHandler;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.ActivityDefinition;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.CodeSystem.ConceptDefinitionComponent;
import org.hl7.fhir.r4.model.MetadataResource;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.StructureDefinition;
import org.springframework.stereotype.Component;
import se.samspar.fhir.ConformanceSource;
import se.samspar.fhir.generated.Extensions;
import se.samspar.fhir.generated.Profiles;
import se.samspar.fhir.generated.RuleCode;
import se.samspar.fhir.generated.Track;

/**
 * The tracks: {@code CodeSystem/track} and an {@code ActivityDefinition} for each, from our FHIR package or, instead of
 * that, from the region's folder. It is read at the start, which a definition that cannot be used stops.
 */
@Component
public class TrackCatalogue implements ConformanceSource {

    private final Map<Track, Source> sources = new EnumMap<>(Track.class);
    private final Map<String, TrackDefinition> tracks;

    TrackCatalogue(FhirContext fhirContext, DirectoryProperties properties) {
        for (Track track : Track.values()) {
            ActivityDefinition packaged = PackagedResource.read(fhirContext, ActivityDefinition.class, track.code());
            sources.put(track, new Source("ActivityDefinition/" + track.code(), packaged));
        }
        Set<RuleCode> rulesOfTracks = rules();
        Optional.ofNullable(properties.tracks()).ifPresent(folder -> replace(folder, fhirContext));
        Map<String, ConceptDefinitionComponent> concepts =
                PackagedResource.read(fhirContext, CodeSystem.class, "track").getConcept().stream()
                        .collect(Collectors.toMap(ConceptDefinitionComponent::getCode, Function.identity()));
        tracks = sources.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(entry -> entry.getKey().code(), entry -> new TrackReader(
                                entry.getKey(),
                                concepts.get(entry.getKey().code()),
                                entry.getValue().definition(),
                                entry.getValue().name(),
                                rulesOfTracks)
                        .read()));
        sources.forEach((track, source) -> TrackContradictions.first(tracks.get(track.code()), tracks)
                .ifPresent(fault -> {
                    throw new FaultyTrack(source.name(), fault);
                }));
    }

    /** What the track asks for and allows; empty when there is no such track. */
    public Optional<TrackDefinition> find(String trackCode) {
        return trackCode == null ? Optional.empty() : Optional.ofNullable(tracks.get(trackCode));
    }

    /** What the track of a request asks for and allows; empty when it is on none of ours. */
    public Optional<TrackDefinition> of(ServiceRequest request) {
        return request.getCategory().stream()
                .flatMap(category -> category.getCoding().stream())
                .filter(coding -> Track.SYSTEM.equals(coding.getSystem()))
                .findFirst()
                .flatMap(coding -> find(coding.getCode()));
    }

    /** Does a rule about content or participants hold on the track of a request? */
    public boolean askFor(RuleCode rule, ServiceRequest request) {
        return of(request).filter(track -> track.asksFor(rule)).isPresent();
    }

    /** The tracks on which such a rule holds. */
    public Stream<Track> askingFor(RuleCode rule) {
        return tracks.values().stream().filter(track -> track.asksFor(rule)).map(TrackDefinition::track);
    }

    /** The definitions in force, the region's own among them. */
    @Override
    public Stream<? extends MetadataResource> resources() {
        return sources.values().stream().map(Source::definition);
    }

    /** Requests on a track are validated against its profile, which may be a region's own. */
    @Override
    public void check(List<MetadataResource> all) {
        Map<String, StructureDefinition> profiles = all.stream()
                .filter(StructureDefinition.class::isInstance)
                .map(StructureDefinition.class::cast)
                .collect(Collectors.toMap(StructureDefinition::getUrl, Function.identity(), (one, other) -> one));
        sources.values().forEach(source -> {
            String profile = source.definition().getProfile();
            if (lineage(profile, profiles).noneMatch(Profiles.CONSULTATION_REQUEST::equals)) {
                throw new FaultyTrack(
                        source.name(),
                        "its profile %s is not known here, or does not derive from %s"
                                .formatted(profile, Profiles.CONSULTATION_REQUEST));
            }
        });
    }

    /** A profile, the one that it derives from, and so on. */
    private static Stream<String> lineage(String profile, Map<String, StructureDefinition> profiles) {
        return Stream.iterate(
                        profile, profiles::containsKey, url -> profiles.get(url).getBaseDefinition())
                .limit(profiles.size());
    }

    /** The rules that hold by track: each on some track as it is packaged. */
    private Set<RuleCode> rules() {
        return sources.values().stream()
                .flatMap(source -> source.definition().getExtensionsByUrl(Extensions.TRACK_RULE).stream())
                .flatMap(rule -> RuleCode.of(rule.getValue().primitiveValue()).stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    private void replace(Path folder, FhirContext fhirContext) {
        TrackShape shape = new TrackShape(fhirContext);
        List<Path> files;
        try (Stream<Path> entries = Files.list(folder)) {
            files = entries.filter(file -> file.toString().endsWith(".json"))
                    .sorted(Comparator.naturalOrder())
                    .toList();
        } catch (IOException unreadable) {
            throw new FaultyTrack(folder.toString(), "the folder cannot be read");
        }
        for (Path file : files) {
            ActivityDefinition definition = read(file, fhirContext);
            shape.fault(definition).ifPresent(fault -> {
                throw new FaultyTrack(file.toString(), fault);
            });
            Track track = Stream.of(Track.values())
                    .filter(candidate -> candidate.isIn(definition.getCode()))
                    .reduce((one, other) -> {
                        throw new FaultyTrack(file.toString(), "its code names more than one track");
                    })
                    .orElseThrow(() -> new FaultyTrack(file.toString(), "its code is no track of CodeSystem/track"));
            Source before = sources.get(track);
            if (before.isRegional()) {
                throw new FaultyTrack(file.toString(), before.name() + " defines the same track");
            }
            definition.setId(track.code());
            definition.setUrl(before.definition().getUrl());
            sources.put(track, new Source(file.toString(), definition));
        }
    }

    private static ActivityDefinition read(Path file, FhirContext fhirContext) {
        try {
            return fhirContext
                    .newJsonParser()
                    .setParserErrorHandler(new StrictErrorHandler())
                    .parseResource(ActivityDefinition.class, Files.readString(file));
        } catch (IOException | DataFormatException unreadable) {
            throw new FaultyTrack(
                    file.toString(), "it is no ActivityDefinition in JSON (%s)".formatted(unreadable.getMessage()));
        }
    }

    private record Source(String name, ActivityDefinition definition) {

        boolean isRegional() {
            return !name.startsWith("ActivityDefinition/");
        }
    }
}
