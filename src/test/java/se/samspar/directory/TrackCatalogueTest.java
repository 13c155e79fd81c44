package se.samspar.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ca.uhn.fhir.context.FhirContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.ActivityDefinition;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.StringType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import se.samspar.fhir.generated.CareLevel;
import se.samspar.fhir.generated.ConsultationOutcome;
import se.samspar.fhir.generated.Extensions;
import se.samspar.fhir.generated.RuleCode;
import se.samspar.fhir.generated.Track;

class TrackCatalogueTest {

    private static final FhirContext FHIR = FhirContext.forR4Cached();

    @TempDir
    private Path folder;

    /** The catalogue of a region without definitions of its own. */
    static TrackCatalogue packaged() {
        return new TrackCatalogue(FHIR, new DirectoryProperties(Set.of(), null));
    }

    @Test
    void saysWhatTheDigitalConsultationAllows() {
        TrackDefinition track =
                packaged().find("digital-specialistkonsultation").orElseThrow();
        assertThat(track.urgency()).isEqualTo("elective");
        assertThat(track.startedBy()).containsExactly(CareLevel.PRIMARY_CARE);
        assertThat(track.receivedBy())
                .containsExactlyInAnyOrder(CareLevel.SPECIALISED_OUTPATIENT, CareLevel.HOSPITAL_INPATIENT);
        assertThat(track.priorities()).containsExactlyInAnyOrder("routine", "urgent");
        assertThat(track.response()).isEqualTo(new ResponseTime(Duration.ofDays(2), ResponseCalendar.WORKING_DAYS));
        assertThat(track.rules()).contains(RuleCode.THREE_PARTIES, RuleCode.WORK_UP_DOCUMENTED);
        assertThat(track.meeting()).contains(TrackMeeting.VIDEO);
        assertThat(track.outcomes()).containsEntry(ConsultationOutcome.VISIT_NEEDED, Optional.of(Track.ELEKTIV_REMISS));
    }

    @ParameterizedTest
    @EnumSource
    void knowsEveryTrack(Track track) {
        TrackDefinition definition = packaged().find(track.code()).orElseThrow();
        assertThat(definition.track()).isEqualTo(track);
        assertThat(definition.startedBy()).isNotEmpty();
        assertThat(definition.receivedBy()).isNotEmpty();
        assertThat(definition.priorities()).isNotEmpty();
        assertThat(definition.response().duration()).isPositive();
        assertThat(definition.outcomes()).isNotEmpty();
        assertThat(definition.conversions()).doesNotContain(track);
    }

    @Test
    void knowsNoOther() {
        assertThat(packaged().find("brevduva")).isEmpty();
        assertThat(packaged().find(null)).isEmpty();
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
                fault(
                        "track-rule has the unknown value",
                        definition -> definition.addExtension(Extensions.TRACK_RULE, new CodeType("ingen-regel"))),
                fault(
                        "track-starter has the unknown value",
                        definition -> definition.addExtension(Extensions.TRACK_STARTER, new CodeType("sjukhus"))),
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
                fault(
                        "track-rule patient-alive does not hold by track",
                        definition -> definition.addExtension(Extensions.TRACK_RULE, new CodeType("patient-alive"))),
                fault(
                        "the value of track-care-commitment is no boolean",
                        definition ->
                                definition.addExtension(Extensions.TRACK_CARE_COMMITMENT, new StringType("true"))),
                fault(
                        "there is no extension " + Extensions.TRACK_MEETING + "s",
                        definition -> definition.addExtension(Extensions.TRACK_MEETING + "s", new CodeType("visit"))),
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
                        .removeIf(extension -> Extensions.TRACK_OUTCOME.equals(extension.getUrl()))));
    }

    @ParameterizedTest
    @MethodSource("faults")
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
        return new TrackCatalogue(FHIR, new DirectoryProperties(Set.of(), folder));
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

    private static Arguments fault(String message, Consumer<ActivityDefinition> fault) {
        return Arguments.of(message, fault);
    }
}
