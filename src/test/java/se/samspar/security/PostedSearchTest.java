package se.samspar.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import se.samspar.support.DemoRequests;
import se.samspar.support.HttpAnswer;
import se.samspar.support.SamsparApi;
import se.samspar.support.SamsparTest;
import se.samspar.support.TestPatients;

/** A search by POST is the same search as by GET: identity numbers belong in a body rather than in a URL. */
@SamsparTest
class PostedSearchTest {

    @Autowired
    SamsparApi api;

    private String id;
    private String personnummer;

    @BeforeEach
    void dalbyHasTwoRequests() {
        submit();
        id = submit();
    }

    private String submit() {
        var patient = TestPatients.next();
        personnummer = patient.getIdentifierFirstRep().getValue();
        return api.as("vc-dalby")
                .post("ServiceRequest/$submit", DemoRequests.submit(DemoRequests.consultation(), patient))
                .expect(200)
                .entry(ServiceRequest.class)
                .getIdElement()
                .getIdPart();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/x-www-form-urlencoded",
                "application/x-www-form-urlencoded;charset=UTF-8",
                "Application/X-WWW-Form-Urlencoded"
            })
    void theBodySaysWhatIsLookedFor(String mediaType) {
        HttpAnswer answer = search("vc-dalby", "", "subject.identifier=" + personnummer, mediaType);

        assertThat(answer.expect(200).entries(ServiceRequest.class))
                .extracting(found -> found.getIdElement().getIdPart())
                .containsExactly(id);
    }

    @Test
    void theUrlAndTheBodyAreTakenTogether() {
        assertThat(search("vc-dalby", "?_id=" + id, "status=revoked")
                        .expect(200)
                        .resource(Bundle.class)
                        .getEntry())
                .isEmpty();
    }

    @Test
    void anotherUnitFindsNothing() {
        assertThat(search("vc-limhamn", "", "_id=" + id)
                        .expect(200)
                        .resource(Bundle.class)
                        .getEntry())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "_security=https://samspar.example/fhir/access%7Csus-ortopedi",
                "%5Fsecurity=https://samspar.example/fhir/access%7Csus-ortopedi",
                "_has:Task:focus:owner=Organization/sus-ortopedi",
                "based-on.performer=Organization/sus-ortopedi",
                "_sort=subject.family",
                "no-such-parameter=1"
            })
    void whatIsRefusedInAUrlIsRefusedInABody(String form) {
        search("vc-dalby", "", form).expect(400);
        search("vc-dalby", "?_count=1", form).expect(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "patient.birthdate=Hemligsson",
                "authored=Hemligsson",
                "requester.specialty.birthdate.x=Hemligsson"
            })
    void aValueThatCannotBeReadIsNotRepeated(String form) {
        assertThat(search("vc-dalby", "", form).refused(400).body()).doesNotContain("Hemligsson");
        assertThat(api.as("vc-dalby")
                        .get("ServiceRequest/_search?" + form)
                        .refused(400)
                        .body())
                .doesNotContain("Hemligsson");
    }

    @Test
    void aBodyThatIsNoFormIsRefused() {
        search("vc-dalby", "", "{\"_id\":\"" + id + "\"}", "application/fhir+json")
                .expect(415);
    }

    private HttpAnswer search(String unit, String query, String form) {
        return search(unit, query, form, "application/x-www-form-urlencoded");
    }

    private HttpAnswer search(String unit, String query, String form, String mediaType) {
        return api.as(unit).post("ServiceRequest/_search" + query, form, "Content-Type: " + mediaType);
    }
}
