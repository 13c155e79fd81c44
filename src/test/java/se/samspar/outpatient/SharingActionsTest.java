package se.samspar.outpatient;

import static org.assertj.core.api.Assertions.assertThat;
import static se.samspar.outpatient.AvailableActions.assertAllowed;
import static se.samspar.outpatient.AvailableActions.assertBlocked;
import static se.samspar.outpatient.AvailableActions.blockedBy;
import static se.samspar.outpatient.CaseFlow.HEALTH_CENTRE;
import static se.samspar.outpatient.CaseFlow.HOME_CARE;
import static se.samspar.outpatient.CaseFlow.HOME_SERVICE;
import static se.samspar.outpatient.CaseFlow.REHABILITATION;
import static se.samspar.outpatient.CaseFlow.deny;
import static se.samspar.outpatient.CaseFlow.message;
import static se.samspar.outpatient.CaseFlow.path;
import static se.samspar.outpatient.CaseFlow.permit;
import static se.samspar.outpatient.CaseFlow.unit;

import java.util.List;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Patient;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.samspar.fhir.generated.CloseReason;
import se.samspar.fhir.generated.MessagePurpose;
import se.samspar.fhir.generated.MessageType;
import se.samspar.support.HttpAnswer;
import se.samspar.support.SamsparApi;
import se.samspar.support.SamsparTest;

/**
 * {@code $available-actions} of cases and messages, in each state of consent, case and message: what it allows passes, and
 * what it blocks is refused by the same rules.
 */
@SamsparTest
class SharingActionsTest {

    @Autowired
    SamsparApi api;

    private static HttpAnswer send(CaseFlow flow, String sender, MessageType type, String... receivers) {
        return flow.send(sender, message(type, MessagePurpose.INFORMATION, "Nycklarna hämtas av dottern", receivers));
    }

    private static HttpAnswer send(CaseFlow flow, String sender, String... receivers) {
        return send(flow, sender, MessageType.PLANERING, receivers);
    }

    /** A message of the home service that the health centre has opened. */
    private static Communication opened(CaseFlow flow, MessageType type) {
        Communication sent =
                send(flow, HOME_SERVICE, type, HEALTH_CENTRE).expect(200).entry(Communication.class);
        flow.on(HEALTH_CENTRE, sent, "acknowledge").expect(200);
        return sent;
    }

    private static HttpAnswer supplement(CaseFlow flow, String unit, Communication message) {
        return flow.on(unit, message, "supplement", "text", "Mer");
    }

    private static HttpAnswer admit(CaseFlow flow, String unit) {
        return flow.act(unit, "admit", "reason", "Höftfraktur");
    }

    private void dies(CaseFlow flow) {
        Patient patient = api.asAdmin().read(Patient.class, new IdType(flow.patient()).getIdPart());
        api.asAdmin()
                .put(flow.patient(), patient.setDeceased(DateTimeType.now()))
                .expect(200);
    }

    private static void blocked(CaseFlow flow, String unit, String action, HttpAnswer refused, String... rules) {
        assertBlocked(flow.as(unit), flow.path(), action, () -> refused, rules);
    }

    private static void blocked(CaseFlow flow, String unit, Communication message, String... rules) {
        assertBlocked(flow.as(unit), path(message), "supplement", () -> supplement(flow, unit, message), rules);
    }

    private static void allowed(CaseFlow flow, String unit, Communication message) {
        assertAllowed(flow.as(unit), path(message), "supplement", () -> supplement(flow, unit, message));
    }

