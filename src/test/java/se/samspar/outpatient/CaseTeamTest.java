package se.samspar.outpatient;

import static org.assertj.core.api.Assertions.assertThat;
import static se.samspar.outpatient.CaseFlow.CLINIC;
import static se.samspar.outpatient.CaseFlow.HEALTH_CENTRE;
import static se.samspar.outpatient.CaseFlow.HOME_SERVICE;
import static se.samspar.outpatient.CaseFlow.REHABILITATION;
import static se.samspar.outpatient.CaseMeetings.AT_CLINIC;
import static se.samspar.outpatient.CaseMeetings.AT_HEALTH_CENTRE;
import static se.samspar.outpatient.CaseMeetings.AT_HOME_SERVICE;
import static se.samspar.support.DemoRequests.parameters;

import java.util.Date;
import java.util.List;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.CareTeam;
import org.hl7.fhir.r4.model.CareTeam.CareTeamParticipantComponent;
import org.hl7.fhir.r4.model.Provenance;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.RelatedPerson;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.samspar.fhir.generated.CaseEvent;
import se.samspar.fhir.generated.CaseTeamRole;
import se.samspar.support.HttpAnswer;
import se.samspar.support.SamsparApi;
import se.samspar.support.SamsparTest;
import se.samspar.support.TestPatients;

/** Who is what in a case: the fixed care contact, each party's own contacts, relatives (OVP-6, OVP-13). */
@SamsparTest
class CaseTeamTest {

    private static final String SUCCESSOR = "PractitionerRole/kommun-lund-hemtjanst-personal-2";

    @Autowired
    SamsparApi api;

    private HttpAnswer opened;
    private CareTeam team;

    @BeforeEach
    void theHomeServiceOpensACaseWithAFixedCareContact() {
        opened = open(AT_HOME_SERVICE).expect(200);
        team = opened.entry(CareTeam.class);
    }

    private HttpAnswer open(String fixedContact) {
        return CaseFlow.open(
                api,
                HOME_SERVICE,
                List.of(HEALTH_CENTRE, REHABILITATION),
                CaseFlow.permit(),
                TestPatients.next(),
                "fixedContact",
                new Reference(fixedContact));
    }

    private static CareTeamParticipantComponent add(CareTeam team, CaseTeamRole role, String member) {
        return team.addParticipant().addRole(role.toConcept()).setMember(new Reference(member));
    }

    private static CareTeam with(CareTeam team, CaseTeamRole role, String member) {
        CareTeam changed = team.copy();
        add(changed, role, member);
        return changed;
    }

    private HttpAnswer put(String unit, CareTeam changed) {
        return api.as(unit).put(path(), changed);
    }

    private String path() {
        return "CareTeam/" + team.getIdElement().getIdPart();
    }

    private String aCase() {
        return "CarePlan/" + opened.entry(CarePlan.class).getIdElement().getIdPart();
    }

    /** The former contact ends, the new one begins. */
    private CareTeam handedOver() {
        CareTeam changed = team.copy();
        changed.getParticipantFirstRep().getPeriod().setEnd(new Date());
        add(changed, CaseTeamRole.FIXED_CARE_CONTACT, SUCCESSOR);
        return changed;
    }

    @Test
    void theInitiatingUnitHandsTheFixedCareContactOver() {
        CareTeam changed = put(HOME_SERVICE, handedOver()).expect(200).resource(CareTeam.class);

        assertThat(changed.getParticipant())
                .extracting(contact -> contact.getMember().getReference())
                .containsExactly(AT_HOME_SERVICE, SUCCESSOR);
        assertThat(changed.getParticipantFirstRep().getPeriod().hasEnd()).isTrue();
        assertThat(api
                        .as(HEALTH_CENTRE)
                        .get("Provenance?target=" + aCase() + "&_count=100")
                        .expect(200)
                        .entries(Provenance.class)
                        .stream()
                        .filter(event -> CaseEvent.CONTACT_APPOINTED.isIn(event.getActivity())))
                .as("as the case was opened, and now")
                .hasSize(2);
    }

    @Test
    void anotherPartyDoesNot() {
        assertThat(put(HEALTH_CENTRE, handedOver()).refused(422).ruleCodes()).containsExactly("own-contacts");
    }

    @Test
    void thereIsOneFixedCareContactAtATime() {
        assertThat(put(HOME_SERVICE, with(team, CaseTeamRole.FIXED_CARE_CONTACT, SUCCESSOR))
                        .refused(422)
                        .ruleCodes())
                .containsExactly("profile-conformance");
    }

    @Test
    void everyPartyAppointsItsOwnContacts() {
        CareTeam ofHealthCentre = put(HEALTH_CENTRE, with(team, CaseTeamRole.PATIENT_BOUND_CONTACT, AT_HEALTH_CENTRE))
                .expect(200)
                .resource(CareTeam.class);
        String rehabilitation = CaseFlow.unit(REHABILITATION).getReference();
        CareTeam all = put(REHABILITATION, with(ofHealthCentre, CaseTeamRole.REHAB_UNIT, rehabilitation))
                .expect(200)
                .resource(CareTeam.class);

        assertThat(put(
                                REHABILITATION,
                                with(all, CaseTeamRole.PATIENT_BOUND_CONTACT, "PractitionerRole/vc-dalby-anstalld"))
                        .refused(422)
                        .ruleCodes())
                .containsExactly("own-contacts");
        CareTeam ended = all.copy();
        ended.getParticipant().get(1).getPeriod().setEnd(new Date());
        assertThat(put(HOME_SERVICE, ended).refused(422).ruleCodes()).containsExactly("own-contacts");
        put(HEALTH_CENTRE, ended).expect(200);
    }

