package se.samspar.resident;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.Parameters;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.samspar.support.SamsparApi;
import se.samspar.support.SamsparTest;
import se.samspar.support.StartedPathways;

/** What a person on a pathway is told of it (UPP-8). */
@SamsparTest
class PathwayStepsTest {

    @Autowired
    SamsparApi api;

    @Test
    void whatIsPlannedInAPhaseIsNotToldAnyMoreOnceThePhaseHasEnded() {
        CarePlan plan = StartedPathways.started(api, "investigation");
        List<String> ofInvestigation = planned(plan, "investigation");
        List<String> ofTreatment = planned(plan, "treatment");
        assertThat(ofInvestigation).isNotEmpty();
        assertThat(ofTreatment).isNotEmpty();
        assertThat(told(plan)).containsAll(ofInvestigation).containsAll(ofTreatment);

        StartedPathways.move(api, "vc-dalby", plan, "treatment").expect(200);

        assertThat(told(plan)).containsAll(ofTreatment).doesNotContainAnyElementsOf(ofInvestigation);
    }

    private static List<String> planned(CarePlan plan, String phase) {
        return plan.getActivity().stream()
                .map(CarePlan.CarePlanActivityComponent::getDetail)
                .filter(activity ->
                        phase.equals(activity.getCode().getCodingFirstRep().getCode()))
                .map(activity -> "Planerat: " + activity.getDescription())
                .toList();
    }

    private List<String> told(CarePlan plan) {
        String patient = plan.getSubject().getReferenceElement().getIdPart();
        return api
                .asPatient(patient, Residents.SCOPE)
                .get("Patient/" + patient + "/$next-steps")
                .expect(200)
                .resource(Parameters.class)
                .getParameter()
                .stream()
                .flatMap(step -> step.getPart().stream())
                .filter(part -> part.getName().equals("what"))
                .map(part -> part.getValue().primitiveValue())
                .toList();
    }
}
