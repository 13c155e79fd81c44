package se.samspar.registration.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Procedure;
import org.hl7.fhir.r4.model.Reference;
import se.samspar.directory.TrackCatalogue;
import se.samspar.fhir.Encounters;
import se.samspar.registration.half.Halves;
import se.samspar.registration.half.Registration;
import se.samspar.rule.Finding;
import se.samspar.rule.Rule;
import se.samspar.rule.RuleContext;
import se.samspar.rule.RuleInfo;
import se.samspar.rule.Severity;
import se.samspar.store.Records;

/**
 * Contact and visit are linked, of the patient of the request, the visit at its requesting unit and the contact of its
 * receiving unit, one for each request, and the contact lies within the visit; what is registered with an encounter is of its patient. A visit may be cancelled or entered in error while the contact
 * remains, since the contact is the other unit's to take back; it then shows in that unit's list.
 */
@RuleInfo(
        code = "registrations-agree",
        severity = Severity.BLOCK,
        requirement = "DSK-5,DSK-6,DSK-7",
        remedy = "Link the contact to the visit with partOf, for the same patient and within the period of the visit.")
final class RegistrationsAgree implements Rule<DomainResource> {

    private final TrackCatalogue tracks;

    RegistrationsAgree(TrackCatalogue tracks) {
        this.tracks = tracks;
    }

    @Override
    public Stream<Finding> check(DomainResource resource, RuleContext context) {
        if (resource instanceof Encounter encounter) {
            return Encounters.isAbandoned(encounter) ? Stream.empty() : encounter(encounter, context);
        }
        if (resource instanceof Condition condition) {
            return entry("Condition", condition.getSubject(), condition.getEncounter(), context);
        }
        return resource instanceof Procedure procedure
                ? entry("Procedure", procedure.getSubject(), procedure.getEncounter(), context)
                : Stream.empty();
    }

    private Stream<Finding> encounter(Encounter encounter, RuleContext context) {
        Records records = Records.of(context);
        Stream<Finding> ofKind = Encounters.isContact(encounter)
                ? Stream.of(contact(encounter, records), second(encounter, context), ofOtherTrack(encounter, context))
                        .flatMap(findings -> findings)
                : visit(encounter, context.previous(encounter).isPresent(), records);
        return Stream.of(patient(encounter), RequestAgreement.ofHalf(encounter, records, tracks), ofKind)
                .flatMap(finding -> finding);
    }

    /** The time of a patient is kept by the reference: one known by an identifier alone would have no guard. */
    private static Stream<Finding> patient(Encounter encounter) {
        return Halves.literal(encounter.getSubject()).startsWith("Patient/")
                ? Stream.empty()
                : Stream.of(Finding.at("Encounter.subject", "The patient must be a literal reference to a Patient."));
    }

    private static Stream<Finding> entry(String type, Reference subject, Reference encounter, RuleContext context) {
        return context
                .resolve(encounter, Encounter.class)
                .filter(found -> !Halves.isSame(subject, found.getSubject()))
                .map(found -> Finding.at(type + ".subject", "It is about another patient than its encounter."))
                .stream();
    }

    private Stream<Finding> contact(Encounter contact, Records records) {
        return Registration.visitOf(contact, records)
                .map(visit -> Stream.concat(
                        RequestAgreement.ofHalf(visit, records, tracks), pair(contact, visit, records).stream()))
                .orElseGet(() -> unlinked(contact));
    }

    /**
     * The receiving unit has one contact for each request in a visit; judged when a contact becomes one of them. A contact
     * that names no request may be for any.
     */
    private static Stream<Finding> second(Encounter contact, RuleContext context) {
        boolean wasThere = context.previous(contact)
                .filter(previous -> !Encounters.isAbandoned(previous))
                .filter(previous -> Halves.isSame(previous.getPartOf(), contact.getPartOf()))
                .filter(previous -> RequestAgreement.requests(previous).containsAll(RequestAgreement.requests(contact)))
                .isPresent();
        if (wasThere) {
            return Stream.empty();
        }
        return Registration.visitOf(contact, Records.of(context)).stream()
                .flatMap(visit -> Registration.contactsOf(visit, Records.of(context)).stream())
                .filter(other -> !Halves.literal(other).equals(Halves.literal(contact)))
                .filter(other -> isForSameRequest(other, contact))
                .map(other -> Finding.at("Encounter.partOf", "The visit has a contact for this request already."))
                .limit(1);
    }

    /** Judged when a request is named, so that what has begun is finished whatever the catalogue says since. */
    private Stream<Finding> ofOtherTrack(Encounter contact, RuleContext context) {
        Set<String> before =
                context.previous(contact).map(RequestAgreement::requests).orElse(Set.of());
        return Registration.requestsOf(contact, Records.of(context))
                .filter(request -> !before.contains(
                        "ServiceRequest/" + request.getIdElement().getIdPart()))
                .filter(request -> !Registration.isConsultation(request, tracks))
                .map(request -> Finding.at(
                        "Encounter.basedOn", "On the track of the request there is no consultation of two units."))
                .limit(1);
    }

    private static boolean isForSameRequest(Encounter one, Encounter other) {
        boolean anyRequest = !one.hasBasedOn() || !other.hasBasedOn();
        return anyRequest
                ? Halves.isSame(one.getServiceProvider(), other.getServiceProvider())
                : !RequestAgreement.shared(one, other).isEmpty();
    }

    private static Stream<Finding> unlinked(Encounter contact) {
        return Encounters.hasBegun(contact)
                ? Stream.of(Finding.at("Encounter.partOf", "The contact is not linked to a primary care visit."))
                : Stream.empty();
    }

    private Stream<Finding> visit(Encounter visit, boolean existed, Records records) {
        // A new visit has no contacts yet but those written with it, which are judged themselves.
        List<Encounter> contacts = existed ? Registration.contactsOf(visit, records) : List.of();
        return contacts.stream().flatMap(contact -> pair(contact, visit, records).stream());
    }

    private List<Finding> pair(Encounter contact, Encounter visit, Records records) {
        List<Finding> findings = new ArrayList<>();
        if (!Encounters.isClinicVisit(visit) || Encounters.isAbandoned(visit)) {
            findings.add(Finding.at("Encounter.partOf", "The contact is part of something that is no clinic visit."));
        }
        if (!Halves.isSame(contact.getSubject(), visit.getSubject())) {
            findings.add(Finding.at("Encounter.subject", "Contact and visit are of different patients."));
        }
        if (!isWithin(contact.getPeriod(), visit.getPeriod())) {
            findings.add(Finding.at("Encounter.period", "The contact is not within the period of the visit."));
        }
        if (contact.hasBasedOn()
                && visit.hasBasedOn()
                && RequestAgreement.shared(contact, visit).isEmpty()) {
            findings.add(Finding.at("Encounter.basedOn", "Contact and visit are based on different requests."));
        }
        RequestAgreement.ofVisit(visit, contact, records, tracks).forEach(findings::add);
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
}
