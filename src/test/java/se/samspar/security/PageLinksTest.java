package se.samspar.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Bundle.HTTPVerb;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.samspar.support.DemoRequests;
import se.samspar.support.HttpAnswer;
import se.samspar.support.SamsparApi;
import se.samspar.support.SamsparTest;
import se.samspar.support.TestPatients;

/** A link to the next page is of use to the unit that searched, and to nobody else. */
@SamsparTest
class PageLinksTest {

    private static final String NO_SEARCH = "?_getpages=00000000-0000-0000-0000-000000000000";

    @Autowired
    SamsparApi api;

    @BeforeEach
    void dalbySendsTwoRequests() {
        for (int i = 0; i < 2; i++) {
            api.as("vc-dalby")
                    .post(
                            "ServiceRequest/$submit",
                            DemoRequests.submit(DemoRequests.consultation(), TestPatients.next()))
                    .expect(200);
        }
    }

    @Test
    void theSearcherPagesOn() {
        HttpAnswer next = api.as("vc-dalby").get(nextPage("ServiceRequest?_count=1"));

        assertThat(next.expect(200).entries(ServiceRequest.class)).hasSize(1);
        assertThat(api.asAdmin().get(nextPage("Organization?_count=1")).status())
                .isEqualTo(410);
    }

    @Test
    void theAdministratorPagesOnInTheDirectory() {
        HttpAnswer first = api.asAdmin().get("Organization?_count=1");

        assertThat(api.asAdmin().get(nextPage(first)).expect(200).body()).contains("Organization");
    }

    @Test
    void theUnitAsksForAPageWithTheScopeOfTheSearch() {
        assertThat(api.as("vc-dalby", "system/Task.rs")
                        .get(nextPage("ServiceRequest?_count=1"))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void toAnotherUnitTheLinkIsLikeOneToNothing() {
        String next = nextPage("ServiceRequest?_count=1");
        for (String unit : new String[] {"vc-limhamn", "sus-ortopedi"}) {
            HttpAnswer answer = api.as(unit).get(next);

            assertThat(answer.status()).isEqualTo(410);
            assertThat(answer.body()).isEqualTo(api.as(unit).get(NO_SEARCH).body());
        }
    }

    @Test
    void pagesGoAsRequestsOfTheirOwn() {
        for (String url : new String[] {nextPage("ServiceRequest?_count=1"), "Task" + NO_SEARCH}) {
            Bundle batch = new Bundle().setType(BundleType.BATCH);
            batch.addEntry().getRequest().setMethod(HTTPVerb.GET).setUrl(url);

            assertThat(api.as("vc-limhamn").post("", batch).expect(400).body()).doesNotContain("Exception");
        }
    }

    private String nextPage(String search) {
        return nextPage(api.as("vc-dalby").get(search));
    }

    private static String nextPage(HttpAnswer answer) {
        return answer.expect(200)
                .resource(Bundle.class)
                .getLink("next")
                .getUrl()
                .replaceAll("^.*/fhir/?", "");
    }
}
