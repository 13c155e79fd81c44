package se.samspar.directory;

import ca.uhn.fhir.context.FhirContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.ActivityDefinition;
import org.hl7.fhir.r4.model.ElementDefinition;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.StructureDefinition;
import se.samspar.fhir.generated.Profiles;

/**
 * Which extensions may stand in a track definition, how often and with what type of value: read from our profiles of it,
 * since the validator is not there yet when the tracks are. Whatever else is ours would be passed over in silence.
 */
final class TrackShape {

    private static final String OURS =
            Profiles.TRACK_DEFINITION.substring(0, Profiles.TRACK_DEFINITION.lastIndexOf('/') + 1);

    private final Map<String, Part> parts;

    TrackShape(FhirContext fhirContext) {
        parts = slices(profile(fhirContext, Profiles.TRACK_DEFINITION))
                .collect(Collectors.toUnmodifiableMap(
                        TrackShape::url, slice -> part(slice, "Extension", profile(fhirContext, url(slice)))));
    }

    /** What is wrong first; empty when nothing is. */
    Optional<String> fault(ActivityDefinition definition) {
        return faults(definition.getExtension(), parts).findFirst();
    }

    private static Stream<String> faults(List<Extension> extensions, Map<String, Part> parts) {
        Map<String, Long> times = extensions.stream()
                .map(extension -> String.valueOf(extension.getUrl()))
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        Stream<String> unknown = times.keySet().stream()
                .filter(url -> !parts.containsKey(url) && (url.startsWith(OURS) || !url.contains(":")))
                .map(url -> "there is no extension " + url);
        Stream<String> several = times.keySet().stream()
                .filter(url -> parts.containsKey(url) && !parts.get(url).repeats() && times.get(url) > 1)
                .map(url -> "it has more than one " + name(url));
        Stream<String> within = extensions.stream()
                .filter(extension -> parts.containsKey(extension.getUrl()))
                .flatMap(extension -> faults(extension, parts.get(extension.getUrl())));
        return Stream.of(unknown, several, within).flatMap(Function.identity());
    }

    private static Stream<String> faults(Extension extension, Part part) {
        if (!part.parts().isEmpty()) {
            return faults(extension.getExtension(), part.parts());
        }
        return extension.hasValue() && extension.getValue().fhirType().equals(part.type())
                ? Stream.empty()
                : Stream.of("the value of %s is no %s".formatted(name(extension.getUrl()), part.type()));
    }

    private static Part part(ElementDefinition slice, String id, StructureDefinition profile) {
        String type = profile.getDifferential().getElement().stream()
                .filter(element -> element.hasType() && element.getId().equals(id + ".value[x]"))
                .map(element -> element.getTypeFirstRep().getCode())
                .findFirst()
                .orElse(null);
        Map<String, Part> parts = "Extension".equals(id)
                ? slices(profile)
                        .collect(Collectors.toMap(
                                ElementDefinition::getSliceName, inner -> part(inner, inner.getId(), profile)))
                : Map.of();
        return new Part(!"1".equals(slice.getMax()), type, parts);
    }

    private static Stream<ElementDefinition> slices(StructureDefinition profile) {
        return profile.getDifferential().getElement().stream()
                .filter(element ->
                        element.hasSliceName() && element.getPath().equals(profile.getType() + ".extension"));
    }

    private static String url(ElementDefinition slice) {
        return slice.getTypeFirstRep().getProfile().get(0).getValue();
    }

    private static StructureDefinition profile(FhirContext fhirContext, String url) {
        return PackagedResource.read(fhirContext, StructureDefinition.class, name(url));
    }

    private static String name(String url) {
        return url.substring(url.lastIndexOf('/') + 1);
    }

    /**
     * An extension, or a part of one.
     *
     * @param type of its value; of no meaning where it has parts instead
     */
    private record Part(boolean repeats, String type, Map<String, Part> parts) {}
}
