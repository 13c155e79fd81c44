package se.samspar.outpatient;

import static org.assertj.core.api.Assertions.assertThat;
import static se.samspar.outpatient.CaseFlow.CLINIC;
import static se.samspar.outpatient.CaseFlow.HEALTH_CENTRE;
import static se.samspar.outpatient.CaseFlow.HOME_CARE;
import static se.samspar.outpatient.CaseFlow.HOME_SERVICE;
import static se.samspar.outpatient.CaseFlow.REHABILITATION;
import static se.samspar.outpatient.Plannings.MEDICINE;
import static se.samspar.outpatient.Plannings.WALKING;
import static se.samspar.outpatient.Plannings.met;
import static se.samspar.outpatient.Plannings.plan;
import static se.samspar.outpatient.Plannings.planned;
import static se.samspar.outpatient.Plannings.planning;
import static se.samspar.support.DemoRequests.parameters;

import java.util.List;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.CarePlan.CarePlanActivityStatus;
import org.hl7.fhir.r4.model.CarePlan.CarePlanStatus;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Provenance;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.samspar.fhir.generated.CaseEvent;
import se.samspar.fhir.generated.CloseReason;
import se.samspar.fhir.generated.Extensions;
import se.samspar.support.HttpAnswer;
import se.samspar.support.SamsparApi;
import se.samspar.support.SamsparTest;

/** The parties of a case plan together: one planning, whose versions each are of the unit that wrote them (OVP-10). */
@SamsparTest
class PlanningTest {

    @Autowired
    SamsparApi api;

    @Test
    void theFirstCallBeginsThePlanningOfTheCase() {
        CaseFlow flow = CaseFlow.opened(api);
        String before = flow.read(HOME_SERVICE).getMeta().getVersionId();

        HttpAnswer answer = plan(flow, HOME_SERVICE, met(planning(flow), HOME_SERVICE, WALKING))
                .expect(200);

        CarePlan planning = answer.resource(CarePlan.class);
        assertThat(planning.getStatus()).isEqualTo(CarePlanStatus.ACTIVE);
        assertThat(planning.getPartOfFirstRep().getReference()).isEqualTo(flow.path());
        assertThat(planning.getSubject().getReference()).isEqualTo(flow.patient());
        assertThat(planning.getAuthor().getReference()).isEqualTo("Organization/" + HOME_SERVICE);
        String after = flow.read(HOME_SERVICE).getMeta().getVersionId();
        assertThat(after).isNotEqualTo(before);
        assertThat(answer.header("ETag")).isEqualTo("W/\"" + after + "\"");
        assertThat(flow.as(HEALTH_CENTRE)
                        .read(CarePlan.class, planning.getIdElement().getIdPart())
                        .getActivity())
                .hasSize(1);
    }

    @Test
    void theNextCallOfAnotherPartyWritesTheNextVersion() {
        CaseFlow flow = CaseFlow.opened(api);
        CarePlan first = planned(flow, HOME_SERVICE, met(planning(flow), HOME_SERVICE, WALKING));
        flow.verify(HEALTH_CENTRE);

        CarePlan second = planned(flow, HEALTH_CENTRE, met(first, HEALTH_CENTRE, MEDICINE));

        assertThat(second.getIdElement().getIdPart())
                .isEqualTo(first.getIdElement().getIdPart());
        assertThat(second.getAuthor().getReference()).isEqualTo("Organization/" + HEALTH_CENTRE);
        assertThat(second.getContributor())
                .extracting(Reference::getReference)
                .containsExactly("Organization/" + HOME_SERVICE, "Organization/" + HEALTH_CENTRE);
        assertThat(flow.as(HOME_SERVICE)
                        .get(Plannings.path(first) + "/_history")
                        .expect(200)
                        .entries(CarePlan.class))
                .extracting(version -> version.getAuthor().getReference())
                .containsExactly("Organization/" + HEALTH_CENTRE, "Organization/" + HOME_SERVICE);
    }

    @Test
    void whatNobodyMeetsIsFoundWhateverAClientSaysOfIt() {
        CaseFlow flow = CaseFlow.opened(api);
        CarePlan sent = met(planning(flow), HOME_SERVICE, WALKING);
        sent.addExtension(new Extension(Extensions.UNRESOLVED_NEED, new StringType(WALKING)));

        CarePlan planning = planned(flow, HOME_SERVICE, sent);

        assertThat(Plannings.unresolved(planning)).containsExactly(MEDICINE);
        assertThat(found(flow, "unresolved-need=" + MEDICINE)).isEqualTo(1);
        assertThat(found(flow, "unresolved-need=" + WALKING)).isZero();

        met(planning, HOME_SERVICE, MEDICINE);
        planning.addExtension(new Extension(Extensions.UNRESOLVED_NEED, new StringType(MEDICINE)));
        CarePlan met = flow.as(HOME_SERVICE)
                .put(Plannings.path(planning), planning)
                .expect(200)
                .resource(CarePlan.class);
        assertThat(Plannings.unresolved(met)).isEmpty();
        assertThat(found(flow, "unresolved-need:missing=false")).isZero();

        met.getActivity().forEach(activity -> activity.getDetail().setStatus(CarePlanActivityStatus.COMPLETED));
        assertThat(Plannings.unresolved(planned(flow, HOME_SERVICE, met))).containsExactly(WALKING, MEDICINE);
        assertThat(found(flow, "unresolved-need:missing=false")).isEqualTo(1);
    }

