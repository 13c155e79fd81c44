package se.samspar.outpatient;

import static org.assertj.core.api.Assertions.assertThat;
import static se.samspar.outpatient.CaseFlow.HEALTH_CENTRE;
import static se.samspar.outpatient.CaseFlow.HOME_CARE;
import static se.samspar.outpatient.CaseFlow.HOME_SERVICE;
import static se.samspar.outpatient.CaseFlow.REHABILITATION;
import static se.samspar.outpatient.CaseFlow.message;
import static se.samspar.outpatient.CaseFlow.path;
import static se.samspar.support.DemoRequests.parameters;

import java.util.List;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Bundle.HTTPVerb;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Consent.ConsentDataMeaning;
import org.hl7.fhir.r4.model.Consent.ConsentProvisionType;
import org.hl7.fhir.r4.model.Provenance;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import se.samspar.fhir.generated.MessagePurpose;
import se.samspar.fhir.generated.MessageType;
import se.samspar.support.HttpAnswer;
import se.samspar.support.SamsparApi;
import se.samspar.support.SamsparTest;

/** A consent that is taken back ends at once what rested on it, but not what a party has written or opened (OVP-5). */
@SamsparTest
class WithdrawnConsentTest {

    @Autowired
    SamsparApi api;

    private CaseFlow flow;
    private Communication sent;

    @BeforeEach
    void theHomeServiceAsksTheHealthCentre() {
        flow = CaseFlow.opened(api);
        sent = ask("Har fallit två gånger.").expect(200).entry(Communication.class);
    }

    private HttpAnswer ask(String text) {
        return flow.send(
                HOME_SERVICE,
                message(MessageType.VARDBEGARAN, MessagePurpose.COORDINATION_REQUEST, text, HEALTH_CENTRE));
    }

    private int status(String unit, String path) {
        return flow.as(unit).get(path).status();
    }

    private int found(String unit, String search) {
        return flow.as(unit)
                .get(search)
                .expect(200)
                .resource(Bundle.class)
                .getEntry()
                .size();
    }

    @Test
    void whatAReceiverHasNotOpenedIsNeverShownToItAfterwards() {
        String receipt = flow.inbox(HEALTH_CENTRE, sent).get(0).getIdElement().getIdPart();
        flow.withdraw(HOME_SERVICE).expect(200);

        assertThat(status(HEALTH_CENTRE, path(sent))).isEqualTo(404);
        assertThat(status(HEALTH_CENTRE, path(sent) + "/_history/1")).isEqualTo(404);
        assertThat(status(HEALTH_CENTRE, path(sent) + "/_history")).isEqualTo(404);
        assertThat(status(HEALTH_CENTRE, "Task/" + receipt)).isEqualTo(404);
        assertThat(status(HEALTH_CENTRE, flow.path())).isEqualTo(404);
        assertThat(status(HEALTH_CENTRE, flow.path() + "/$available-actions")).isEqualTo(404);
        assertThat(flow.on(HEALTH_CENTRE, sent, "acknowledge").status()).isEqualTo(404);
        assertThat(flow.on(HEALTH_CENTRE, sent, "respond", "decision", new CodeType("accept"))
                        .status())
                .isEqualTo(404);
        for (String search : new String[] {
            "Communication?based-on=" + flow.path(),
            "Communication?_id=" + sent.getIdElement().getIdPart() + "&_revinclude=Task:focus",
            "Task?focus=" + path(sent),
            "CarePlan?subject=" + flow.patient(),
            "Provenance?target=" + flow.path(),
            "Provenance?target=" + path(sent)
        }) {
            assertThat(found(HEALTH_CENTRE, search)).as(search).isZero();
        }
    }

    @Test
    void whoHasOpenedAMessageKeepsItAndSeesNothingElse() {
        flow.on(HEALTH_CENTRE, sent, "acknowledge").expect(200);
        flow.withdraw(HOME_SERVICE).expect(200);

        assertThat(status(HEALTH_CENTRE, path(sent))).isEqualTo(200);
        assertThat(status(HEALTH_CENTRE, flow.path())).isEqualTo(404);
        assertThat(status(REHABILITATION, path(sent))).isEqualTo(404);
        assertThat(flow.inbox(HEALTH_CENTRE, sent)).hasSize(1);
    }

