package se.samspar.followup;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.InstantType;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import se.samspar.directory.SwedishTime;
import se.samspar.fhir.Encounters;
import se.samspar.fhir.Parts;
import se.samspar.fhir.ResourcePath;
import se.samspar.fhir.generated.Extensions;
import se.samspar.fhir.generated.Indicator;
import se.samspar.store.StoredRecord;

/**
 * What counts of a visit that a specialist has a contact in, which makes it a consultation: whether both units had finished
 * their registrations in time (DSK-8).
 */
final class RegistrationFacts implements FactSource {

    private static final int WITHIN_DAYS = 7;

    private final StoredRecord record;

    RegistrationFacts(StoredRecord record) {
        this.record = record;
    }

    @Override
    public String type() {
        return "Encounter";
    }

    @Override
    public Stream<String> of(Resource resource) {
        if (resource instanceof Encounter contact && Encounters.isContact(contact)) {
            return Stream.of(contact.getPartOf())
                    .filter(visit -> type().equals(visit.getReferenceElement().getResourceType()))
                    .map(ResourcePath::of);
        }
        return resource instanceof Encounter visit && Encounters.isClinicVisit(visit)
                ? Stream.of(ResourcePath.of(visit))
                : Stream.empty();
    }

    @Override
    public List<Fact> facts(String source) {
        List<Encounter> all = record.withReferrers(source, "Encounter.partOf").stream()
                .map(Encounter.class::cast)
                .toList();
        List<Encounter> contacts = all.stream()
                .filter(contact -> Encounters.isContact(contact) && !Encounters.isAbandoned(contact))
                .toList();
        return all.stream()
                .filter(visit -> Encounters.isClinicVisit(visit)
                        && Encounters.hasBegun(visit)
                        && ResourcePath.of(visit).equals(source)
                        && ResourcePath.isOrganization(visit.getServiceProvider())
                        && !contacts.isEmpty())
                .flatMap(visit -> end(visit.getPeriod()).map(end -> fact(source, visit, end, contacts)).stream())
                .toList();
    }

    private Fact fact(String source, Encounter visit, Instant end, List<Encounter> contacts) {
        Instant deadline = SwedishTime.daysAfter(end, WITHIN_DAYS);
        Person person = Person.of(visit.getSubject(), end, record);
        Stream<Reference> units = contacts.stream().map(Encounter::getServiceProvider);
        boolean isInTime =
                Stream.concat(Stream.of(visit), contacts.stream()).allMatch(half -> isComplete(half, deadline));
        return FactMaker.of(source, Optional.of(visit.getSubject()), person, units)
                .share(Indicator.REGISTERED_WITHIN_A_WEEK, deadline, visit.getServiceProvider(), isInTime);
    }

    /** When the visit ended, or began where that is all that is known. */
    private static Optional<Instant> end(Period period) {
        return Stream.of(period.getEndElement(), period.getStartElement())
                .filter(time -> time.hasValue())
                .findFirst()
                .map(SwedishTime::afterLast);
    }

    private boolean isComplete(Encounter half, Instant deadline) {
        return Encounters.isFinished(half)
                && completed(half).filter(when -> !when.isAfter(deadline)).isPresent();
    }

    /** Those that were finished before the server wrote down when, were so by their first version that says it. */
    private Optional<Instant> completed(Encounter half) {
        return Parts.of(half, Extensions.REGISTRATION_COMPLETED, InstantType.class)
                .map(InstantType::getValue)
                .or(() -> record.history(ResourcePath.of(half)).stream()
                        .map(Encounter.class::cast)
                        .filter(Encounters::isFinished)
                        .map(version -> version.getMeta().getLastUpdated())
                        .findFirst())
                .map(date -> date.toInstant());
    }
}