    @Test
    void whoHasNotMadeSureOfTheConsentReadsAnswersAndLeaves() {
        CaseFlow flow = CaseFlow.opened(api);
        Communication asked = flow.send(
                        HOME_SERVICE,
                        message(
                                MessageType.PLANERING,
                                MessagePurpose.COORDINATION_REQUEST,
                                "Hur går det?",
                                HEALTH_CENTRE))
                .expect(200)
                .entry(Communication.class);

        for (String action : List.of("acknowledge", "accept", "decline", "request-supplement")) {
            assertThat(blockedBy(flow.as(HEALTH_CENTRE), path(asked), action)).isEmpty();
        }
        blocked(flow, HEALTH_CENTRE, asked, "consent-verified-by-unit");
        blocked(flow, HEALTH_CENTRE, "send", send(flow, HEALTH_CENTRE, HOME_SERVICE), "consent-verified-by-unit");
        blocked(flow, HEALTH_CENTRE, "admit", admit(flow, HEALTH_CENTRE), "consent-verified-by-unit");
        assertAllowed(
                flow.as(HEALTH_CENTRE),
                flow.path(),
                "invite",
                () -> flow.act(HEALTH_CENTRE, "invite", "party", unit(HOME_CARE)));
        assertThat(blockedBy(flow.as(HEALTH_CENTRE), flow.path(), "close")).containsExactly("party-takes-part");
        flow.close(HEALTH_CENTRE, CloseReason.GOALS_MET).refused(403);

        flow.verify(HEALTH_CENTRE);
        allowed(flow, HEALTH_CENTRE, asked);
        assertAllowed(flow.as(HEALTH_CENTRE), flow.path(), "send", () -> send(flow, HEALTH_CENTRE, HOME_SERVICE));
        assertAllowed(flow.as(HEALTH_CENTRE), flow.path(), "leave", () -> flow.act(HEALTH_CENTRE, "leave"));
    }

    @Test
    void onlyItsSenderTakesAMessageBackAndItStaysTakenBack() {
        CaseFlow flow = CaseFlow.opened(api);
        Communication sent = opened(flow, MessageType.PLANERING);

        assertThat(blockedBy(flow.as(HEALTH_CENTRE), path(sent), "withdraw")).containsExactly("transition-not-allowed");
        flow.on(HEALTH_CENTRE, sent, "withdraw", "reason", "Fel person").refused(403);
        assertAllowed(
                flow.as(HOME_SERVICE),
                path(sent),
                "withdraw",
                () -> flow.on(HOME_SERVICE, sent, "withdraw", "reason", "Fel person"));
        assertBlocked(
                flow.as(HOME_SERVICE),
                path(sent),
                "withdraw",
                () -> flow.on(HOME_SERVICE, sent, "withdraw", "reason", "Fel person"),
                "transition-not-allowed");
        blocked(flow, HOME_SERVICE, sent, "transition-not-allowed");
    }

    @Test
    void whoHasLeftTheCaseTakesItsOwnMessagesBackAndAddsNothing() {
        CaseFlow flow = CaseFlow.opened(api);
        flow.verify(HEALTH_CENTRE);
        Communication received = opened(flow, MessageType.PLANERING);
        Communication own = send(flow, HEALTH_CENTRE, HOME_SERVICE).expect(200).entry(Communication.class);
        flow.act(HEALTH_CENTRE, "leave").expect(200);

        blocked(flow, HEALTH_CENTRE, received, "party-takes-part");
        blocked(flow, HEALTH_CENTRE, own, "party-takes-part");
        assertAllowed(
                flow.as(HEALTH_CENTRE),
                path(own),
                "withdraw",
                () -> flow.on(HEALTH_CENTRE, own, "withdraw", "reason", "Fel person"));
    }

    @Test
    void withoutConsentNothingIsAddedNorSentOutside() {
        CaseFlow flow = CaseFlow.opened(api);
        flow.verify(HEALTH_CENTRE);
        Communication sent = opened(flow, MessageType.PLANERING);
        flow.withdraw(HOME_SERVICE).expect(200);

        blocked(flow, HOME_SERVICE, sent, "consent-covers-party");
        blocked(flow, HEALTH_CENTRE, sent, "consent-covers-party");
        blocked(flow, HOME_SERVICE, "send", send(flow, HOME_SERVICE, HEALTH_CENTRE), "consent-covers-party");
        assertThat(blockedBy(flow.as(HOME_SERVICE), flow.path(), "start-sip")).containsExactly("consent-covers-party");
        assertThat(flow.act(HOME_SERVICE, "start-sip").refused(422).ruleCodes()).containsOnly("consent-covers-party");
        assertAllowed(
                flow.as(HOME_SERVICE),
                path(sent),
                "withdraw",
                () -> flow.on(HOME_SERVICE, sent, "withdraw", "reason", "Fel person"));
        assertAllowed(flow.as(HOME_SERVICE), flow.path(), "admit", () -> admit(flow, HOME_SERVICE));
    }

