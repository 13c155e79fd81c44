package se.samspar.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Bundle.HTTPVerb;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import se.samspar.support.HttpAnswer;
import se.samspar.support.SamsparApi;
import se.samspar.support.SamsparTest;

/** What an entry of a Bundle may do is decided by its URL, so the URL has to say what it does. */
@SamsparTest
class BundleEntriesTest {

    @Autowired
    SamsparApi api;

    @ParameterizedTest
    @EnumSource(names = {"POST", "PUT"})
    void aResourceUnderTheUrlOfAnotherTypeIsRefused(HTTPVerb method) {
        Resource organization = new Organization().setName("Påhittad enhet").setId("pahittad");
        String url = method == HTTPVerb.PUT ? "Communication/pahittad" : "Communication";

        HttpAnswer answer = send(BundleType.TRANSACTION, method, url, organization);

        assertThat(answer.expect(400).body()).contains("different types");
        assertThat(send(BundleType.TRANSACTION, method, "Organization", organization)
                        .status())
                .isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?_getpages=00000000-0000-0000-0000-000000000000",
                "/Patient",
                "metadata",
                "Patient/_search",
                "Patient/$everything",
                "Patient/1/_history/1",
                "Patient/%00",
                "http://elsewhere.example/fhir/Patient/1"
            })
    void aUrlThatIsNoPlainOneIsRefused(String url) {
        assertThat(send(BundleType.BATCH, HTTPVerb.GET, url, null).expect(400).body())
                .doesNotContain("Exception");
    }

    @Test
    void aResourceUnderItsOwnUrlIsJudgedByTheRules() {
        Communication empty = new Communication().setSender(new Reference("Organization/vc-dalby"));

        assertThat(send(BundleType.TRANSACTION, HTTPVerb.POST, "Communication", empty)
                        .status())
                .isEqualTo(422);
    }

    private HttpAnswer send(BundleType type, HTTPVerb method, String url, Resource resource) {
        Bundle bundle = new Bundle().setType(type);
        bundle.addEntry().setResource(resource).getRequest().setMethod(method).setUrl(url);
        return api.as("vc-dalby").post("", bundle);
    }
}
