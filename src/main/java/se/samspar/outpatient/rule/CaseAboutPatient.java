package se.samspar.outpatient.rule;

import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.CareTeam;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.RelatedPerson;
import org.hl7.fhir.r4.model.Resource;
import se.samspar.consent.Cases;
import se.samspar.outpatient.record.CaseTeams;
import se.samspar.rule.Finding;
import se.samspar.rule.Rule;
import se.samspar.rule.RuleContext;
import se.samspar.rule.RuleInfo;
import se.samspar.rule.Severity;
import se.samspar.store.Records;

/** What is filed in the case of another person would be read by those who care for that one. */
@RuleInfo(
        code = "case-about-patient",
        severity = Severity.BLOCK,
        requirement = "OVP-12,ALL-3",
        remedy = "Check that it is the right case; everything in it is about the person of the case.")
final class CaseAboutPatient implements Rule<Resource> {

    @Override
    public Stream<Finding> check(Resource resource, RuleContext context) {
        Stream<CarePlan> cases = resource instanceof CareTeam team
                ? CaseTeams.cases(team, context)
                : Cases.of(resource, Records.of(context)).stream();
        Stream<Finding> own = cases.filter(aCase -> aCase != resource)
                .filter(aCase ->
                        subjects(resource, context).anyMatch(subject -> !Cases.isSame(subject, aCase.getSubject())))
                .map(aCase -> Finding.at(resource.fhirType(), "The case is about another person."));
        return resource instanceof CarePlan plan ? Stream.concat(own, team(plan, context)) : own;
    }

    private static Stream<Finding> team(CarePlan plan, RuleContext context) {
        return plan.getCareTeam().stream()
                .flatMap(team -> context.resolve(team, CareTeam.class).stream())
                .filter(team -> !Cases.isSame(team.getSubject(), plan.getSubject()))
                .map(team -> Finding.at("CarePlan.careTeam", "The team is about another person."));
    }

    private static Stream<Reference> subjects(Resource resource, RuleContext context) {
        if (resource instanceof Communication message) {
            return Stream.of(message.getSubject());
        } else if (resource instanceof CarePlan plan) {
            return Stream.of(plan.getSubject());
        } else if (resource instanceof Consent consent) {
            return Stream.of(consent.getPatient());
        } else if (resource instanceof CareTeam team) {
            return Stream.concat(
                    Stream.of(team.getSubject()),
                    team.getParticipant().stream().flatMap(member -> person(member.getMember(), context)));
        } else if (resource instanceof Appointment meeting) {
            return meeting.getParticipant().stream().flatMap(participant -> person(participant.getActor(), context));
        }
        return Stream.empty();
    }

    /** A person, or the one whose relative somebody is. */
    private static Stream<Reference> person(Reference actor, RuleContext context) {
        return switch (String.valueOf(actor.getReferenceElement().getResourceType())) {
            case "Patient" -> Stream.of(actor);
            case "RelatedPerson" -> context.resolve(actor, RelatedPerson.class).map(RelatedPerson::getPatient).stream();
            default -> Stream.empty();
        };
    }
}
