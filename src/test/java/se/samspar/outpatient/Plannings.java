package se.samspar.outpatient;

import java.util.List;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.CarePlan.CarePlanActivityStatus;
import org.hl7.fhir.r4.model.CarePlan.CarePlanIntent;
import org.hl7.fhir.r4.model.CarePlan.CarePlanStatus;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.MarkdownType;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;
import se.samspar.fhir.generated.CarePlanType;
import se.samspar.fhir.generated.Extensions;
import se.samspar.support.HttpAnswer;

/** Cases and their plans as parties would write them. */
final class Plannings {

    static final String WALKING = "forflyttning";
    static final String MEDICINE = "medicin";

    private Plannings() {}

    /** Of somebody who needs help with walking and with medicine, which nobody gives yet. */
    static CarePlan planning(CaseFlow flow) {
        CarePlan plan = new CarePlan().setStatus(CarePlanStatus.ACTIVE).setIntent(CarePlanIntent.PLAN);
        plan.setSubject(new Reference(flow.patient()));
        Extension part = plan.addExtension().setUrl(Extensions.PATIENT_PART);
        part.addExtension("presentState", new MarkdownType("Går med rollator."));
        List.of(WALKING, MEDICINE).forEach(id -> {
            Extension need = part.addExtension().setUrl("need");
            need.addExtension("id", new StringType(id));
            need.addExtension("text", new StringType("Hjälp med " + id));
        });
        return plan;
    }

    /** Sends a planning to {@code $plan}, with more parameters where there are any. */
    static HttpAnswer plan(CaseFlow flow, String unit, CarePlan planning, Object... more) {
        Object[] sent = new Object[more.length + 2];
        sent[0] = "planning";
        sent[1] = planning;
        System.arraycopy(more, 0, sent, 2, more.length);
        return flow.act(unit, "plan", sent);
    }

    static CarePlan planned(CaseFlow flow, String unit, CarePlan planning, Object... more) {
        return plan(flow, unit, planning, more).expect(200).resource(CarePlan.class);
    }

    /** A case as it is written by plain REST. */
    static CarePlan aCase(String patient, String author, String... parties) {
        CarePlan aCase = new CarePlan().setStatus(CarePlanStatus.ACTIVE).setIntent(CarePlanIntent.PLAN);
        aCase.addCategory(CarePlanType.OUTPATIENT_CASE.toConcept());
        aCase.setSubject(new Reference(patient)).setAuthor(CaseFlow.unit(author));
        Stream.of(parties).map(CaseFlow::unit).forEach(aCase::addContributor);
        return aCase;
    }

    /** A plan of a case as it is written by plain REST. */
    static CarePlan of(CaseFlow flow, CarePlanType type, CarePlan plan) {
        plan.addCategory(type.toConcept());
        plan.addPartOf(new Reference(flow.path()));
        return plan;
    }

    /** Adds what a unit does about a need. */
    static CarePlan met(CarePlan plan, String unit, String need) {
        plan.addActivity()
                .getDetail()
                .setStatus(CarePlanActivityStatus.INPROGRESS)
                .setDescription("Hjälp av " + unit)
                .addPerformer(CaseFlow.unit(unit))
                .addExtension(new Extension(Extensions.MEETS_NEED, new StringType(need)));
        return plan;
    }

    static List<String> unresolved(CarePlan plan) {
        return plan.getExtensionsByUrl(Extensions.UNRESOLVED_NEED).stream()
                .map(need -> need.getValue().primitiveValue())
                .toList();
    }

    static String path(CarePlan plan) {
        return "CarePlan/" + plan.getIdElement().getIdPart();
    }
}
