package se.samspar.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import se.samspar.support.HttpAnswer;
import se.samspar.support.SamsparApi;
import se.samspar.support.SamsparTest;

/** A search that cannot be meant is refused rather than answered with something else. */
@SamsparTest
class ControlParametersTest {

    @Autowired
    SamsparApi api;

    @ParameterizedTest
    @CsvSource({
        "_count=-1, 400",
        "_count=many, 400",
        "_summary=blah, 400",
        "owner:missing=blah, 400",
        "_format=pdf, 406"
    })
    void controlsThatMeanNothingAreNotPassedOver(String query, int status) {
        HttpAnswer answer = api.as("vc-dalby").get("Task?" + query).expect(status);

        assertThat(answer.outcome().getIssueFirstRep().getDiagnostics())
                .contains(query.substring(0, query.indexOf('=')));
        api.as("vc-dalby")
                .get("Task?_count=0&_summary=count&owner:missing=true&_format=json")
                .expect(200);
    }
}
