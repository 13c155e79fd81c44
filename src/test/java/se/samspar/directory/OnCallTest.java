package se.samspar.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static se.samspar.directory.ServiceBuilder.OPENING_HOURS;
import static se.samspar.directory.ServiceBuilder.at;

import ca.uhn.fhir.context.FhirContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.HealthcareService;
import org.hl7.fhir.r4.model.PractitionerRole;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import se.samspar.fhir.generated.Track;

/** The rosters of the demo region: each clinic is reached at any time of day, by one function (TRK-3). */
class OnCallTest {

    private static final List<Resource> REGION = region();

    /** From the night in which the clock is put forward, over Good Friday, to the night after Easter Monday. */
    private static final List<Instant> HALF_HOURS = Stream.iterate(
                    at("2026-03-29T00:00"),
                    time -> time.isBefore(at("2026-04-07T00:00")),
                    time -> time.plus(Duration.ofMinutes(30)))
            .toList();

    @Test
    void oneFunctionIsOnDutyAtEveryCoordinatorAtAnyTime() {
        List<HealthcareService> services = coordinators();
        assertThat(services).isNotEmpty();
        HALF_HOURS.forEach(time -> assertThat(services).allSatisfy(service -> assertThat(onDuty(service, time))
                .as("%s at %s", service.getIdPart(), time)
                .hasSize(1)));
    }

    @Test
    void everyClinicHasACoordinator() {
        List<String> clinics = of(HealthcareService.class)
                .filter(service -> Track.DIGITAL_SPECIALISTKONSULTATION.isIn(service.getTypeFirstRep()))
                .map(service -> service.getProvidedBy().getReference())
                .toList();
        assertThat(coordinators())
                .extracting(service -> service.getProvidedBy().getReference())
                .containsExactlyInAnyOrderElementsOf(clinics);
    }

    private static List<HealthcareService> coordinators() {
        return of(HealthcareService.class)
                .filter(service -> Track.AKUT_BAKJOUR.isIn(service.getTypeFirstRep()))
                .toList();
    }

    private static List<PractitionerRole> onDuty(HealthcareService service, Instant time) {
        return of(PractitionerRole.class)
                .filter(role -> role.getHealthcareService().stream()
                        .anyMatch(named -> named.getReference().equals("HealthcareService/" + service.getIdPart())))
                .filter(role -> OPENING_HOURS.isOpen(OnCall.roster(role), time))
                .toList();
    }

    private static <T extends Resource> Stream<T> of(Class<T> type) {
        return REGION.stream().filter(type::isInstance).map(type::cast);
    }

    private static List<Resource> region() {
        List<Resource> region = new ArrayList<>();
        try {
            for (var file : new PathMatchingResourcePatternResolver().getResources("classpath:/demo/*.json")) {
                try (InputStream json = file.getInputStream()) {
                    FhirContext.forR4Cached().newJsonParser().parseResource(Bundle.class, json).getEntry().stream()
                            .map(BundleEntryComponent::getResource)
                            .forEach(region::add);
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return region;
    }
}
