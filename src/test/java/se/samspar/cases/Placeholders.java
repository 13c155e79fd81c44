package se.samspar.cases;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import se.samspar.directory.SwedishTime;
import se.samspar.support.SamsparApi;

/** The values of {@code ${…}} in one golden case; each name keeps its value through the case. */
final class Placeholders {

    private static final Pattern PLACEHOLDER =
            Pattern.compile("\\$\\{([a-zA-Z]+)(?:([+-]\\d+)([smhd]))?(\\.version|\\.id|\\.day)?}");
    private static final Map<String, ChronoUnit> UNITS =
            Map.of("s", ChronoUnit.SECONDS, "m", ChronoUnit.MINUTES, "h", ChronoUnit.HOURS, "d", ChronoUnit.DAYS);

    /** The video clinic whose opening hours stand for those of all clinics, which are the same. */
    private static final String CLINIC = "HealthcareService/sus-ortopedi-dsk";

    private final SamsparApi api;
    private final TestPeople people;
    private final Map<String, String> values = new HashMap<>();
    private final Map<String, Instant> times = new HashMap<>();

    Placeholders(SamsparApi api, String unit) {
        this.api = api;
        this.people = new TestPeople(api, unit);
    }

    /** Makes a resource of an answer known under a name. */
    void keep(String name, Resource resource) {
        values.put(name, resource.fhirType() + "/" + resource.getIdElement().getIdPart());
        values.put(name + ".id", resource.getIdElement().getIdPart());
        values.put(name + ".version", String.valueOf(resource.getMeta().getVersionId()));
    }

    String fill(String text) {
        Function<MatchResult, String> value = found -> Matcher.quoteReplacement(value(found));
        return PLACEHOLDER.matcher(text).replaceAll(value);
    }

    private String value(MatchResult found) {
        String name = found.group(1);
        if (name.equals("now") || name.equals("open") || name.equals("closed")) {
            Instant time = times.computeIfAbsent(name, this::time);
            Instant moved = found.group(2) == null
                    ? time
                    : time.plus(Long.parseLong(found.group(2)), UNITS.get(found.group(3)));
            return found.group(4) == null
                    ? moved.toString()
                    : moved.atZone(SwedishTime.ZONE).toLocalDate().toString();
        }
        return found.group(4) == null ? values.computeIfAbsent(name, people::make) : values.get(name + found.group(4));
    }

    private Instant time(String name) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        return switch (name) {
            case "open" -> nextOpening(now.plus(Duration.ofDays(1)));
            case "closed" -> sunday(now);
            default -> now;
        };
    }

    /** An hour after the clinics open next, so that there is room around it. */
    private Instant nextOpening(Instant from) {
        Parameters found = api.as("vc-dalby")
                .get("HealthcareService/$find-tracks?from=Organization/vc-dalby&track=digital-specialistkonsultation"
                        + "&specialty=1324&at="
                        + sunday(from))
                .expect(200)
                .resource(Parameters.class);
        return found.getParameter().stream()
                .filter(match -> match.getPart().stream().anyMatch(Placeholders::isOfClinic))
                .flatMap(match -> match.getPart().stream())
                .filter(part -> part.getName().equals("nextOpening"))
                .map(part ->
                        ((DateTimeType) part.getValue()).getValue().toInstant().plus(Duration.ofHours(1)))
                .findFirst()
                .orElseThrow();
    }

    private static boolean isOfClinic(ParametersParameterComponent part) {
        return part.getValue() instanceof Reference service && CLINIC.equals(service.getReference());
    }

    private static Instant sunday(Instant from) {
        return ZonedDateTime.ofInstant(from, SwedishTime.ZONE)
                .with(TemporalAdjusters.next(DayOfWeek.SUNDAY))
                .withHour(10)
                .withMinute(0)
                .withSecond(0)
                .withNano(0)
                .toInstant();
    }
}
