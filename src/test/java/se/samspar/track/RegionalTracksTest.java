package se.samspar.track;

import static org.assertj.core.api.Assertions.assertThat;

import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.ContactPoint;
import org.hl7.fhir.r4.model.EpisodeOfCare;
import org.hl7.fhir.r4.model.EpisodeOfCare.EpisodeOfCareStatus;
import org.hl7.fhir.r4.model.HealthcareService;
import org.hl7.fhir.r4.model.Parameters;
import org.junit.jupiter.api.Test;
import se.samspar.fhir.generated.Track;
import se.samspar.support.DemoRequests;
import se.samspar.support.HttpAnswer;
import se.samspar.support.TestPatients;

/** What tracks lead to is data: a region that defines them otherwise has it otherwise (TRK-1 to TRK-9). */
class RegionalTracksTest extends RegionWithOwnTracks {

    @Test
    void aCommitmentEndsWithTheOutcomesThatTheTrackNames() {
        assertThat(afterAnswer("admission")).isEqualTo(EpisodeOfCareStatus.FINISHED);
        assertThat(afterAnswer("no-further-need")).isEqualTo(EpisodeOfCareStatus.ACTIVE);
    }

    @Test
    void whoIsOnDutyIsTheContactOnlyWhereTheTrackSaysSo() {
        String own = api.asAdmin()
                .read(HealthcareService.class, "sus-ortopedi-bakjour")
                .getTelecomFirstRep()
                .getValue();
        Parameters found = api.as("vc-dalby")
                .get("HealthcareService/$find-tracks?track=akut-bakjour&specialty=1324")
                .expect(200)
                .resource(Parameters.class);
        assertThat(found.getParameterFirstRep().getPart())
                .filteredOn(part -> part.getName().equals("contact"))
                .singleElement()
                .satisfies(part ->
                        assertThat(((ContactPoint) part.getValue()).getValue()).isEqualTo(own));
    }

    @Test
    void aConditionMayBeNamedByAnAliasOfItsSystem() {
        var parameters = DemoRequests.parameters("request", TrackRequests.infarction(), "patient", TestPatients.next());
        api.as("ambulans-skane").post("ServiceRequest/$submit", parameters).expect(200);
    }

    @Test
    void aSecondTrackMayHoldConferences() {
        hold(Track.ELEKTIV_SVF).expect(201);
        hold(Track.ELEKTIV_MDK).expect(201);
    }

    private HttpAnswer hold(Track track) {
        var clinic = api.as("sus-ortopedi");
        Appointment conference = Calendars.conference(Calendars.slot(clinic, Calendars.CONFERENCES));
        conference.getServiceType().set(0, track.toConcept());
        return clinic.post("Appointment", conference);
    }

    private EpisodeOfCareStatus afterAnswer(String outcome) {
        RequestFlow flow = RequestFlow.submitted(api, RequestFlow.request(Track.ELEKTIV_REMISS));
        flow.triage("accept").expect(200);
        flow.answerFinally(outcome).expect(200);
        return flow.clinic()
                .get("EpisodeOfCare?incoming-referral=ServiceRequest/" + flow.id())
                .expect(200)
                .entry(EpisodeOfCare.class)
                .getStatus();
    }
}
