package se.samspar.track;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import se.samspar.fhir.generated.Track;
import se.samspar.support.WorkingDays;

/** When a request is due by the table of the contract, in the demo region's office hours: apart from the code. */
final class ContractDeadline {

    private static final Map<Track, String> TABLE = Map.ofEntries(
            Map.entry(Track.AKUT_REMISS, "60 min"),
            Map.entry(Track.AKUT_DIREKT_STEMI, "10 min"),
            Map.entry(Track.AKUT_DIREKT_HOFTFRAKTUR, "10 min"),
            Map.entry(Track.AKUT_DIREKT_STROKE_TIA, "10 min"),
            Map.entry(Track.AKUT_BAKJOUR, "15 min"),
            Map.entry(Track.SUBAKUT_KONSULT, "120 open minutes"),
            Map.entry(Track.DIGITAL_SPECIALISTKONSULTATION, "2 working days"),
            Map.entry(Track.ELEKTIV_REMISS, "5 working days"),
            Map.entry(Track.ELEKTIV_SVF, "1 working days"),
            Map.entry(Track.ELEKTIV_MDK, "5 working days"),
            Map.entry(Track.TILLGANGLIG_PRIMARVARD, "120 open minutes"),
            Map.entry(Track.UTREMITTERING, "2 working days"));

    private ContractDeadline() {}

    static Instant of(Track track, Instant from) {
        String[] time = Optional.ofNullable(TABLE.get(track))
                .orElseThrow(() -> new AssertionError("Not in the table: " + track))
                .split(" ", 2);
        int number = Integer.parseInt(time[0]);
        return switch (time[1]) {
            case "min" -> from.plusSeconds(60L * number);
            case "open minutes" -> afterOpenSeconds(60L * number, from);
            default -> WorkingDays.closing(WorkingDays.after(from, number));
        };
    }

    private static Instant afterOpenSeconds(long seconds, Instant from) {
        Instant now = from;
        for (long left = seconds; left > 0; now = now.plusSeconds(1)) {
            left -= WorkingDays.areOfficesOpen(now) ? 1 : 0;
        }
        return now;
    }
}
