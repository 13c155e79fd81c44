package se.samspar.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Bundle.HTTPVerb;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Encounter.EncounterStatus;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import se.samspar.fhir.generated.ContactType;
import se.samspar.support.DemoRequests;
import se.samspar.support.HttpAnswer;
import se.samspar.support.SamsparApi;
import se.samspar.support.SamsparTest;
import se.samspar.support.TestPatients;

/** What is written on a condition looks at the unit's own record, and neither tells nor stops another unit (ALL-3). */
@SamsparTest
class ConditionalWritesTest {

    private static final List<String> UNITS = List.of("vc-dalby", "vc-limhamn");
    private static final String SYSTEM = "http://journal.example/besok";

    @Autowired
    SamsparApi api;

    private String number;

    @BeforeEach
    void aVisitNumber() {
        number = UUID.randomUUID().toString();
    }

    @Test
    void twoUnitsCreateOnTheSameConditionAndEachItsOwnOnce() {
        for (String unit : UNITS) {
            Encounter visit = visit(unit);
            HttpAnswer created = create(unit, visit).expect(201);
            assertThat(create(unit, visit).expect(200).header("Location")).isEqualTo(created.header("Location"));
        }
    }

    @Test
    void twoUnitsUpdateOnTheSameConditionAndEachItsOwn() {
        for (String unit : UNITS) {
            Encounter visit = visit(unit);
            api.as(unit).put("Encounter?" + condition(), visit).expect(201);
            api.as(unit).put("Encounter?" + condition(), visit).expect(200);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"BATCH", "TRANSACTION"})
    void soTheyDoInBundles(BundleType type) {
        for (String unit : UNITS) {
            for (String status : List.of("201", "200")) {
                Bundle bundle = new Bundle().setType(type);
                bundle.addEntry()
                        .setResource(visit(unit))
                        .getRequest()
                        .setMethod(HTTPVerb.POST)
                        .setUrl("Encounter")
                        .setIfNoneExist(condition());
                assertThat(status(api.as(unit).post("", bundle))).startsWith(status);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"BATCH", "TRANSACTION"})
    void aConditionalWriteInABundleNamesNoId(BundleType type) {
        Encounter visit = visit("vc-dalby");
        visit.setId("eget-id");
        Bundle bundle = new Bundle().setType(type);
        bundle.addEntry()
                .setResource(visit)
                .getRequest()
                .setMethod(HTTPVerb.PUT)
                .setUrl("Encounter?" + condition());

        api.as("vc-dalby").post("", bundle).expect(400);
        api.as("vc-dalby").get("Encounter/eget-id").expect(404);
    }

    @Test
    void aConditionAsksForNoLabels() {
        Encounter visit = visit("vc-dalby");
        String asking = condition() + "&_security=https://samspar.example/fhir/access%7Csus-ortopedi";

        api.as("vc-dalby").post("Encounter", visit, "If-None-Exist: " + asking).expect(400);
        api.as("vc-dalby").put("Encounter?" + asking, visit).expect(400);
    }

    @Test
    void whatATransactionReadsIsNotThereAlsoWhereItIsAnothers() {
        String foreign = "Encounter/"
                + create("vc-dalby", visit("vc-dalby"))
                        .expect(201)
                        .header("Location")
                        .replaceAll(".*/Encounter/([^/]+)/.*", "$1");
        String missing = "Encounter/" + UUID.randomUUID();

        String answer = read(foreign).expect(404).body();

        assertThat(answer).isEqualTo(read(missing).expect(404).body()).doesNotContain("HAPI");
    }

    private HttpAnswer read(String path) {
        Bundle bundle = new Bundle().setType(BundleType.TRANSACTION);
        bundle.addEntry().getRequest().setMethod(HTTPVerb.GET).setUrl(path);
        return api.as("vc-limhamn").post("", bundle);
    }

    private HttpAnswer create(String unit, Encounter visit) {
        return api.as(unit).post("Encounter", visit, "If-None-Exist: " + condition());
    }

    private static String status(HttpAnswer answer) {
        return answer.expect(200)
                .resource(Bundle.class)
                .getEntryFirstRep()
                .getResponse()
                .getStatus();
    }

    private String condition() {
        return "identifier=" + SYSTEM + "%7C" + number;
    }

    /** A visit that has the number, of a patient whom the unit knows. */
    private Encounter visit(String unit) {
        ServiceRequest request = DemoRequests.consultation();
        request.setRequester(new Reference("Organization/" + unit));
        Reference patient = api.as(unit)
                .post("ServiceRequest/$submit", DemoRequests.submit(request, TestPatients.next()))
                .expect(200)
                .entry(ServiceRequest.class)
                .getSubject();
        Encounter visit = new Encounter();
        visit.addIdentifier().setSystem(SYSTEM).setValue(number);
        visit.setStatus(EncounterStatus.PLANNED);
        visit.getClass_()
                .setSystem("http://terminology.hl7.org/CodeSystem/v3-ActCode")
                .setCode("AMB");
        visit.addType(ContactType.MOTTAGNINGSBESOK.toConcept());
        visit.setSubject(patient);
        visit.setServiceProvider(new Reference("Organization/" + unit));
        Instant start = Instant.now().plus(3, ChronoUnit.DAYS);
        visit.getPeriod().setStart(Date.from(start)).setEnd(Date.from(start.plus(30, ChronoUnit.MINUTES)));
        return visit;
    }
}
