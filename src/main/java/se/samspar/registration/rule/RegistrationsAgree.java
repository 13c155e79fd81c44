package se.samspar.registration.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Procedure;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.ServiceRequest;
import se.samspar.registration.half.Halves;
import se.samspar.registration.half.Records;
import se.samspar.registration.half.Registration;
import se.samspar.registration.half.RequestUnits;
import se.samspar.rule.Finding;
import se.samspar.rule.Rule;
import se.samspar.rule.RuleContext;
import se.samspar.rule.RuleInfo;
import se.samspar.rule.Severity;

/**
 * Contact and visit are linked, of the same patient, of the units of the request, and the contact lies within the visit;
 * what is registered with an encounter is of its patient. A visit may be cancelled or entered in error while the contact
 * remains, since the contact is the other unit's to take back; it then shows in that unit's list.
 */
@RuleInfo(
        code = "registrations-agree",
        severity = Severity.BLOCK,
        requirement = "DSK-5,DSK-6,DSK-7",
        remedy = "Link the contact to the visit with partOf, for the same patient and within the period of the visit.")
final class RegistrationsAgree implements Rule<DomainResource> {

    @Override
    public Stream<Finding> check(DomainResource resource, RuleContext context) {
        if (resource instanceof Encounter encounter) {
            return Halves.isContact(encounter)
                    ? contact(encounter, Records.of(context))
                    : visit(encounter, context.previous(encounter).isPresent(), Records.of(context));
        }
        if (resource instanceof Condition condition) {
            return entry("Condition", condition.getSubject(), condition.getEncounter(), context);
        }
        return resource instanceof Procedure procedure
                ? entry("Procedure", procedure.getSubject(), procedure.getEncounter(), context)
                : Stream.empty();
    }

    private static Stream<Finding> entry(String type, Reference subject, Reference encounter, RuleContext context) {
        return context
                .resolve(encounter, Encounter.class)
                .filter(found -> !Halves.isSame(subject, found.getSubject()))
                .map(found -> Finding.at(type + ".subject", "It is about another patient than its encounter."))
                .stream();
    }

    private static Stream<Finding> contact(Encounter contact, Records records) {
        if (Halves.isAbandoned(contact)) {
            return Stream.empty();
        }
        return Stream.concat(
                unitsOfRequest(contact, records),
                Registration.visitOf(contact, records)
                        .map(visit -> Stream.concat(unitsOfRequest(visit, records), pair(contact, visit).stream()))
                        .orElseGet(() -> unlinked(contact)));
    }

    private static Stream<Finding> unlinked(Encounter contact) {
        return Halves.hasBegun(contact)
                ? Stream.of(Finding.at("Encounter.partOf", "The contact is not linked to a primary care visit."))
                : Stream.empty();
    }

    private static Stream<Finding> visit(Encounter visit, boolean existed, Records records) {
        if (Halves.isAbandoned(visit)) {
            return Stream.empty();
        }
        // A new visit has no contacts yet but those written with it, which are judged themselves.
        List<Encounter> contacts = existed ? Registration.contactsOf(visit, records) : List.of();
        return Stream.concat(
                unitsOfRequest(visit, records), contacts.stream().flatMap(contact -> pair(contact, visit).stream()));
    }

    private static List<Finding> pair(Encounter contact, Encounter visit) {
        List<Finding> findings = new ArrayList<>();
        if (!Halves.isClinicVisit(visit) || Halves.isAbandoned(visit)) {
            findings.add(Finding.at("Encounter.partOf", "The contact is part of something that is no clinic visit."));
        }
        if (!Halves.isSame(contact.getSubject(), visit.getSubject())) {
            findings.add(Finding.at("Encounter.subject", "Contact and visit are of different patients."));
        }
        if (!isWithin(contact.getPeriod(), visit.getPeriod())) {
            findings.add(Finding.at("Encounter.period", "The contact is not within the period of the visit."));
        }
        if (contact.hasBasedOn() && visit.hasBasedOn() && !share(contact, visit)) {
            findings.add(Finding.at("Encounter.basedOn", "Contact and visit are based on different requests."));
        }
        return findings;
    }

    private static boolean isWithin(Period inner, Period outer) {
        boolean startsWithin = !inner.hasStart()
                || !outer.hasStart()
                || (!inner.getStart().before(outer.getStart())
                        && (!outer.hasEnd() || !inner.getStart().after(outer.getEnd())));
        return startsWithin
                && (!inner.hasEnd() || !outer.hasEnd() || !inner.getEnd().after(outer.getEnd()));
    }

    private static boolean share(Encounter contact, Encounter visit) {
        Set<String> requests = visit.getBasedOn().stream().map(Halves::literal).collect(Collectors.toSet());
        return contact.getBasedOn().stream().map(Halves::literal).anyMatch(requests::contains);
    }

    private static Stream<Finding> unitsOfRequest(Encounter half, Records records) {
        List<ServiceRequest> requests = Registration.requestsOf(half, records)
                .filter(RequestUnits::isDigitalConsultation)
                .toList();
        String unit = Halves.literal(half.getServiceProvider());
        boolean takesPart = requests.stream()
                .anyMatch(request -> RequestUnits.of(request, records).contains(unit));
        return requests.isEmpty() || takesPart
                ? Stream.empty()
                : Stream.of(Finding.at(
                        "Encounter.serviceProvider", "The unit is not one of the two units of the request."));
    }
}