    @Test
    void withOnlyARefusalTheOwnOrganisationGoesOn() {
        CaseFlow flow = CaseFlow.opened(api, HOME_SERVICE, List.of(HOME_CARE), deny());
        for (String unit : List.of(HOME_SERVICE, HOME_CARE)) {
            String other = unit.equals(HOME_SERVICE) ? HOME_CARE : HOME_SERVICE;
            assertAllowed(flow.as(unit), flow.path(), "send", () -> send(flow, unit, other));
        }
        assertAllowed(
                flow.as(HOME_CARE),
                flow.path(),
                "plan",
                () -> Plannings.plan(flow, HOME_CARE, Plannings.planning(flow)));
        assertAllowed(flow.as(HOME_SERVICE), flow.path(), "admit", () -> admit(flow, HOME_SERVICE));

        CaseFlow outside = CaseFlow.opened(api, HOME_SERVICE, List.of(HEALTH_CENTRE), permit());
        outside.refuse(HOME_SERVICE);
        blocked(
                outside,
                HOME_SERVICE,
                "send",
                send(outside, HOME_SERVICE, HEALTH_CENTRE),
                "refused-consent-stays-inside");
    }

    /** Whom a refusal is about is left out; the others are told. */
    @Test
    void aRefusalOfOneStopsWhatNeedsAll() {
        CaseFlow flow = CaseFlow.opened(api);
        flow.refuse(HOME_SERVICE, REHABILITATION);

        blocked(flow, HOME_SERVICE, "start-sip", flow.act(HOME_SERVICE, "start-sip"), "refused-consent-stays-inside");
        assertAllowed(flow.as(HOME_SERVICE), flow.path(), "send", () -> send(flow, HOME_SERVICE, HEALTH_CENTRE));
        assertAllowed(flow.as(HOME_SERVICE), flow.path(), "admit", () -> admit(flow, HOME_SERVICE));
    }

    @Test
    void whoIsAloneInTheCaseSendsNothing() {
        CaseFlow flow = CaseFlow.opened(api, HOME_SERVICE, List.of(HEALTH_CENTRE), permit());
        flow.act(HEALTH_CENTRE, "leave").expect(200);

        blocked(flow, HOME_SERVICE, "send", send(flow, HOME_SERVICE, HEALTH_CENTRE), "party-takes-part");
        assertAllowed(flow.as(HOME_SERVICE), flow.path(), "admit", () -> admit(flow, HOME_SERVICE));
    }

    @Test
    void inAClosedCaseNothingIsSentOrAdded() {
        CaseFlow flow = CaseFlow.opened(api);
        flow.verify(HEALTH_CENTRE);
        Communication practical = opened(flow, MessageType.ADMINISTRATIVT);
        flow.close(HOME_SERVICE, CloseReason.GOALS_MET).expect(200);

        blocked(flow, HOME_SERVICE, practical, "case-open");
        blocked(flow, HEALTH_CENTRE, practical, "case-open");
        blocked(
                flow,
                HOME_SERVICE,
                "send",
                send(flow, HOME_SERVICE, MessageType.ADMINISTRATIVT, HEALTH_CENTRE),
                "case-open");
        blocked(flow, HOME_SERVICE, "admit", admit(flow, HOME_SERVICE), "case-open");
        blocked(flow, HOME_SERVICE, "invite", flow.act(HOME_SERVICE, "invite", "party", unit(HOME_CARE)), "case-open");
        assertThat(blockedBy(flow.as(HOME_SERVICE), path(practical), "withdraw"))
                .isEmpty();
    }

    @Test
    void afterADeathAdministrativeMessagesGoOn() {
        CaseFlow flow = CaseFlow.opened(api);
        Communication practical = opened(flow, MessageType.ADMINISTRATIVT);
        Communication clinical = opened(flow, MessageType.PLANERING);
        dies(flow);

        allowed(flow, HOME_SERVICE, practical);
        blocked(flow, HOME_SERVICE, clinical, "case-open");
        assertAllowed(
                flow.as(HOME_SERVICE),
                flow.path(),
                "send",
                () -> send(flow, HOME_SERVICE, MessageType.ADMINISTRATIVT, HEALTH_CENTRE));
        blocked(
                flow,
                HEALTH_CENTRE,
                "send",
                send(flow, HEALTH_CENTRE, MessageType.ADMINISTRATIVT, HOME_SERVICE),
                "consent-verified-by-unit");
        blocked(flow, HOME_SERVICE, "admit", admit(flow, HOME_SERVICE), "case-open");
        blocked(flow, HOME_SERVICE, "plan", Plannings.plan(flow, HOME_SERVICE, Plannings.planning(flow)), "case-open");
    }
}
