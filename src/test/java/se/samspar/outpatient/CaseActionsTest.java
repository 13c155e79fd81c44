package se.samspar.outpatient;

import static org.assertj.core.api.Assertions.assertThat;
import static se.samspar.outpatient.CaseFlow.CLINIC;
import static se.samspar.outpatient.CaseFlow.HEALTH_CENTRE;
import static se.samspar.outpatient.CaseFlow.HOME_CARE;
import static se.samspar.outpatient.CaseFlow.HOME_SERVICE;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.samspar.fhir.generated.CloseReason;
import se.samspar.support.HttpAnswer;
import se.samspar.support.SamsparApi;
import se.samspar.support.SamsparTest;

/** {@code $available-actions} of a case says of planning and of the SIP what the operations themselves would. */
@SamsparTest
class CaseActionsTest {

    @Autowired
    SamsparApi api;

    /** The rules that block an action for a unit; and what the operation itself is refused by, where it is. */
    private static void assertBlocked(CaseFlow flow, String unit, String action, HttpAnswer attempt, String... rules) {
        assertThat(blockedBy(flow, unit, action)).as(action).containsExactly(rules);
        if (rules.length == 0) {
            attempt.expect(200);
        } else {
            assertThat(attempt.refused(422).ruleCodes()).containsExactlyInAnyOrder(rules);
        }
    }

    private static HttpAnswer plan(CaseFlow flow, String unit) {
        return flow.act(unit, "plan", "planning", Plannings.planning(flow));
    }

    private static HttpAnswer startSip(CaseFlow flow, String unit) {
        return flow.act(unit, "start-sip");
    }

    private static List<String> blockedBy(CaseFlow flow, String unit, String action) {
        return AvailableActions.blockedBy(flow.as(unit), flow.path(), action);
    }

    @Test
    void whoHasMadeSureOfTheConsentPlansAndStartsTheSip() {
        CaseFlow flow = CaseFlow.opened(api);

        assertBlocked(flow, HEALTH_CENTRE, "plan", plan(flow, HEALTH_CENTRE), "consent-verified-by-unit");
        assertBlocked(flow, HEALTH_CENTRE, "start-sip", startSip(flow, HEALTH_CENTRE), "consent-verified-by-unit");
        flow.verify(HEALTH_CENTRE);
        assertThat(blockedBy(flow, HEALTH_CENTRE, "plan")).isEmpty();
        assertThat(blockedBy(flow, HEALTH_CENTRE, "start-sip")).isEmpty();
        plan(flow, HEALTH_CENTRE).expect(200);
        startSip(flow, HEALTH_CENTRE).expect(200);
    }

    @Test
    void insideTheOwnOrganisationPlanningNeedsNoConsent() {
        CaseFlow flow = CaseFlow.opened(api, HOME_SERVICE, List.of(HOME_CARE), CaseFlow.permit());

        assertThat(blockedBy(flow, HOME_CARE, "plan")).isEmpty();
        plan(flow, HOME_CARE).expect(200);
    }

    @Test
    void aSipNeedsBothPrincipalsAndIsStartedOnce() {
        CaseFlow alone = CaseFlow.opened(api, HOME_SERVICE, List.of(HOME_CARE), CaseFlow.permit());
        assertBlocked(alone, HOME_SERVICE, "start-sip", startSip(alone, HOME_SERVICE), "sip-parties");

        CaseFlow both = CaseFlow.opened(api);
        startSip(both, HOME_SERVICE).expect(200);
        assertBlocked(both, HOME_SERVICE, "start-sip", startSip(both, HOME_SERVICE), "one-plan");
    }

    @Test
    void nothingIsPlannedInAClosedCase() {
        CaseFlow flow = CaseFlow.opened(api);
        flow.close(HOME_SERVICE, CloseReason.GOALS_MET).expect(200);

        assertBlocked(flow, HOME_SERVICE, "plan", plan(flow, HOME_SERVICE), "case-open");
        assertBlocked(flow, HOME_SERVICE, "start-sip", startSip(flow, HOME_SERVICE), "case-open");
    }

    @Test
    void whoTakesNoPartIsToldNothing() {
        CaseFlow flow = CaseFlow.opened(api);

        flow.as(CLINIC).get(flow.path() + "/$available-actions").refused(404);
    }
}
