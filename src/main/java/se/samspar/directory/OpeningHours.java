package se.samspar.directory;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.HealthcareService;
import org.springframework.stereotype.Component;
import se.samspar.fhir.generated.Extensions;

/**
 * When a service is open, in Swedish local time (DSK-2, UPP-4): its weekly hours, less the public holidays unless it is
 * open on those, less the periods in which it says that it is not available. A service without weekly hours is open
 * around the clock; one that is not active is never open.
 *
 * <p>Hours over midnight belong to the day they begin on: a night that begins before a public holiday is worked to its
 * end, and one that begins on the holiday is not. Where the clock is put forward, hours within the missing hour begin
 * or end after it; where it is put back, they last through both.
 */
@Component
public class OpeningHours {

    /** How far ahead an opening is looked for; a service that is closed for longer has none. */
    static final int HORIZON_DAYS = 400;

    private final PublicHolidays holidays;

    OpeningHours(PublicHolidays holidays) {
        this.holidays = holidays;
    }

    public boolean isOpen(HealthcareService service, Instant at) {
        return windowsOf(service, at.atZone(SwedishTime.ZONE).toLocalDate()).stream()
                .anyMatch(window -> window.contains(at));
    }

    /** Is it open from this instant until that one, without a break? */
    public boolean isOpenThroughout(HealthcareService service, Instant from, Instant until) {
        Instant open = from;
        for (Window window : (Iterable<Window>) windows(service, from)::iterator) {
            if (window.start().isAfter(open)) {
                return false;
            }
            open = window.end();
            if (!open.isBefore(until)) {
                return true;
            }
        }
        return false;
    }

    /** The first instant from this one on at which it is open; empty when that is more than a year away. */
    public Optional<Instant> nextOpening(HealthcareService service, Instant from) {
        return windows(service, from).findFirst().map(Window::start);
    }

    /** When it is open from this instant on, in order, day by day as far as the horizon. */
    Stream<Window> windows(HealthcareService service, Instant from) {
        LocalDate today = from.atZone(SwedishTime.ZONE).toLocalDate();
        return Stream.iterate(today, day -> day.plusDays(1))
                .limit(HORIZON_DAYS)
                .flatMap(day -> windowsOf(service, day).stream())
                .flatMap(window -> window.without(new Window(Instant.MIN, from)).findFirst().stream());
    }

    /** When it is open within one local day, in order and apart from each other. */
    List<Window> windowsOf(HealthcareService service, LocalDate day) {
        if (service.hasActive() && !service.getActive()) {
            return List.of();
        }
        Window wholeDay = new Window(SwedishTime.startOf(day), SwedishTime.startOf(day.plusDays(1)));
        Stream<Window> open = Stream.of(day.minusDays(1), day)
                .filter(start -> isOpenOnPublicHolidays(service) || !holidays.isHoliday(start))
                .flatMap(start -> WeeklyHours.beginningOn(service, start))
                .flatMap(window -> window.within(wholeDay).stream());
        for (Window closed : Closures.of(service)) {
            open = open.flatMap(window -> window.without(closed));
        }
        return union(open.toList());
    }

    private static List<Window> union(List<Window> windows) {
        List<Window> union = new ArrayList<>();
        windows.stream().sorted(Comparator.comparing(Window::start)).forEach(window -> {
            int last = union.size() - 1;
            if (last < 0 || union.get(last).end().isBefore(window.start())) {
                union.add(window);
            } else if (union.get(last).end().isBefore(window.end())) {
                union.set(last, new Window(union.get(last).start(), window.end()));
            }
        });
        return union;
    }

    private static boolean isOpenOnPublicHolidays(HealthcareService service) {
        Extension extension = service.getExtensionByUrl(Extensions.OPEN_ON_PUBLIC_HOLIDAYS);
        return extension != null && extension.getValue() instanceof BooleanType open && open.booleanValue();
    }
}
