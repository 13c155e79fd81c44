package se.samspar.directory;

import java.time.Instant;
import java.util.Optional;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Reference;
import se.samspar.fhir.Parsed;

/**
 * What {@code $find-tracks} is asked.
 *
 * @param from the unit that asks; the acting unit where absent
 * @param track only this track
 * @param specialty only services with this specialty
 * @param at the time asked about; now where absent
 */
record FindTracksQuery(
        Optional<Reference> from, Optional<String> track, Optional<String> specialty, Optional<Instant> at) {

    static FindTracksQuery of(Optional<Reference> from, CodeType track, CodeType specialty, DateTimeType at) {
        return new FindTracksQuery(
                from, code(track), code(specialty), Parsed.time("at", at).map(SwedishTime::first));
    }

    private static Optional<String> code(CodeType code) {
        return Optional.ofNullable(code).map(CodeType::getCode);
    }
}
