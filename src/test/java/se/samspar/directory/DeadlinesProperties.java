package se.samspar.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.hl7.fhir.r4.model.HealthcareService;
import se.samspar.fhir.generated.Track;

class DeadlinesProperties {

    private static final TrackCatalogue TRACKS = TrackCatalogueTest.packaged();
    private static final HealthcareService SERVICE = ServiceBuilder.officeHours();
    private final Deadlines deadlines = new Deadlines(ServiceBuilder.OPENING_HOURS, ServiceBuilder.HOLIDAYS);

    @Property(tries = 500)
    void isNeverBeforeTheRequest(@ForAll Track track, @ForAll("instants") Instant from) {
        assertThat(due(track, from)).isAfter(from);
    }

    @Property(tries = 500)
    void whatComesLaterIsNotDueEarlier(
            @ForAll Track track, @ForAll("instants") Instant from, @ForAll("minutes") long minutes) {
        assertThat(due(track, from.plus(Duration.ofMinutes(minutes)))).isAfterOrEqualTo(due(track, from));
    }

    @Property(tries = 500)
    void workingDaysAreCounted(@ForAll("instants") Instant from) {
        LocalDate sent = from.atZone(SwedishTime.ZONE).toLocalDate();
        LocalDate due = due(Track.ELEKTIV_REMISS, from).atZone(SwedishTime.ZONE).toLocalDate();
        assertThat(sent.plusDays(1)
                        .datesUntil(due.plusDays(1))
                        .filter(ServiceBuilder.HOLIDAYS::isWorkingDay)
                        .count())
                .isEqualTo(5);
        assertThat(ServiceBuilder.HOLIDAYS.isWorkingDay(due)).isTrue();
    }

    private Instant due(Track track, Instant from) {
        return deadlines.respondBy(TRACKS.find(track.code()).orElseThrow(), SERVICE, from);
    }

    @Provide
    Arbitrary<Long> minutes() {
        return Arbitraries.longs().between(0, 10_000);
    }

    @Provide
    Arbitrary<Instant> instants() {
        return Arbitraries.longs()
                .between(0, Duration.ofDays(5 * 365).toMinutes())
                .map(minutes -> Instant.parse("2024-01-01T00:00:00Z").plus(Duration.ofMinutes(minutes)));
    }
}
