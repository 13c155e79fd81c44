package se.samspar.outpatient;

import static org.assertj.core.api.Assertions.assertThat;
import static se.samspar.outpatient.CaseFlow.CLINIC;
import static se.samspar.outpatient.CaseFlow.HEALTH_CENTRE;
import static se.samspar.outpatient.CaseFlow.HOME_CARE;
import static se.samspar.outpatient.CaseFlow.HOME_SERVICE;
import static se.samspar.outpatient.CaseFlow.REHABILITATION;
import static se.samspar.outpatient.CaseFlow.SCHOOL;
import static se.samspar.outpatient.Plannings.MEDICINE;
import static se.samspar.outpatient.Plannings.WALKING;
import static se.samspar.outpatient.Plannings.met;
import static se.samspar.outpatient.Plannings.planning;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Bundle.HTTPVerb;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.CarePlan.CarePlanStatus;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.Communication.CommunicationStatus;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Consent.ConsentProvisionType;
import org.hl7.fhir.r4.model.Consent.ConsentState;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.samspar.fhir.generated.CarePlanType;
import se.samspar.fhir.generated.Extensions;
import se.samspar.fhir.generated.MessagePurpose;
import se.samspar.fhir.generated.MessageType;
import se.samspar.support.HttpAnswer;
import se.samspar.support.SamsparApi;
import se.samspar.support.SamsparTest;

/**
 * The rules of cases, messages, consents and receipts by update and in transactions that write several of them (ALL-4);
 * creates and patches are golden cases.
 */
@SamsparTest
class CaseByRestTest {

    @Autowired
    SamsparApi api;

    @Test
    void aMessageIsNotRewritten() {
        CaseFlow flow = CaseFlow.opened(api);
        Communication sent = sent(flow);
        Stream.<Consumer<Communication>>of(
                        message -> message.getPayloadFirstRep().setContent(new StringType("Mår bra.")),
                        message -> message.addRecipient(CaseFlow.unit(REHABILITATION)),
                        message -> message.setCategory(List.of(MessageType.PLANERING.toConcept())),
                        message -> message.setSender(CaseFlow.unit(HOME_SERVICE).setDisplay("Vårdcentralen")),
                        message -> message.setStatus(CommunicationStatus.ENTEREDINERROR)
                                .getStatusReason()
                                .setText("Fel person"))
                .forEach(change -> {
                    Communication changed = sent.copy();
                    change.accept(changed);
                    assertThat(put(flow, changed).expect(422).ruleCodes()).contains("message-stands");
                });
        put(flow, sent).expect(200);
    }

    @Test
    void aConsentIsNotRewritten() {
        CaseFlow flow = CaseFlow.opened(api, HOME_SERVICE, List.of(HEALTH_CENTRE), CaseFlow.permit(HEALTH_CENTRE));
        Consent given = consent(flow);
        Stream.<Consumer<Consent>>of(
                        consent -> consent.getProvision().setType(ConsentProvisionType.DENY),
                        consent -> consent.getProvision().setActor(null),
                        consent -> consent.getProvision().setData(null),
                        consent -> consent.setOrganization(List.of(CaseFlow.unit(HOME_CARE))),
                        consent -> consent.getDateTimeElement().setValueAsString("2025-02-03T08:30:00+01:00"))
                .forEach(change -> {
                    Consent changed = given.copy();
                    change.accept(changed);
                    HttpAnswer answer = put(flow, changed);
                    assertThat(answer.status()).as(answer.body()).isIn(403, 422);
                    assertThat(answer.ruleCodes()).containsAnyOf("decision-stands", "caller-may-act");
                });
        put(flow, takenBack(given)).expect(200);
        assertThat(consent(flow)
                        .getExtensionByUrl(Extensions.CONSENT_WITHDRAWAL)
                        .getExtensionByUrl("unit"))
                .as("told by the server")
                .isNotNull();
        assertThat(put(flow, consent(flow).setStatus(ConsentState.ACTIVE))
                        .expect(422)
                        .ruleCodes())
                .contains("decision-stands");
    }

    @Test
    void nobodyIsLetInWithoutConsentOrWish() {
        CaseFlow flow = CaseFlow.opened(api, HOME_SERVICE, List.of(HEALTH_CENTRE), CaseFlow.permit(HEALTH_CENTRE));
        assertThat(put(flow, with(flow, CLINIC)).expect(422).ruleCodes()).containsExactly("consent-covers-party");
        assertThat(put(flow, with(flow, SCHOOL)).expect(422).ruleCodes())
                .containsExactlyInAnyOrder("consent-covers-party", "party-wished");
        CaseFlow refused = CaseFlow.opened(api, HOME_SERVICE, List.of(HOME_CARE), CaseFlow.deny());
        assertThat(put(refused, with(refused, CLINIC)).expect(422).ruleCodes())
                .containsExactly("refused-consent-stays-inside");
    }

