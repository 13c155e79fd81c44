package se.samspar.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ca.uhn.fhir.context.FhirContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.ActivityDefinition;
import org.hl7.fhir.r4.model.ActivityDefinition.ActivityDefinitionKind;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Enumerations.PublicationStatus;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.MetadataResource;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.StructureDefinition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import se.samspar.fhir.generated.CareLevel;
import se.samspar.fhir.generated.CodeSystems;
import se.samspar.fhir.generated.Extensions;
import se.samspar.fhir.generated.Profiles;
import se.samspar.fhir.generated.Track;

/** A region puts definitions of its own in the place of packaged ones; what cannot be used stops the start. */
class TrackCatalogueTest {

    private static final FhirContext FHIR = FhirContext.forR4Cached();

    @TempDir
    private Path folder;

    /** The catalogue of a region without definitions of its own. */
    static TrackCatalogue packaged() {
        return new TrackCatalogue(FHIR, new DirectoryProperties(Set.of(), null));
    }

    @Test
    void aRegionsDefinitionHoldsInsteadOfThePackagedOne() throws IOException {
        write("akut-remiss.json", definition -> {
            definition.addExtension(Extensions.TRACK_STARTER, new CodeType("primary-care"));
            definition.addExtension(response("stat", "PT5M"));
            definition.addExtension(response("asap", "PT20M"));
        });

        TrackDefinition track = regional().find("akut-remiss").orElseThrow();

        assertThat(track.startedBy()).containsExactly(CareLevel.PRIMARY_CARE);
        assertThat(track.responses().get("stat").duration()).isEqualTo(Duration.ofMinutes(5));
        assertThat(track.responses().get("asap").duration()).isEqualTo(Duration.ofMinutes(20));
        assertThat(regional().resources().map(ActivityDefinition.class::cast))
                .filteredOn(definition -> definition.hasExtension(Extensions.TRACK_RESPONSE))
                .singleElement()
                .extracting(ActivityDefinition::getIdPart)
                .isEqualTo("akut-remiss");
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                fault("its code is no track", definition -> definition.setCode(null)),
                fault("profile is missing", definition -> definition.setProfile(null)),
                fault("track-rule has the unknown value", Extensions.TRACK_RULE, "ingen-regel"),
                fault("track-starter has the unknown value", Extensions.TRACK_STARTER, "sjukhus"),
                fault("there is no priority", definition -> definition.addExtension(response("bråttom", "PT5M"))),
                fault("not an ISO 8601 duration", definition -> definition.addExtension(response("stat", "5 min"))),
                fault(
                        "PT-5M is no time to respond in",
                        definition -> definition.addExtension(response("stat", "-PT5M"))),
                fault("PT2H in working-days is no whole number of days", definition -> {
                    Extension response = response("stat", "PT2H");
                    response.addExtension("calendar", new CodeType("working-days"));
                    definition.addExtension(response);
                }),
                fault("more than one track-response for the priority stat", definition -> {
                    definition.addExtension(response("stat", "PT5M"));
                    definition.addExtension(response("stat", "PT6M"));
                }),
                fault("more than one track-outcome admission", definition -> definition
                        .addExtension()
                        .setUrl(Extensions.TRACK_OUTCOME)
                        .addExtension("outcome", new CodeType("admission"))),
                fault("track-rule patient-alive does not hold by track", Extensions.TRACK_RULE, "patient-alive"),
                fault(
                        "the value of track-care-commitment is no boolean",
                        definition ->
                                definition.addExtension(Extensions.TRACK_CARE_COMMITMENT, new StringType("true"))),
                fault(
                        "there is no extension " + Extensions.TRACK_MEETING + "s",
                        Extensions.TRACK_MEETING + "s",
                        "visit"),
                fault("there is no extension follow-on", definition -> definition
                        .getExtension()
                        .get(0)
                        .addExtension("follow-on", new CodeType("akut-remiss"))),
                fault("more than one track-meeting", definition -> {
                    definition.addExtension(Extensions.TRACK_MEETING, new CodeType("visit"));
                    definition.addExtension(Extensions.TRACK_MEETING, new CodeType("video"));
                }),
                fault("more than one track-escalation", definition -> {
                    definition.addExtension(Extensions.TRACK_ESCALATION, new CodeType("akut-bakjour"));
                    definition.addExtension(Extensions.TRACK_ESCALATION, new CodeType("subakut-konsult"));
                }),
                fault("no track-outcome", definition -> definition
                        .getExtension()
                        .removeIf(extension -> Extensions.TRACK_OUTCOME.equals(extension.getUrl()))),
                fault(
                        "its code names more than one track",
                        definition -> definition.getCode().addCoding(Track.AKUT_BAKJOUR.toCoding())),
                fault("its kind is not ServiceRequest", definition -> definition.setKind(ActivityDefinitionKind.TASK)),
                fault("its status is not active", definition -> definition.setStatus(PublicationStatus.RETIRED)),
                fault("no modifierExtension", definition -> definition
                        .addModifierExtension()
                        .setUrl(Extensions.TRACK_ADVICE)
                        .setValue(new BooleanType(true))),
                fault("not known here", definition -> definition.setProfile(Profiles.CONSULTATION_REQUEST + "s")),
                fault("does not derive", definition -> definition.setProfile(Profiles.INBOX_TASK)),
                fault("conversion has the unknown value", Extensions.TRACK_CONVERSION, "brevduva"),
                fault("escalation has the unknown value", Extensions.TRACK_ESCALATION, "brevduva"),
                fault("meeting has the unknown value", Extensions.TRACK_MEETING, "brevduva"),
                fault(
                        "track-outcome has the unknown value brevduva",
                        definition ->
                                definition.getExtension().get(0).addExtension("followOn", new CodeType("brevduva"))));
    }

    /** Each line is right by itself. */
    static Stream<Arguments> contradictions() {
        return Stream.of(
                fault("without any track-condition", Extensions.TRACK_RULE, "direct-track-condition"),
                fault(
                        "without track-rule direct-track-condition",
                        definition -> definition.addExtension(
                                Extensions.TRACK_CONDITION, new Coding(CodeSystems.ICD_10_SE, "I21", null))),
                fault("conference-complete needs track-meeting", Extensions.TRACK_RULE, "conference-complete"),
                fault("three-parties needs track-meeting video", definition -> {
                    definition.addExtension(Extensions.TRACK_RULE, new CodeType("three-parties"));
                    definition.addExtension(Extensions.TRACK_MEETING, new CodeType("visit"));
                }),
                fault("exclude each other", definition -> {
                    definition.addExtension(Extensions.TRACK_ADVICE, new BooleanType(true));
                    definition.addExtension(Extensions.TRACK_CARE_COMMITMENT, new BooleanType(true));
                }),
                fault(
                        "leaves the patient with nobody",
                        definition -> definition.addExtension(Extensions.TRACK_HANDS_BACK, new BooleanType(true))),
                fault(
                        "endsCommitment has no effect",
                        definition ->
                                definition.getExtension().get(0).addExtension("endsCommitment", new BooleanType(true))),
                fault("names the track itself", Extensions.TRACK_CONVERSION, "akut-remiss"),
                fault("escalation names a track that no unit", Extensions.TRACK_ESCALATION, "utremittering"));
    }

    @Test
    void whatGoesTogetherIsNoContradiction() throws IOException {
        write("region.json", definition -> {
            definition.addExtension(Extensions.TRACK_RULE, new CodeType("conference-complete"));
            definition.addExtension(Extensions.TRACK_MEETING, new CodeType("conference"));
            definition.addExtension(Extensions.TRACK_RULE, new CodeType("direct-track-condition"));
            definition.addExtension(Extensions.TRACK_CONDITION, new Coding(CodeSystems.ICD_10_SE, "I21", null));
            definition.addExtension(Extensions.TRACK_CARE_COMMITMENT, new BooleanType(true));
            definition.addExtension(Extensions.TRACK_HANDS_BACK, new BooleanType(true));
            definition.addExtension(Extensions.TRACK_ESCALATION, new CodeType("akut-remiss"));
            definition.getExtension().get(0).addExtension("endsCommitment", new BooleanType(true));
        });
        assertThat(regional().find("akut-remiss")).isPresent();
    }

    @Test
    void aProfileOfTheRegionIsKnownByItsPackage() throws IOException {
        StructureDefinition own = new StructureDefinition()
                .setUrl("https://region.example/fhir/StructureDefinition/akut-remiss")
                .setBaseDefinition(Profiles.DIRECT_TRACK_REQUEST);
        write("region.json", definition -> definition.setProfile(own.getUrl()));
        List<MetadataResource> all = new ArrayList<>(profiles());
        all.add(own);
        TrackCatalogue catalogue = new TrackCatalogue(FHIR, new DirectoryProperties(Set.of(), folder));
        assertThatCode(() -> catalogue.check(all)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @MethodSource({"faults", "contradictions"})
    void aFaultyDefinitionStopsTheStartAndSaysWhy(String message, Consumer<ActivityDefinition> fault)
            throws IOException {
        write("region.json", fault);
        assertThatThrownBy(this::regional)
                .isInstanceOf(FaultyTrack.class)
                .hasMessageContainingAll("region.json", message);
    }

    @Test
    void aFileThatIsNoDefinitionStopsTheStart() throws IOException {
        Files.writeString(folder.resolve("patient.json"), "{\"resourceType\": \"Patient\"}");
        assertThatThrownBy(this::regional).isInstanceOf(FaultyTrack.class).hasMessageContaining("patient.json");
    }

    @Test
    void aMisspeltElementStopsTheStart() throws IOException {
        write("region.json", definition -> {});
        Path file = folder.resolve("region.json");
        Files.writeString(file, Files.readString(file).replace("\"title\"", "\"titel\""));
        assertThatThrownBy(this::regional).isInstanceOf(FaultyTrack.class).hasMessageContaining("titel");
    }

    @Test
    void extensionsOfOthersMayStandThere() throws IOException {
        write(
                "region.json",
                definition ->
                        definition.addExtension("https://region.example/diarienummer", new StringType("2026-17")));
        assertThat(regional().find("akut-remiss")).isPresent();
    }

    @Test
    void twoDefinitionsOfOneTrackStopTheStart() throws IOException {
        write("a.json", definition -> {});
        write("b.json", definition -> {});
        assertThatThrownBy(this::regional).isInstanceOf(FaultyTrack.class).hasMessageContainingAll("a.json", "b.json");
    }

    private TrackCatalogue regional() {
        TrackCatalogue catalogue = new TrackCatalogue(FHIR, new DirectoryProperties(Set.of(), folder));
        catalogue.check(profiles());
        return catalogue;
    }

    private static List<MetadataResource> profiles() {
        return Stream.of(Track.values())
                .map(track -> PackagedResource.read(FHIR, ActivityDefinition.class, track.code()))
                .map(ActivityDefinition::getProfile)
                .flatMap(profile -> Stream.of(profile, Profiles.CONSULTATION_REQUEST, Profiles.INBOX_TASK))
                .distinct()
                .<MetadataResource>map(profile -> PackagedResource.read(
                        FHIR, StructureDefinition.class, profile.substring(profile.lastIndexOf('/') + 1)))
                .toList();
    }

    private void write(String name, Consumer<ActivityDefinition> change) throws IOException {
        ActivityDefinition definition = PackagedResource.read(FHIR, ActivityDefinition.class, "akut-remiss");
        change.accept(definition);
        Files.writeString(folder.resolve(name), FHIR.newJsonParser().encodeResourceToString(definition));
    }

    private static Extension response(String priority, String time) {
        Extension response = new Extension(Extensions.TRACK_RESPONSE);
        response.addExtension("priority", new CodeType(priority));
        response.addExtension("time", new StringType(time));
        return response;
    }

    private static Arguments fault(String message, String extension, String code) {
        return fault(message, definition -> definition.addExtension(extension, new CodeType(code)));
    }

    private static Arguments fault(String message, Consumer<ActivityDefinition> fault) {
        return Arguments.of(message, fault);
    }
}