    private static int found(CaseFlow flow, String query) {
        return flow.as(HOME_SERVICE)
                .get("CarePlan?part-of=" + flow.path() + "&" + query)
                .expect(200)
                .entries(CarePlan.class)
                .size();
    }

    @Test
    void theTimelineTellsOfEachVersion() {
        CaseFlow flow = CaseFlow.opened(api);
        planned(flow, HOME_SERVICE, planned(flow, HOME_SERVICE, planning(flow)));

        assertThat(flow
                        .as(HEALTH_CENTRE)
                        .get("Provenance?target=" + flow.path() + "&_count=100")
                        .expect(200)
                        .entries(Provenance.class)
                        .stream()
                        .filter(event -> CaseEvent.PLANNED.isIn(event.getActivity())))
                .hasSize(2);
    }

    @Test
    void withARefusalTheOwnOrganisationPlansOn() {
        CaseFlow flow = CaseFlow.opened(api, HOME_SERVICE, List.of(HOME_CARE, HEALTH_CENTRE), CaseFlow.permit());
        flow.verify(HEALTH_CENTRE);
        planned(flow, HEALTH_CENTRE, met(planning(flow), HOME_CARE, MEDICINE));
        flow.refuse(HOME_SERVICE, HEALTH_CENTRE);

        planned(flow, HOME_CARE, met(planning(flow), HOME_CARE, WALKING));

        assertThat(plan(flow, HOME_CARE, met(planning(flow), HEALTH_CENTRE, MEDICINE))
                        .refused(422)
                        .ruleCodes())
                .containsExactly("refused-consent-stays-inside");
        plan(flow, HEALTH_CENTRE, planning(flow)).refused(404);
    }

    @Test
    void onceTheConsentIsWithdrawnNoOtherProviderIsGivenAnythingToDo() {
        CaseFlow flow = CaseFlow.opened(api);
        flow.withdraw(HOME_SERVICE).expect(200);

        assertThat(plan(flow, HOME_SERVICE, met(planning(flow), HEALTH_CENTRE, MEDICINE))
                        .refused(422)
                        .ruleCodes())
                .containsExactly("consent-covers-party");
        planned(flow, HOME_SERVICE, met(planning(flow), HOME_SERVICE, WALKING));
    }

    @Test
    void aPartyPlansWhenItHasMadeSureOfTheConsent() {
        CaseFlow flow = CaseFlow.opened(api);

        assertThat(plan(flow, HEALTH_CENTRE, planning(flow)).refused(422).ruleCodes())
                .containsExactly("consent-verified-by-unit");

        flow.verify(HEALTH_CENTRE);
        planned(flow, HEALTH_CENTRE, planning(flow));
    }

    @Test
    void whoDoesSomethingTakesPartInTheCase() {
        CaseFlow flow = CaseFlow.opened(api);

        assertThat(plan(flow, HOME_SERVICE, met(planning(flow), CLINIC, MEDICINE))
                        .refused(422)
                        .ruleCodes())
                .containsExactly("party-takes-part");
        CarePlan byNumber = met(planning(flow), CLINIC, MEDICINE);
        byNumber.getActivityFirstRep()
                .getDetail()
                .getPerformerFirstRep()
                .setReference(null)
                .getIdentifier()
                .setSystem("urn:oid:1.2.752.29.4.19")
                .setValue("SE2321000255-DEMO-SUS-ORTOPEDI");
        assertThat(plan(flow, HOME_SERVICE, byNumber).refused(422).ruleCodes()).containsExactly("party-takes-part");
    }

    @Test
    void anActivityMeetsANeedThatThereIs() {
        CaseFlow flow = CaseFlow.opened(api);

        assertThat(plan(flow, HOME_SERVICE, met(planning(flow), HOME_SERVICE, "sömn"))
                        .refused(422)
                        .ruleCodes())
                .containsExactly("profile-conformance");
    }

    @Test
    void aClosedCaseIsNotPlannedIn() {
        CaseFlow flow = CaseFlow.opened(api);
        CarePlan planning = planned(flow, HOME_SERVICE, planning(flow));
        flow.close(HOME_SERVICE, CloseReason.GOALS_MET).expect(200);

        assertThat(plan(flow, HOME_SERVICE, planning).refused(422).ruleCodes()).containsExactly("case-open");
        assertThat(flow.as(HOME_SERVICE)
                        .put(Plannings.path(planning), planning)
                        .refused(422)
                        .ruleCodes())
                .containsExactly("case-open");
    }

    @Test
    void whoTakesNoPartLearnsNothingOfIt() {
        CaseFlow flow = CaseFlow.opened(api);
        CarePlan planning = planned(flow, HOME_SERVICE, planning(flow));

        plan(flow, CLINIC, planning(flow)).refused(404);
        flow.as(CLINIC).get(Plannings.path(planning)).refused(404);
        flow.as(CLINIC).put(Plannings.path(planning), planning).refused(404);
        flow.as(REHABILITATION).get(Plannings.path(planning)).expect(200);
        plan(CaseFlow.opened(api), HOME_SERVICE, planning(flow)).expect(200);
    }

    @Test
    void aPlanningIsNoCaseToPlanIn() {
        CaseFlow flow = CaseFlow.opened(api);
        CarePlan planning = planned(flow, HOME_SERVICE, planning(flow));

        flow.as(HOME_SERVICE)
                .post(Plannings.path(planning) + "/$plan", parameters("planning", planning(flow)))
                .refused(404);
    }
}
