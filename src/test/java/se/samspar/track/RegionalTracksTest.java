package se.samspar.track;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.hl7.fhir.r4.model.ActivityDefinition;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.ContactPoint;
import org.hl7.fhir.r4.model.EpisodeOfCare;
import org.hl7.fhir.r4.model.EpisodeOfCare.EpisodeOfCareStatus;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.HealthcareService;
import org.hl7.fhir.r4.model.Parameters;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import se.samspar.fhir.generated.Extensions;
import se.samspar.fhir.generated.Track;
import se.samspar.support.DemoRequests;
import se.samspar.support.HttpAnswer;
import se.samspar.support.SamsparApi;
import se.samspar.support.SamsparTest;
import se.samspar.support.TestPatients;

/** What tracks lead to is data: a region that defines them otherwise has it otherwise (TRK-1 to TRK-9). */
@SamsparTest
class RegionalTracksTest {

    private static final FhirContext FHIR = FhirContext.forR4Cached();
    private static final String ALIAS_OF_ICD_10_SE = "http://hl7.org/fhir/sid/icd-10-se";

    @Autowired
    SamsparApi api;

    @DynamicPropertySource
    static void region(DynamicPropertyRegistry properties) throws IOException {
        Path folder = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "tracks");
        define(folder, Track.ELEKTIV_REMISS, definition -> definition
                .getExtensionsByUrl(Extensions.TRACK_OUTCOME)
                .forEach(RegionalTracksTest::endsCommitmentByAdmissionOnly));
        define(folder, Track.AKUT_BAKJOUR, definition -> remove(definition, Extensions.TRACK_CONTACT_ON_DUTY));
        define(folder, Track.ELEKTIV_SVF, definition -> {
            remove(definition, Extensions.TRACK_MEETING);
            definition.addExtension(Extensions.TRACK_MEETING, new CodeType("conference"));
        });
        define(folder, Track.AKUT_DIREKT_STEMI, definition -> {
            remove(definition, Extensions.TRACK_CONDITION);
            definition.addExtension(Extensions.TRACK_CONDITION, new Coding(ALIAS_OF_ICD_10_SE, "I21", null));
        });
        properties.add("samspar.directory.tracks", folder::toString);
    }

    @Test
    void aCommitmentEndsWithTheOutcomesThatTheTrackNames() {
        assertThat(afterAnswer("admission")).isEqualTo(EpisodeOfCareStatus.FINISHED);
        assertThat(afterAnswer("no-further-need")).isEqualTo(EpisodeOfCareStatus.ACTIVE);
    }

    @Test
    void whoIsOnDutyIsTheContactOnlyWhereTheTrackSaysSo() {
        String own = api.asAdmin()
                .read(HealthcareService.class, "sus-ortopedi-bakjour")
                .getTelecomFirstRep()
                .getValue();
        Parameters found = api.as("vc-dalby")
                .get("HealthcareService/$find-tracks?track=akut-bakjour&specialty=1324")
                .expect(200)
                .resource(Parameters.class);
        assertThat(found.getParameterFirstRep().getPart())
                .filteredOn(part -> part.getName().equals("contact"))
                .singleElement()
                .satisfies(part ->
                        assertThat(((ContactPoint) part.getValue()).getValue()).isEqualTo(own));
    }

    @Test
    void aConditionMayBeNamedByAnAliasOfItsSystem() {
        var parameters = DemoRequests.parameters("request", TrackRequests.infarction(), "patient", TestPatients.next());
        api.as("ambulans-skane").post("ServiceRequest/$submit", parameters).expect(200);
    }

    @Test
    void aSecondTrackMayHoldConferences() {
        hold(Track.ELEKTIV_SVF).expect(201);
        hold(Track.ELEKTIV_MDK).expect(201);
    }

    private HttpAnswer hold(Track track) {
        var clinic = api.as("sus-ortopedi");
        Appointment conference = Calendars.conference(Calendars.slot(clinic, Calendars.CONFERENCES));
        conference.getServiceType().set(0, track.toConcept());
        return clinic.post("Appointment", conference);
    }

    private EpisodeOfCareStatus afterAnswer(String outcome) {
        RequestFlow flow = RequestFlow.submitted(api, RequestFlow.request(Track.ELEKTIV_REMISS));
        flow.triage("accept").expect(200);
        flow.answerFinally(outcome).expect(200);
        return flow.clinic()
                .get("EpisodeOfCare?incoming-referral=ServiceRequest/" + flow.id())
                .expect(200)
                .entry(EpisodeOfCare.class)
                .getStatus();
    }

    private static void endsCommitmentByAdmissionOnly(Extension outcome) {
        outcome.getExtension().removeIf(part -> part.getUrl().equals("endsCommitment"));
        if (outcome.getExtensionByUrl("outcome").getValue().primitiveValue().equals("admission")) {
            outcome.addExtension("endsCommitment", new BooleanType(true));
        }
    }

    private static void remove(ActivityDefinition definition, String url) {
        assertThat(definition.getExtension().removeIf(extension -> url.equals(extension.getUrl())))
                .isTrue();
    }

    private static void define(Path folder, Track track, Consumer<ActivityDefinition> change) throws IOException {
        String name = "ActivityDefinition-%s.json".formatted(track.code());
        try (InputStream json = new ClassPathResource("package/" + name).getInputStream()) {
            ActivityDefinition definition = FHIR.newJsonParser().parseResource(ActivityDefinition.class, json);
            change.accept(definition);
            Files.writeString(folder.resolve(name), FHIR.newJsonParser().encodeResourceToString(definition));
        }
    }
}
