package se.samspar.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static se.samspar.directory.ServiceBuilder.OPENING_HOURS;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.hl7.fhir.r4.model.HealthcareService;
import org.hl7.fhir.r4.model.HealthcareService.DaysOfWeek;
import org.hl7.fhir.r4.model.HealthcareService.HealthcareServiceAvailableTimeComponent;

class OpeningHoursProperties {

    @Property(tries = 300)
    void theNextOpeningIsOpenAndNothingBeforeItIs(
            @ForAll("services") HealthcareService service, @ForAll("instants") Instant from) {
        Optional<Instant> opening = OPENING_HOURS.nextOpening(service, from);
        if (opening.isEmpty()) {
            return;
        }
        assertThat(opening.get()).isAfterOrEqualTo(from);
        assertThat(OPENING_HOURS.isOpen(service, opening.get())).isTrue();
        if (opening.get().isAfter(from)) {
            assertThat(OPENING_HOURS.isOpen(service, from)).isFalse();
            assertThat(OPENING_HOURS.isOpen(service, opening.get().minusMillis(1)))
                    .isFalse();
        }
    }

    @Property(tries = 300)
    void aServiceIsOpenExactlyWhenTheNextOpeningIsNow(
            @ForAll("services") HealthcareService service, @ForAll("instants") Instant at) {
        assertThat(OPENING_HOURS.isOpen(service, at))
                .isEqualTo(OPENING_HOURS.nextOpening(service, at).equals(Optional.of(at)));
    }

    @Property(tries = 100)
    void windowsAreInOrderAndApart(@ForAll("services") HealthcareService service, @ForAll("instants") Instant from) {
        List<Window> windows = OPENING_HOURS.windows(service, from).limit(40).toList();
        for (int i = 1; i < windows.size(); i++) {
            assertThat(windows.get(i).start())
                    .isAfterOrEqualTo(windows.get(i - 1).end());
        }
        assertThat(windows).allMatch(window -> window.start().isBefore(window.end()));
    }

    @Property(tries = 200)
    void whatIsClosedOnPublicHolidaysOpensOnNone(@ForAll("instants") Instant at) {
        HealthcareService service = ServiceBuilder.service().allDay().build();
        LocalDate day = at.atZone(SwedishTime.ZONE).toLocalDate();
        assertThat(OPENING_HOURS.isOpen(service, at)).isEqualTo(!ServiceBuilder.HOLIDAYS.isHoliday(day));
    }

    @Property(tries = 200)
    void aClosureIsHonoured(@ForAll("services") HealthcareService service, @ForAll("instants") Instant at) {
        LocalDate day = at.atZone(SwedishTime.ZONE).toLocalDate();
        service.addNotAvailable().getDuring().getStartElement().setValueAsString(day.toString());
        service.getNotAvailableFirstRep().getDuring().getEndElement().setValueAsString(day.toString());
        assertThat(OPENING_HOURS.isOpen(service, at)).isFalse();
    }

    @Provide
    Arbitrary<Instant> instants() {
        long start = Instant.parse("2024-01-01T00:00:00Z").getEpochSecond();
        return Arbitraries.longs()
                .between(0, Duration.ofDays(5 * 365).toMinutes())
                .map(minutes -> Instant.ofEpochSecond(start + minutes * 60));
    }

    @Provide
    Arbitrary<HealthcareService> services() {
        return hours().list().ofMinSize(1).ofMaxSize(4).map(hours -> {
            HealthcareService service = new HealthcareService().setActive(true);
            hours.forEach(each -> service.addAvailableTime(each.copy()));
            return service;
        });
    }

    private Arbitrary<HealthcareServiceAvailableTimeComponent> hours() {
        Arbitrary<Set<DaysOfWeek>> days =
                Arbitraries.of(List.of(DaysOfWeek.values()).subList(0, 7)).set().ofMaxSize(7);
        Arbitrary<String> times = Arbitraries.integers()
                .between(0, 95)
                .map(quarter -> LocalTime.MIDNIGHT.plusMinutes(quarter * 15L) + ":00");
        return Combinators.combine(days, times, times).as((on, start, end) -> {
            var hours = new HealthcareServiceAvailableTimeComponent()
                    .setAvailableStartTime(start)
                    .setAvailableEndTime(end);
            on.forEach(hours::addDaysOfWeek);
            return hours;
        });
    }
}
