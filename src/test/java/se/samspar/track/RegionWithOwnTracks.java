package se.samspar.track;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Consumer;
import org.hl7.fhir.r4.model.ActivityDefinition;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.StringType;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import se.samspar.fhir.generated.Extensions;
import se.samspar.fhir.generated.Track;
import se.samspar.support.SamsparApi;
import se.samspar.support.SamsparTest;

/** A server of a region that defines tracks otherwise; all tests that need one share it. */
@SamsparTest
abstract class RegionWithOwnTracks {

    /** The response times of elective referrals. */
    static final Duration ROUTINE = Duration.ofDays(10);

    static final Duration URGENT = Duration.ofDays(2);

    private static final FhirContext FHIR = FhirContext.forR4Cached();
    private static final String ALIAS_OF_ICD_10_SE = "http://hl7.org/fhir/sid/icd-10-se";

    @Autowired
    SamsparApi api;

    @DynamicPropertySource
    static void region(DynamicPropertyRegistry properties) throws IOException {
        Path folder = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "tracks");
        define(folder, Track.ELEKTIV_REMISS, definition -> {
            definition
                    .getExtensionsByUrl(Extensions.TRACK_OUTCOME)
                    .forEach(RegionWithOwnTracks::endsCommitmentByAdmissionOnly);
            definition.addExtension(response("routine", ROUTINE)).addExtension(response("urgent", URGENT));
        });
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

    private static Extension response(String priority, Duration time) {
        Extension response = new Extension(Extensions.TRACK_RESPONSE);
        response.addExtension("priority", new CodeType(priority));
        response.addExtension("time", new StringType(time.toString()));
        response.addExtension("calendar", new CodeType("elapsed"));
        return response;
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
