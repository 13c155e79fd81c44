package se.samspar.followup;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.AdverseEvent;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import se.samspar.fhir.Parts;
import se.samspar.fhir.ResourcePath;
import se.samspar.fhir.generated.Extensions;
import se.samspar.fhir.generated.Indicator;
import se.samspar.store.StoredRecord;

/**
 * What counts of a deviation: that it was reported to the unit that it concerns, which is to learn from it, and which step
 * went wrong (OVP-18). The unit that reported it knows of it too.
 */
final class DeviationFacts implements FactSource {

    private final StoredRecord record;

    DeviationFacts(StoredRecord record) {
        this.record = record;
    }

    @Override
    public String type() {
        return "AdverseEvent";
    }

    @Override
    public Stream<String> of(Resource resource) {
        return resource instanceof AdverseEvent ? Stream.of(ResourcePath.of(resource)) : Stream.empty();
    }

    @Override
    public List<Fact> facts(String source) {
        return record.withReferrers(source).stream()
                .map(AdverseEvent.class::cast)
                .flatMap(deviation ->
                        unit(deviation, Extensions.CONCERNED_UNIT).map(unit -> fact(source, deviation, unit)))
                .toList();
    }

    private Fact fact(String source, AdverseEvent deviation, Reference concerned) {
        Instant reported = deviation.getRecordedDate().toInstant();
        Person person = Person.of(deviation.getSubject(), reported, record);
        return FactMaker.of(
                        source, Optional.of(deviation.getSubject()), person, unit(deviation, Extensions.REPORTING_UNIT))
                .count(
                        Indicator.DEVIATIONS,
                        reported,
                        concerned,
                        Optional.ofNullable(deviation
                                .getCategoryFirstRep()
                                .getCodingFirstRep()
                                .getCode()));
    }

    private static Stream<Reference> unit(AdverseEvent deviation, String url) {
        return Parts.of(deviation, url, Reference.class).filter(ResourcePath::isOrganization).stream();
    }
}
