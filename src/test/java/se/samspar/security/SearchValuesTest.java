package se.samspar.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Bundle.HTTPVerb;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import se.samspar.support.HttpAnswer;
import se.samspar.support.SamsparApi;
import se.samspar.support.SamsparTest;

/** Values of searches are what their parameters are for, or are refused before they cost anything. */
@SamsparTest
class SearchValuesTest {

    @Autowired
    SamsparApi api;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Observation?value-quantity=1e1000000000",
                "Observation?value-quantity=gt-1.5E-1000000000",
                "Observation?value-quantity=5,1e999999999%7Chttp://unitsofmeasure.org%7Cmg",
                "Observation?code-value-quantity=x$1e1000000000",
                "Encounter?length=1e1000000000"
            })
    void aNumberThatNoMemoryHoldsIsRefused(String search) {
        api.as("vc-dalby").get(search).refused(400);
        entry(search).refused(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Observation?value-quantity=1e2",
                "Observation?value-quantity=5.4%7Chttp://unitsofmeasure.org%7Cmg",
                "Observation?code-value-quantity=http://loinc.org%7C8480-6$lt60",
                "Observation?code=1e1000",
                "Observation?_lastUpdated=ge2026-01-01T00:00:00%2B01:00&_lastUpdated=lt2027",
                "Encounter?date=sa2026-01-01",
                "ServiceRequest?patient:Patient.birthdate=ge1950-01-01",
                "ServiceRequest?patient.birthdate:missing=true",
                "Patient?birthdate=1912-12",
                "Task?due=2026-01-01T10:00&status:not=completed&_sort=due&_count=1&_summary=count"
            })
    void whatIsOfItsTypeIsLookedFor(String search) {
        api.as("vc-dalby").get(search).expect(200);
        entry(search).expect(200);
    }

    @Test
    void aNameLongerThanAnyIsRefusedWithoutBeingFollowed() {
        String chain = "subject.".repeat(1000) + "birthdate";
        assertThat(entry("Task?" + chain + "=1912").refused(400).body()).contains("name of more than 250");
        api.as("vc-dalby").get("Task?" + chain + "=1912").refused(400);
    }

    private HttpAnswer entry(String search) {
        Bundle batch = new Bundle().setType(BundleType.BATCH);
        batch.addEntry().getRequest().setMethod(HTTPVerb.GET).setUrl(search);
        return api.as("vc-dalby").post("", batch);
    }
}
