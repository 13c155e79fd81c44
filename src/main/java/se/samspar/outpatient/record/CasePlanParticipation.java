package se.samspar.outpatient.record;

import java.util.List;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.CareTeam;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.stereotype.Component;
import se.samspar.consent.Cases;
import se.samspar.fhir.CarePlans;
import se.samspar.fhir.generated.CarePlanType;
import se.samspar.rule.RuleContext;
import se.samspar.store.Participation;
import se.samspar.store.Records;

/** The parties see a case, its planning and its coordinated plan, as far as consent lets them. */
@Component
class CasePlanParticipation implements Participation<CarePlan> {

    private final CaseReaders readers;

    CasePlanParticipation(CaseReaders readers) {
        this.readers = readers;
    }

    @Override
    public Stream<Reference> units(CarePlan plan, RuleContext context) {
        return Cases.of(plan, Records.of(context)).stream().flatMap(aCase -> readers.of(aCase, Records.of(context)));
    }

    /** The initiating unit writes the case, every party the planning. */
    @Override
    public Stream<Reference> writers(CarePlan plan, RuleContext context) {
        return CarePlans.is(plan, CarePlanType.OUTPATIENT_CASE)
                ? Stream.of(plan.getAuthor())
                : Cases.of(plan, Records.of(context)).stream().flatMap(CarePlans::parties);
    }

    /** Who has written the plan, and who does something by it. */
    @Override
    public Stream<Reference> documentedBy(CarePlan plan, RuleContext context) {
        return CarePlans.units(plan);
    }

    /** The parties of a case are let in, and whoever has a part of its own in a plan goes on reading it. */
    @Override
    public Stream<Reference> sentTo(CarePlan plan, RuleContext context) {
        return Stream.concat(CarePlans.performers(plan).stream(), plan.getContributor().stream());
    }

    /** A party that writes in a plan sees it by taking part, and only so long. */
    @Override
    public boolean isSeenByMaker(CarePlan plan) {
        return false;
    }

    @Override
    public Stream<Reference> patients(CarePlan plan) {
        return Stream.of(plan.getSubject());
    }

    /** The relatives who do something by the plan. */
    @Override
    public Stream<Reference> background(CarePlan plan) {
        return plan.getActivity().stream()
                .flatMap(activity -> activity.getDetail().getPerformer().stream())
                .filter(RelatedPersonParticipation::isRelative);
    }

    /** All that is shared in the case. */
    @Override
    public Stream<? extends Resource> dependents(CarePlan plan, RuleContext context) {
        if (!CarePlans.is(plan, CarePlanType.OUTPATIENT_CASE)) {
            return Stream.empty();
        }
        String id = "CarePlan/" + plan.getIdElement().getIdPart();
        return Stream.of(
                        context.search(Communication.class, "based-on=" + id),
                        context.search(CarePlan.class, "part-of=" + id),
                        context.search(Consent.class, "data=" + id),
                        context.search(Appointment.class, "supporting-info=" + id),
                        context.resolve(plan.getCareTeamFirstRep(), CareTeam.class).stream()
                                .toList())
                .flatMap(List::stream);
    }
}