    @Test
    void nothingIsSentNorAddedToAnybodyOutsideAnyMore() {
        flow.on(HEALTH_CENTRE, sent, "acknowledge").expect(200);
        flow.withdraw(HOME_SERVICE).expect(200);

        assertThat(ask("Ännu ett fall.").refused(422).ruleCodes()).contains("consent-covers-party");
        assertThat(flow.on(HOME_SERVICE, sent, "supplement", "text", "Ännu ett fall.")
                        .refused(422)
                        .ruleCodes())
                .contains("consent-covers-party");
        assertThat(flow.act(HOME_SERVICE, "invite", "party", CaseFlow.unit("kommun-lund-bistand"))
                        .status())
                .as("the own organisation plans on")
                .isEqualTo(200);
        assertThat(flow.act(HOME_SERVICE, "invite", "party", CaseFlow.unit("vc-limhamn"))
                        .refused(422)
                        .ruleCodes())
                .contains("consent-covers-party");
        assertThat(flow.as(HEALTH_CENTRE)
                        .read(Communication.class, sent.getIdElement().getIdPart())
                        .getPayload())
                .hasSize(1);
    }

    @Test
    void whatAPartySentThatHasLeftSinceIsNotShownEither() {
        flow.verify(HEALTH_CENTRE);
        Communication theirs = flow.send(
                        HEALTH_CENTRE,
                        message(MessageType.MVO, MessagePurpose.INFORMATION, "Medicinen ändrad.", HOME_SERVICE))
                .expect(200)
                .entry(Communication.class);
        flow.act(REHABILITATION, "leave").expect(200);
        flow.act(HEALTH_CENTRE, "leave").expect(200);
        assertThat(status(HOME_SERVICE, path(theirs))).isEqualTo(200);
        flow.withdraw(HOME_SERVICE).expect(200);
        assertThat(status(HOME_SERVICE, path(theirs))).isEqualTo(404);
    }

    @Test
    void nobodyWaitsForWhatMayNotBeOpenedAnyMore() {
        flow.withdraw(HOME_SERVICE).expect(200);
        flow.act(HOME_SERVICE, "close", "reason", new CodeType("withdrawn")).expect(200);
    }

    @Test
    void aUnitMakesSureOfTheConsentByWhichItTells() {
        CaseFlow named = CaseFlow.opened(api, HOME_SERVICE, List.of(HEALTH_CENTRE), CaseFlow.permit(HEALTH_CENTRE));
        Consent more = CaseFlow.permit(REHABILITATION);
        more.setPatient(new Reference(named.patient()));
        more.getProvision().addData().setMeaning(ConsentDataMeaning.INSTANCE).setReference(new Reference(named.path()));
        named.as(HOME_SERVICE).post("Consent", more).expect(201);
        for (String party : List.of(HOME_CARE, REHABILITATION)) {
            named.act(HOME_SERVICE, "invite", "party", CaseFlow.unit(party)).expect(200);
        }
        named.verify(HOME_CARE);
        Communication told = message(MessageType.PLANERING, MessagePurpose.INFORMATION, "Träning", HEALTH_CENTRE);
        named.send(HOME_CARE, told).expect(200);
        told.addRecipient(CaseFlow.unit(REHABILITATION));
        assertThat(named.send(HOME_CARE, told).refused(422).ruleCodes()).containsExactly("consent-verified-by-unit");
    }

    @Test
    void aPartyKeepsWhatItHasWrittenItself() {
        flow.verify(HEALTH_CENTRE);
        Communication own = flow.send(
                        HEALTH_CENTRE,
                        message(MessageType.MVO, MessagePurpose.INFORMATION, "Medicinen ändrad.", HOME_SERVICE))
                .expect(200)
                .entry(Communication.class);
        flow.withdraw(HOME_SERVICE).expect(200);

        assertThat(status(HEALTH_CENTRE, path(own))).isEqualTo(200);
        assertThat(status(HOME_SERVICE, path(own)))
                .as("which had not opened it")
                .isEqualTo(404);
        assertThat(flow.on(HOME_SERVICE, own, "acknowledge").status()).isEqualTo(404);
    }

    @Test
    void whoHadMadeSureOfTheConsentLearnsThatItWasTakenBackAndWhy() {
        flow.verify(HEALTH_CENTRE);
        flow.withdraw(HOME_SERVICE).expect(200);

        Consent consent = flow.as(HEALTH_CENTRE).get(flow.consent()).expect(200).resource(Consent.class);
        assertThat(consent.getStatus()).isEqualTo(Consent.ConsentState.INACTIVE);
        assertThat(status(REHABILITATION, flow.consent()))
                .as("which had not made sure of it")
                .isEqualTo(404);
        assertThat(flow.withdraw(HOME_SERVICE).refused(422).ruleCodes())
                .as("once is enough")
                .contains("decision-stands");
    }

