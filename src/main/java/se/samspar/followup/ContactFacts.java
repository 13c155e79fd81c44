package se.samspar.followup;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import se.samspar.directory.SwedishTime;
import se.samspar.fhir.Encounters;
import se.samspar.fhir.ResourcePath;
import se.samspar.fhir.generated.Indicator;
import se.samspar.store.StoredRecord;

/**
 * What counts of a contact: whether the patient met the same unit, and the same professional, as the time before (UPP-5).
 * Visits go on from visits, and contacts at a distance from such contacts, each within a year. Who writes contacts of a
 * patient waits for the others who do ({@code VisitClaims} takes the patient's lock for visits and contacts alike, before
 * anything is counted), so nobody counts without what another writes.
 */
final class ContactFacts implements FactSource {

    private static final Comparator<Encounter> IN_ORDER = Comparator.comparing(ContactFacts::start)
            .thenComparing(contact -> contact.getIdElement().getIdPart());

    private final StoredRecord record;

    ContactFacts(StoredRecord record) {
        this.record = record;
    }

    @Override
    public String type() {
        return "Encounter";
    }

    /** Also those that come next, of any unit and of its own, and the other half of a consultation. */
    @Override
    public Stream<String> of(Resource resource) {
        if (!(resource instanceof Encounter contact)) {
            return Stream.empty();
        }
        List<Encounter> others = others(contact);
        Stream<Encounter> next = hasTime(contact)
                ? Stream.concat(next(contact, others, other -> true), next(contact, others, isOfUnitOf(contact)))
                : Stream.empty();
        return Stream.of(Stream.of(contact), next, others.stream().filter(other -> isHalfOf(other, contact)))
                .flatMap(contacts -> contacts)
                .map(found -> ResourcePath.of(found))
                .distinct();
    }

    private static Stream<Encounter> next(Encounter contact, List<Encounter> others, Predicate<Encounter> which) {
        return others.stream()
                .filter(other -> counts(other) && which.test(other) && isBefore(contact, other))
                .min(IN_ORDER)
                .stream();
    }

    @Override
    public List<Fact> facts(String source) {
        return record.withReferrers(source).stream()
                .map(Encounter.class::cast)
                .filter(ContactFacts::counts)
                .flatMap(contact -> facts(source, contact))
                .toList();
    }

    private Stream<Fact> facts(String source, Encounter contact) {
        List<Encounter> others = others(contact);
        List<Encounter> before = others.stream()
                .filter(other -> counts(other) && isBefore(other, contact))
                .sorted(IN_ORDER.reversed())
                .toList();
        if (before.isEmpty()) {
            return Stream.empty();
        }
        FactMaker maker = FactMaker.of(
                source,
                Optional.of(contact.getSubject()),
                Person.of(contact.getSubject(), start(contact), record),
                others.stream().filter(other -> isHalfOf(other, contact)).map(Encounter::getServiceProvider));
        Optional<Encounter> own = before.stream().filter(isOfUnitOf(contact)).findFirst();
        Fact sameUnit = maker.share(
                Indicator.SAME_UNIT,
                start(contact),
                contact.getServiceProvider(),
                isOfUnitOf(contact).test(before.get(0)));
        return Stream.concat(
                Stream.of(own.isPresent() ? sameUnit : sameUnit.unknownToItsUnit()),
                own.stream()
                        .map(known -> maker.share(
                                Indicator.SAME_PROFESSIONAL,
                                start(contact),
                                contact.getServiceProvider(),
                                professionals(contact)
                                        .anyMatch(professionals(known).collect(Collectors.toSet())::contains))));
    }

    /** All else of the patient that is registered. */
    private List<Encounter> others(Encounter contact) {
        if (!contact.getSubject().hasReference()) {
            return List.of();
        }
        return record.withReferrers(ResourcePath.of(contact.getSubject()), "Encounter.subject").stream()
                .filter(Encounter.class::isInstance)
                .map(Encounter.class::cast)
                .filter(other -> !ResourcePath.of(other).equals(ResourcePath.of(contact)))
                .toList();
    }

    private static boolean counts(Encounter contact) {
        return Encounters.isFinished(contact)
                && hasTime(contact)
                && ResourcePath.isOrganization(contact.getServiceProvider());
    }

    private static boolean hasTime(Encounter contact) {
        return contact.getPeriod().hasStart();
    }

    private static Instant start(Encounter contact) {
        return SwedishTime.first(contact.getPeriod().getStartElement());
    }

    /** Is one contact before another of the same sort, within a year? */
    private static boolean isBefore(Encounter one, Encounter other) {
        Instant yearBefore = start(other).atZone(SwedishTime.ZONE).minusYears(1).toInstant();
        return Objects.equals(one.getClass_().getCode(), other.getClass_().getCode())
                && IN_ORDER.compare(one, other) < 0
                && !start(one).isBefore(yearBefore);
    }

    private static Predicate<Encounter> isOfUnitOf(Encounter contact) {
        return other ->
                ResourcePath.of(other.getServiceProvider()).equals(ResourcePath.of(contact.getServiceProvider()));
    }

    private static boolean isHalfOf(Encounter one, Encounter other) {
        return isPartOf(one, other) || isPartOf(other, one);
    }

    private static boolean isPartOf(Encounter contact, Encounter visit) {
        return contact.hasPartOf() && ResourcePath.of(contact.getPartOf()).equals(ResourcePath.of(visit));
    }

    private static Stream<String> professionals(Encounter contact) {
        return contact.getParticipant().stream()
                .map(participant -> participant.getIndividual())
                .filter(Reference::hasReference)
                .map(ResourcePath::of);
    }
}