    @Test
    void aPartyLeavesTheCaseToItsInitiatingUnit() {
        CaseFlow flow = CaseFlow.opened(api);
        assertThat(put(HEALTH_CENTRE, with(flow, CLINIC), flow).expect(403).ruleCodes())
                .containsExactly("caller-may-act");
        flow.as(HOME_SERVICE).delete(flow.path()).refused(405);
    }

    @Test
    void aCaseIsClosedWhenAllIsAnswered() {
        CaseFlow flow = CaseFlow.opened(api);
        sent(flow);
        CarePlan planning = met(met(planning(flow), HOME_SERVICE, WALKING), HEALTH_CENTRE, MEDICINE);
        flow.as(HOME_SERVICE)
                .post("CarePlan", Plannings.of(flow, CarePlanType.SHARED_PLANNING, planning))
                .expect(201);
        assertThat(put(flow, closed(flow.read(HOME_SERVICE))).expect(422).ruleCodes())
                .containsExactlyInAnyOrder("nothing-unanswered", "sip-when-both-principals");
        assertThat(transaction(flow, closed(flow.read(HOME_SERVICE)))
                        .expect(422)
                        .ruleCodes())
                .containsExactlyInAnyOrder("nothing-unanswered", "sip-when-both-principals");
        CarePlan revoked = flow.read(HOME_SERVICE).setStatus(CarePlanStatus.REVOKED);
        assertThat(put(flow, revoked).expect(422).ruleCodes()).contains("profile-conformance");
    }

    @Test
    void aClosedCaseStays() {
        CaseFlow flow = CaseFlow.opened(api);
        CarePlan open = flow.read(HOME_SERVICE);
        put(flow, closed(open.copy())).expect(200);
        assertThat(put(flow, open).expect(422).ruleCodes()).containsExactly("case-open");
        CarePlan described = flow.read(HOME_SERVICE).setDescription("Annat behov");
        assertThat(put(flow, described).expect(422).ruleCodes()).containsExactly("case-open");
    }

    @Test
    void aCaseStaysAboutItsPerson() {
        CaseFlow flow = CaseFlow.opened(api);
        CaseFlow others = CaseFlow.opened(api);
        CarePlan moved = flow.read(HOME_SERVICE).setCareTeam(null).setGoal(null);
        moved.setContained(null);
        moved.setSubject(new Reference(others.patient()));
        assertThat(put(flow, moved).expect(422).ruleCodes()).contains("server-written");
    }

    /** As a part of another plan it would begin for somebody who has died. */
    @Test
    void aCaseIsNoPartOfAnother() {
        CaseFlow flow = CaseFlow.opened(api);
        CarePlan part = Plannings.aCase(flow.patient(), HOME_SERVICE, HOME_CARE);
        part.addPartOf(new Reference(flow.path()));
        assertThat(flow.as(HOME_SERVICE).post("CarePlan", part).expect(422).ruleCodes())
                .contains("profile-conformance");
    }

    @Test
    void aDecisionEndsByBeingTakenBackOnly() {
        CaseFlow flow = CaseFlow.opened(api);
        Consent given = flow.as(HOME_SERVICE).get(flow.consent()).expect(200).resource(Consent.class);
        for (ConsentState state : List.of(ConsentState.ENTEREDINERROR, ConsentState.REJECTED)) {
            assertThat(flow.as(HOME_SERVICE)
                            .put(flow.consent(), given.copy().setStatus(state))
                            .expect(422)
                            .ruleCodes())
                    .containsExactly("decision-stands");
        }
    }

    /** As another sort of plan it would pass by the rules of cases. */
    @Test
    void aCaseStaysACase() {
        CaseFlow flow = CaseFlow.opened(api);
        CarePlan other = flow.as(HOME_SERVICE)
                .post("CarePlan", Plannings.aCase(flow.patient(), HOME_SERVICE, HOME_CARE))
                .expect(201)
                .resource(CarePlan.class);
        CarePlan turned = flow.read(HOME_SERVICE).setCategory(List.of(CarePlanType.SHARED_PLANNING.toConcept()));
        turned.setPartOf(List.of(new Reference(path(other))))
                .setSupportingInfo(null)
                .setCareTeam(null);
        assertThat(put(flow, turned).expect(422).ruleCodes()).containsExactly("server-written");
    }

