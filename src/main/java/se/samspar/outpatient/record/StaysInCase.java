package se.samspar.outpatient.record;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.instance.model.api.IIdType;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.CareTeam;
import org.hl7.fhir.r4.model.RelatedPerson;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.stereotype.Component;
import se.samspar.consent.Cases;
import se.samspar.fhir.CarePlans;
import se.samspar.fhir.generated.CarePlanType;
import se.samspar.rule.Finding;
import se.samspar.rule.RuleContext;
import se.samspar.store.ServerKept;

/**
 * Plans and meetings stay in the case that they were made in, cases, teams and relatives with their person: moved elsewhere
 * they would show what was written among some parties to others.
 */
@Component
class StaysInCase implements ServerKept<Resource> {

    @Override
    public Stream<Finding> claimed(Resource resource, RuleContext context) {
        Optional<Resource> previous = context.previous(resource);
        if (resource instanceof CarePlan || resource instanceof Appointment) {
            return previous
                    .filter(before -> !place(before).equals(place(resource)))
                    .map(before ->
                            Finding.at(resource.fhirType(), "It stays what it is, in its case, and about its person."))
                    .stream();
        } else if (resource instanceof CareTeam team) {
            return previous
                    .map(CareTeam.class::cast)
                    .filter(before -> !isOfSame(before, team))
                    .map(before -> Finding.at("CareTeam", "A team stays that of its unit and person."))
                    .stream();
        }
        return resource instanceof RelatedPerson relative
                ? previous
                        .map(RelatedPerson.class::cast)
                        .filter(before -> !Cases.isSame(before.getPatient(), relative.getPatient()))
                        .map(before -> Finding.at("RelatedPerson.patient", "A relative stays that of the same person."))
                        .stream()
                : Stream.empty();
    }

    private static boolean isOfSame(CareTeam before, CareTeam team) {
        return Cases.isSame(before.getSubject(), team.getSubject())
                && Cases.isSame(before.getManagingOrganizationFirstRep(), team.getManagingOrganizationFirstRep());
    }

    /** The case that something is in, and for a plan what it is and about whom. */
    private static Set<String> place(Resource resource) {
        Stream<String> cases = Cases.references(resource)
                .map(reference -> reference.getReferenceElement().toUnqualifiedVersionless())
                .filter(id -> "CarePlan".equals(id.getResourceType()))
                .map(IIdType::getValue);
        Stream<String> types = Stream.of(CarePlanType.values())
                .filter(type -> CarePlans.is(resource, type))
                .map(CarePlanType::code);
        Stream<String> person = resource instanceof CarePlan plan
                ? Stream.of(
                        String.valueOf(plan.getSubject().getReferenceElement().toUnqualifiedVersionless()))
                : Stream.empty();
        return Stream.of(cases, types, person).flatMap(all -> all).collect(Collectors.toSet());
    }
}