    @Test
    void formerContactsStayInTheTeam() {
        CareTeam without = team.copy();
        without.getParticipant().clear();
        assertThat(put(HOME_SERVICE, without).refused(422).ruleCodes()).containsExactly("former-contacts-kept");

        CareTeam ended = put(HOME_SERVICE, handedOver()).expect(200).resource(CareTeam.class);
        ended.getParticipantFirstRep().getPeriod().setEnd(null);
        ended.getParticipant().remove(1);
        assertThat(put(HOME_SERVICE, ended).refused(422).ruleCodes()).containsExactly("former-contacts-kept");
    }

    @Test
    void contactsAreOfParties() {
        assertThat(open(AT_CLINIC).refused(422).ruleCodes()).containsExactly("party-takes-part");
        CareTeam changed = team.copy();
        changed.getParticipantFirstRep().getPeriod().setEnd(new Date());
        assertThat(put(HOME_SERVICE, with(changed, CaseTeamRole.FIXED_CARE_CONTACT, AT_CLINIC))
                        .refused(422)
                        .ruleCodes())
                .containsExactly("party-takes-part");
    }

    @Test
    void theTeamStaysThatOfItsUnit() {
        CareTeam taken = team.copy().setManagingOrganization(List.of(CaseFlow.unit(HEALTH_CENTRE)));

        assertThat(put(HEALTH_CENTRE, taken).refused(422).ruleCodes()).contains("server-written");
    }

    @Test
    void whoTakesNoPartDoesNotSeeIt() {
        api.as(HEALTH_CENTRE).get(path()).expect(200);
        api.as(CLINIC).get(path()).refused(404);
        put(CLINIC, team).refused(404);
    }

    @Test
    void aRelativeIsSeenByThePartiesOnceInTheTeam() {
        RelatedPerson daughter = new RelatedPerson().setPatient(team.getSubject());
        daughter.addName().setFamily("Testsson").addGiven("Dotter");
        RelatedPerson written = api.as(HEALTH_CENTRE)
                .post("RelatedPerson", daughter)
                .expect(201)
                .resource(RelatedPerson.class);
        String relative = "RelatedPerson/" + written.getIdElement().getIdPart();
        api.as(HOME_SERVICE).get(relative).refused(404);

        put(HEALTH_CENTRE, with(team, CaseTeamRole.RELATIVE, relative)).expect(200);

        api.as(HOME_SERVICE).get(relative).expect(200);
        api.as(REHABILITATION).get(relative).expect(200);
        api.as(CLINIC).get(relative).refused(404);
        api.as(CLINIC).put(relative, written).refused(404);
        api.as(CLINIC).post("RelatedPerson", daughter).refused(422);
        RelatedPerson moved =
                written.copy().setPatient(new Reference(CaseFlow.opened(api).patient()));
        assertThat(api.as(HOME_SERVICE).put(relative, moved).refused(422).ruleCodes())
                .containsExactly("server-written");
        assertThat(api.as(CLINIC)
                        .get("RelatedPerson?patient=" + team.getSubject().getReference())
                        .expect(200)
                        .entries(RelatedPerson.class))
                .isEmpty();
        api.as(HOME_SERVICE)
                .post(aCase() + "/$leave", parameters("party", CaseFlow.unit(REHABILITATION)))
                .expect(200);
        api.as(REHABILITATION).get(relative).refused(404);
    }

    @Test
    void aCaseHasATeamOfItsOwn() {
        CarePlan another = opened.entry(CarePlan.class).copy();
        another.setId((String) null);
        another.setAuthor(CaseFlow.unit(HEALTH_CENTRE)).setContributor(List.of(CaseFlow.unit(HOME_SERVICE)));
        another.setSupportingInfo(null);

        assertThat(api.as(HEALTH_CENTRE).post("CarePlan", another).refused(422).ruleCodes())
                .contains("party-takes-part");
    }

    @Test
    void aRelativeOfSomebodyElseIsNotInTheTeam() {
        CaseFlow another = CaseFlow.opened(api);
        RelatedPerson son = new RelatedPerson().setPatient(new Reference(another.patient()));
        String relative = "RelatedPerson/"
                + api.as(HOME_SERVICE)
                        .post("RelatedPerson", son)
                        .expect(201)
                        .resource(RelatedPerson.class)
                        .getIdElement()
                        .getIdPart();

        assertThat(put(HOME_SERVICE, with(team, CaseTeamRole.RELATIVE, relative))
                        .refused(422)
                        .ruleCodes())
                .containsExactly("case-about-patient");
    }
}
