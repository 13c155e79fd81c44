package se.samspar.pathway;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.hl7.fhir.r4.model.PlanDefinition;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.samspar.support.SamsparApi;
import se.samspar.support.SamsparTest;

/** Pathways say nothing about patients: every unit reads them, and finds current and coming ones (PWY-4). */
@SamsparTest
class PathwaysAreReadTest {

    private static final String NATIONAL = "svf-tjock-och-andtarmscancer";
    private static final String REGIONAL = NATIONAL + "-region-skane";
    private static final String COMING = "osteoporos-efter-fraktur";

    @Autowired
    SamsparApi api;

    @Test
    void everyUnitReadsThem() {
        PlanDefinition pathway = api.as("kommun-lund-hemtjanst").read(PlanDefinition.class, NATIONAL);
        assertThat(pathway.getAction())
                .extracting(phase -> phase.getId())
                .containsExactly("early-detection", "investigation", "treatment", "follow-up", "rehabilitation");
    }

    @Test
    void currentAndComingOnesAreOneSearch() {
        assertThat(found("pathway-state=approved,consultation,introduced"))
                .containsExactlyInAnyOrder(NATIONAL, COMING, REGIONAL);
        assertThat(found("pathway-state=approved")).containsExactly(NATIONAL);
        assertThat(found("region=Organization/region-skane")).containsExactly(REGIONAL);
    }

    /** Of these three, beside which other tests have theirs. */
    private List<String> found(String query) {
        return api
                .as("vc-dalby")
                .get("PlanDefinition?_id=" + String.join(",", NATIONAL, REGIONAL, COMING) + "&" + query)
                .expect(200)
                .entries(PlanDefinition.class)
                .stream()
                .map(pathway -> pathway.getIdElement().getIdPart())
                .toList();
    }

    @Test
    void nobodyReadsThemWithoutAToken() {
        api.asNobody().get("PlanDefinition/" + NATIONAL).refused(401);
        api.asNobody().get("PlanDefinition").refused(401);
    }

    @Test
    void aPatientsTokenDoesNotOpenThem() {
        api.asPatient("tolvan-tolvansson", "patient/*.rs")
                .get("PlanDefinition/" + NATIONAL)
                .refused(403);
    }
}