    @Test
    void aReceiptIsMovedByOperationsOnly() {
        CaseFlow flow = CaseFlow.opened(api);
        Task receipt = flow.inbox(HEALTH_CENTRE, sent(flow)).get(0);
        for (String unit : List.of(HEALTH_CENTRE, HOME_SERVICE)) {
            Task moved = receipt.copy().setStatus(TaskStatus.COMPLETED);
            assertThat(put(unit, moved, flow).expect(422).ruleCodes()).containsExactly("transition-not-allowed");
        }
        Task own = receipt.copy();
        own.setId((String) null);
        assertThat(flow.as(HEALTH_CENTRE).post("Task", own).expect(422).ruleCodes())
                .contains("server-written");
    }

    @Test
    void whatIsDecidedInATransactionHoldsForAllOfIt() {
        CaseFlow flow = CaseFlow.opened(api);
        Communication message = message(flow);
        assertThat(transaction(flow, takenBack(consent(flow)), message)
                        .expect(422)
                        .ruleCodes())
                .containsExactly("consent-covers-party");
        assertThat(transaction(flow, message, takenBack(consent(flow)))
                        .expect(422)
                        .ruleCodes())
                .containsExactly("consent-covers-party");
        Consent refusal = CaseFlow.deny(HEALTH_CENTRE);
        refusal.setPatient(new Reference(flow.patient()));
        refusal.getProvision()
                .addData()
                .setMeaning(Consent.ConsentDataMeaning.INSTANCE)
                .setReference(new Reference(flow.path()));
        assertThat(transaction(flow, message, refusal).expect(422).ruleCodes())
                .containsExactly("refused-consent-stays-inside");
        transaction(flow, message).expect(200);
    }

    private static Communication message(CaseFlow flow) {
        Communication message = CaseFlow.message(
                MessageType.VARDBEGARAN, MessagePurpose.COORDINATION_REQUEST, "Yr sedan i går.", HEALTH_CENTRE);
        return message.setStatus(CommunicationStatus.COMPLETED)
                .addBasedOn(new Reference(flow.path()))
                .setSubject(new Reference(flow.patient()))
                .setSender(CaseFlow.unit(HOME_SERVICE));
    }

    private static Communication sent(CaseFlow flow) {
        return flow.as(HOME_SERVICE)
                .post("Communication", message(flow))
                .expect(201)
                .resource(Communication.class);
    }

    private static Consent consent(CaseFlow flow) {
        return flow.as(HOME_SERVICE).get(flow.consent()).expect(200).resource(Consent.class);
    }

    private static Consent takenBack(Consent consent) {
        consent.setStatus(ConsentState.INACTIVE)
                .addExtension()
                .setUrl(Extensions.CONSENT_WITHDRAWAL)
                .addExtension("reason", new StringType("Vill inte längre"));
        return consent;
    }

    private static CarePlan with(CaseFlow flow, String party) {
        return flow.read(HOME_SERVICE).addContributor(CaseFlow.unit(party));
    }

    private static CarePlan closed(CarePlan aCase) {
        aCase.setStatus(CarePlanStatus.COMPLETED)
                .addExtension()
                .setUrl(Extensions.CLOSE_REASON)
                .addExtension("reason", new CodeType("goals-met"));
        return aCase;
    }

    private static HttpAnswer put(CaseFlow flow, Resource resource) {
        return put(HOME_SERVICE, resource, flow);
    }

    private static HttpAnswer put(String unit, Resource resource, CaseFlow flow) {
        return flow.as(unit).put(path(resource), resource);
    }

    /** Puts what has an id, and posts what has none. */
    private static HttpAnswer transaction(CaseFlow flow, Resource... resources) {
        Bundle bundle = new Bundle().setType(BundleType.TRANSACTION);
        Stream.of(resources).forEach(resource -> bundle.addEntry()
                .setResource(resource)
                .getRequest()
                .setMethod(resource.hasId() ? HTTPVerb.PUT : HTTPVerb.POST)
                .setUrl(resource.hasId() ? path(resource) : resource.fhirType()));
        return flow.as(HOME_SERVICE).post("", bundle);
    }

    private static String path(Resource resource) {
        return resource.fhirType() + "/" + resource.getIdElement().getIdPart();
    }
}
