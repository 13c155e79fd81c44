package se.samspar.pathway;

import static org.assertj.core.api.Assertions.assertThat;
import static se.samspar.support.DemoRequests.parameters;

import java.util.UUID;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.PlanDefinition;
import org.hl7.fhir.r4.model.Reference;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.samspar.support.HttpAnswer;
import se.samspar.support.SamsparApi;
import se.samspar.support.SamsparTest;
import se.samspar.support.StartedPathways;

/** From its introduction in a region to its end there, and no longer, a pathway is started for patients. */
@SamsparTest
class StartedFromIntroducedTest {

    @Autowired
    SamsparApi api;

    private HttpAnswer start(String unit, String pathway, Reference patient, String phase) {
        return api.as(unit)
                .post(pathway + "/$start-pathway", parameters("patient", patient, "entryPhase", new CodeType(phase)));
    }

    @Test
    void aRetiredOneStartsForNobodyAndGoesOnForWhoIsOnTheWay() {
        Reference patient = StartedPathways.request(api).getSubject();
        PathwayFlow pathway = PathwayFlow.approved(api).introduced();
        CarePlan plan = start("vc-dalby", pathway.path(), patient, "early-detection")
                .expect(200)
                .resource(CarePlan.class);
        start("vc-dalby", pathway.path(), patient, "treatment").refused(422); // of which it has none

        pathway.advance("retired").expect(200);
        assertThat(start("sus-ortopedi", pathway.path(), patient, "early-detection")
                        .refused(422)
                        .ruleCodes())
                .containsExactly("pathway-introduced");
        StartedPathways.move(api, "vc-dalby", plan, "treatment").refused(422);
        StartedPathways.move(api, "vc-dalby", plan, "investigation").expect(200);
    }

    @Test
    void aUnitOfARegionStartsItsOwnRegions() {
        Organization another = api.asAdmin().read(Organization.class, "region-skane");
        another.setId((String) null);
        another.getIdentifierFirstRep().setValue("SE2321000255-PROV-" + UUID.randomUUID());
        another.setName("Region Prov");
        String region = "Organization/"
                + api.asAdmin()
                        .post("Organization", another, "Prefer: return=representation")
                        .expect(201)
                        .resource(Organization.class)
                        .getIdElement()
                        .getIdPart();
        String pathway = StartedPathways.path(PathwayFlow.approved(api)
                .introduce(api.asAdmin(), PathwayFlow.introduction(region))
                .expect(200)
                .resource(PlanDefinition.class));
        Reference patient = StartedPathways.request(api).getSubject();
        assertThat(start("vc-dalby", pathway, patient, "early-detection")
                        .refused(422)
                        .ruleCodes())
                .containsExactly("pathway-introduced");
    }
}