    @Test
    void aLaterRefusalOfOnePartyGoesBeforeTheConsentForAll() {
        flow.on(HEALTH_CENTRE, sent, "acknowledge").expect(200);
        Consent refusal = CaseFlow.deny(REHABILITATION);
        refusal.setPatient(new Reference(flow.patient()));
        refusal.getProvision()
                .addData()
                .setMeaning(ConsentDataMeaning.INSTANCE)
                .setReference(new Reference(flow.path()));
        flow.as(HOME_SERVICE).post("Consent", refusal).expect(201);

        assertThat(status(REHABILITATION, flow.path())).isEqualTo(404);
        assertThat(status(HEALTH_CENTRE, flow.path())).isEqualTo(200);
        assertThat(found(HEALTH_CENTRE, "Provenance?target=" + flow.path())).isPositive();
        assertThat(flow.send(
                                HOME_SERVICE,
                                message(
                                        MessageType.PLANERING,
                                        MessagePurpose.INFORMATION,
                                        "Vi ses på fredag.",
                                        HEALTH_CENTRE,
                                        REHABILITATION))
                        .refused(422)
                        .ruleCodes())
                .contains("refused-consent-stays-inside");
        ask("Bara till vårdcentralen.").expect(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {HEALTH_CENTRE, "region-skane", ""})
    void aRefusedPartyNeitherReadsTheRefusalNorTakesItBack(String refused) {
        Consent refusal = refused.isEmpty() ? CaseFlow.deny() : CaseFlow.deny(refused);
        refusal.setPatient(new Reference(flow.patient()));
        refusal.getProvision()
                .addData()
                .setMeaning(ConsentDataMeaning.INSTANCE)
                .setReference(new Reference(flow.path()));
        Bundle transaction = new Bundle().setType(BundleType.TRANSACTION);
        transaction
                .addEntry()
                .setResource(refusal)
                .getRequest()
                .setMethod(HTTPVerb.POST)
                .setUrl("Consent");
        String single = "Consent/"
                + flow.as(HOME_SERVICE)
                        .post("Consent", refusal)
                        .expect(201)
                        .resource(Consent.class)
                        .getIdElement()
                        .getIdPart();
        flow.as(HOME_SERVICE).post("", transaction).expect(200);
        flow.as(HOME_SERVICE).get("Consent?status=active&data=" + flow.path()).entries(Consent.class).stream()
                .filter(found -> found.getProvision().getType() == ConsentProvisionType.DENY)
                .map(found -> "Consent/" + found.getIdElement().getIdPart())
                .forEach(path -> {
                    assertThat(status(HEALTH_CENTRE, path)).isEqualTo(404);
                    assertThat(status(HEALTH_CENTRE, path + "/_history")).isEqualTo(404);
                    assertThat(flow.as(HEALTH_CENTRE)
                                    .post(path + "/$withdraw", parameters("reason", "Vi vill veta"))
                                    .status())
                            .isEqualTo(404);
                });
        assertThat(status(HOME_SERVICE, single)).isEqualTo(200);
        assertThat(status(HEALTH_CENTRE, flow.path())).isEqualTo(404);
    }

    @Test
    void aNewConsentLetsInAgainWhatWasShut() {
        flow.withdraw(HOME_SERVICE).expect(200);
        Consent anew = CaseFlow.permit(HEALTH_CENTRE);
        anew.setPatient(new Reference(flow.patient()));
        anew.getProvision().addData().setMeaning(ConsentDataMeaning.INSTANCE).setReference(new Reference(flow.path()));
        flow.as(HOME_SERVICE).post("Consent", anew).expect(201);

        assertThat(status(HEALTH_CENTRE, flow.path())).isEqualTo(200);
        flow.on(HEALTH_CENTRE, sent, "acknowledge").expect(200);
        assertThat(status(REHABILITATION, flow.path())).isEqualTo(404);
    }

    @Test
    void consentAllowsNothingToWhoIsNoParty() {
        assertThat(status(HOME_CARE, flow.path())).isEqualTo(404);
        assertThat(status(HOME_CARE, path(sent))).isEqualTo(404);
        assertThat(flow.as(HOME_CARE).get("CarePlan").expect(200).entries(CarePlan.class))
                .noneMatch(found -> found.getIdElement().getIdPart().equals(flow.id()));
        assertThat(flow.as(HOME_CARE).get("Task?focus=" + path(sent)).entries(Task.class))
                .isEmpty();
        assertThat(flow.as(HOME_CARE).get("Provenance?target=" + flow.path()).entries(Provenance.class))
                .isEmpty();
    }
}
