package se.samspar.followup;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Reference;
import se.samspar.fhir.ResourcePath;
import se.samspar.fhir.generated.Indicator;

/**
 * Makes the facts of one source, which share who and what it is about.
 *
 * @param parties ids of the units that have sent or received it, and so know of it
 */
record FactMaker(
        String source,
        Optional<Reference> patient,
        Person person,
        List<String> parties,
        Optional<String> track,
        Optional<String> specialty,
        Optional<String> category) {

    static FactMaker of(String source, Optional<Reference> patient, Person person, Stream<Reference> parties) {
        return new FactMaker(
                source, patient, person, ids(parties), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** The same, of a category. */
    FactMaker in(Optional<String> category) {
        return new FactMaker(source, patient, person, parties, track, specialty, category);
    }

    /** The ids of those that are units. */
    static List<String> ids(Stream<Reference> units) {
        return units.filter(ResourcePath::isOrganization).map(FactMaker::id).toList();
    }

    /** It counts once, and is of a category where it has one. */
    Fact count(Indicator indicator, Instant happened, Reference unit, Optional<String> category) {
        return in(category).fact(indicator, happened, unit, null, null);
    }

    /** It is of the denominator; of the numerator too where the criterion is met. */
    Fact share(Indicator indicator, Instant happened, Reference unit, boolean met) {
        return fact(indicator, happened, unit, met, null);
    }

    /** It took that long, and counts when it was over. */
    Fact time(Indicator indicator, Instant from, Instant to, Reference unit) {
        return fact(
                indicator,
                to,
                unit,
                null,
                Math.max(0, Duration.between(from, to).toMinutes()));
    }

    private Fact fact(Indicator indicator, Instant happened, Reference unit, Boolean met, Long minutes) {
        return new Fact(
                source,
                indicator.code(),
                happened.truncatedTo(ChronoUnit.MILLIS), // as resources and the database keep it
                id(unit),
                patient.map(FactMaker::id).orElse(null),
                met,
                minutes,
                track.orElse(null),
                specialty.orElse(null),
                category.orElse(null),
                person.ageGroup().orElse(null),
                person.sex().orElse(null),
                person.municipality().orElse(null),
                Stream.concat(Stream.of(id(unit)), parties.stream())
                        .distinct()
                        .sorted()
                        .toList());
    }

    private static String id(Reference reference) {
        return reference.getReferenceElement().getIdPart();
    }
}
