package se.samspar.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Bundle.HTTPVerb;
import org.hl7.fhir.r4.model.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import se.samspar.support.HttpAnswer;
import se.samspar.support.SamsparApi;
import se.samspar.support.SamsparTest;

/** A search asks for so much and no more, by whatever way it comes. */
@SamsparTest
class SearchLimitsTest {

    private static final String FORM = "Content-Type: application/x-www-form-urlencoded";

    @Autowired
    SamsparApi api;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "_id=                              | x,                                       | 200 | values",
                "                                  | _tag:not=#&                              | 50  | parameters",
                "                                  | _include=Task:owner&                     | 16  | _include",
                "                                  | _revinclude=Provenance:target&           | 16  | _revinclude",
                "                                  | _include:iterate=Organization:partof&    | 4   | iterate",
                "                                  | _include:recurse=Organization:partof&    | 4   | iterate"
            })
    void asMuchAsIsTakenAndOneMore(String begin, String repeated, int most, String what) {
        String fits = query(begin, repeated, most);
        String tooMuch = query(begin, repeated, most + 1);

        api.as("vc-dalby").get("Task?" + fits).expect(200);
        api.as("vc-dalby").post("Task/_search", fits, FORM).expect(200);
        inBatch(fits).expect(200);
        for (HttpAnswer refused : new HttpAnswer[] {
            api.as("vc-dalby").get("Task?" + tooMuch),
            api.as("vc-dalby").post("Task/_search", tooMuch, FORM),
            inBatch(tooMuch),
            api.as("vc-dalby").post("Task", new Task(), "If-None-Exist: " + tooMuch)
        }) {
            assertThat(refused.refused(400).body()).contains("At most " + most, what);
        }
    }

    @Test
    void anAddressThatIsTooLongIsRefusedAndAnotherLongOneIsNot() {
        String id = "," + "x".repeat(60);
        api.as("vc-dalby").get("Organization?_id=vc-dalby" + id.repeat(150)).expect(200);
        api.as("vc-dalby").get("Organization?_id=vc-dalby" + id.repeat(300)).refused(400);
        String tooMany = api.as("vc-dalby")
                .get("Organization?_id=vc-dalby" + id.repeat(200))
                .body();
        assertThat(tooMany).contains("values");
    }

    private static String query(String begin, String repeated, int times) {
        String query = IntStream.range(0, times)
                .mapToObj(i -> repeated.replace("#", "a" + i))
                .collect(Collectors.joining());
        return (begin == null ? "" : begin) + query.substring(0, query.length() - 1);
    }

    private HttpAnswer inBatch(String query) {
        Bundle batch = new Bundle().setType(BundleType.BATCH);
        batch.addEntry().getRequest().setMethod(HTTPVerb.GET).setUrl("Task?" + query);
        return api.as("vc-dalby").post("", batch);
    }
}
