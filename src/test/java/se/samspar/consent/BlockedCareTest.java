package se.samspar.consent;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Consent.ConsentState;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.samspar.fhir.generated.CodeSystems;
import se.samspar.support.DemoCases;
import se.samspar.support.DemoRequests;
import se.samspar.support.SamsparApi;
import se.samspar.support.SamsparTest;
import se.samspar.support.SharedCare;
import se.samspar.support.TestPatients;

/** A patient has had documentation blocked (PDL 4 kap. 4 §, 6 kap. 2 §): who reads what, in each way of reading. */
@SamsparTest
class BlockedCareTest {

    @Autowired
    SamsparApi api;

    private SharedCare care;

    @BeforeEach
    void severalUnitsCareForThePatient() {
        care = SharedCare.of(api, TestPatients.next());
    }

    /** Dalby, orthopaedics and the rehabilitation are of one care provider, the home service is of another. */
    private static final String WHO_READS_WHAT =
            """
                        vc-dalby,               visit,             200, 200, 200
            vc-dalby,               diagnosis,         200, 200, 200
            vc-dalby,               request,           200, 200, 200
            vc-dalby,               answer,            200, 200, 200
            vc-dalby,               to home service,   200, 200, 200
            sus-ortopedi,           request,           200, 200, 200
            sus-ortopedi,           task,              200, 200, 200
            sus-ortopedi,           file,              200, 200, 200
            sus-ortopedi,           binary,            200, 200, 200
            sus-ortopedi,           answer,            200, 200, 200
            sus-ortopedi,           patient,           200, 200, 200
            sus-ortopedi,           visit,             200, 404, 200
            sus-ortopedi,           diagnosis,         200, 404, 200
            sus-ortopedi,           to home service,   404, 404, 404
            rehab-lund,             to rehabilitation, 200, 200, 200
            rehab-lund,             to home service,   200, 404, 200
            rehab-lund,             case,              200, 200, 200
            kommun-lund-hemtjanst,  to rehabilitation, 200, 404, 404
            kommun-lund-hemtjanst,  to home service,   200, 200, 200
            kommun-lund-hemtjanst,  case,              200, 200, 200
            kommun-lund-hemtjanst,  visit,             404, 404, 404
            """;

    /** The columns: without a block, with one of Dalby's documentation, with one of its care provider's. */
    @Test
    void whoReadsWhat() {
        assertTable(2);
        Consent ofUnit = care.blocked("vc-dalby", "vc-dalby");
        assertTable(3);
        lift("vc-dalby", ofUnit);
        assertTable(2);
        Consent ofProvider = care.blocked("vc-dalby", "region-skane");
        assertTable(4);
        lift("sus-neurologi", ofProvider);
        assertTable(2);
    }

    private void assertTable(int column) {
        WHO_READS_WHAT
                .lines()
                .map(row -> row.split(",\\s*"))
                .forEach(row -> assertReads(row[0].strip(), care.path(row[1]), Integer.parseInt(row[column].strip())));
    }

    /** By id, as a version, in its history, by searches and as what comes with another resource. */
    private void assertReads(String reader, String path, int status) {
        String type = path.substring(0, path.indexOf('/'));
        String id = path.substring(path.indexOf('/') + 1);
        assertThat(api.as(reader).get(path).status())
                .as("%s reads %s", reader, path)
                .isEqualTo(status);
        if (type.equals("Binary")) {
            return;
        }
        assertThat(api.as(reader).get(path + "/_history/1").status()).isEqualTo(status);
        assertThat(api.as(reader).get(path + "/_history").status()).isEqualTo(status);
        int found = status == 200 ? 1 : 0;
        assertThat(total(reader, type + "?_id=" + id)).isEqualTo(found);
        assertThat(total(reader, type + "?_id=" + id + "&_summary=count")).isEqualTo(found);
        if (!type.equals("Patient")) {
            assertThat(ids(reader, type + "?patient=" + care.patient()).contains(id))
                    .isEqualTo(found == 1);
            assertThat(ids(reader, "Patient?_id=" + care.patient() + "&_revinclude=" + type + ":patient")
                            .contains(id))
                    .isEqualTo(found == 1);
        }
    }

    private int total(String reader, String search) {
        return api.as(reader).get(search).expect(200).resource(Bundle.class).getTotal();
    }

    private List<String> ids(String reader, String search) {
        return api.as(reader).get(search).expect(200).entries(Resource.class).stream()
                .map(resource -> resource.getIdElement().getIdPart())
                .toList();
    }

    private void lift(String unit, Consent block) {
        Consent seen = api.as(unit).read(Consent.class, block.getIdElement().getIdPart());
        api.as(unit)
                .put(SharedCare.path(block), seen.setStatus(ConsentState.INACTIVE))
                .expect(200);
    }

    @Test
    void whatComesWithTheRequestIsLeftOut() {
        String search =
                "ServiceRequest?_id=" + care.request().replaceAll(".*/", "") + "&_include=*&_revinclude=Task:focus";
        care.blocked("vc-dalby", "vc-dalby");

        assertThat(ids("sus-ortopedi", search))
                .contains(care.task().replaceAll(".*/", ""))
                .doesNotContain(care.diagnosisPath().replaceAll(".*/", ""));
    }

    @Test
    void whatIsWrittenWhileItHoldsIsBlockedToo() {
        care.blocked("vc-dalby", "vc-dalby");
        ServiceRequest another = DemoRequests.internalMedicine();
        another.setSubject(new Reference(care.patient()));
        another.addSupportingInfo(new Reference(care.diagnosisPath()));

        String request = SharedCare.path(api.as("vc-dalby")
                .post("ServiceRequest/$submit", DemoRequests.parameters("request", another))
                .expect(200)
                .entry(ServiceRequest.class));

        api.as("sus-akut-internmedicin").get(request).expect(200);
        api.as("sus-akut-internmedicin").get(care.diagnosisPath()).expect(404);
        assertThat(total("sus-akut-internmedicin", "Condition?patient=" + care.patient()))
                .isZero();
    }

    @Test
    void whatIsSentAndRegisteredWhileItHoldsIsBlockedAndOpensWithItsEnd() {
        Consent block = care.blocked("vc-dalby", "vc-dalby");
        String message = care.send("rehab-lund");
        List<Encounter> halves = api.as("vc-dalby")
                .post("Encounter/$register-consultation", registration())
                .expect(200)
                .entries(Encounter.class);
        String visit = half("AMB", halves);
        String contact = half("VR", halves);
        String ofOrthopaedics = care.answer("sus-ortopedi");

        api.as("rehab-lund").get(message).expect(200);
        api.as("kommun-lund-hemtjanst").get(message).expect(404);
        api.as("sus-ortopedi").get(visit).expect(404);
        api.as("sus-ortopedi").get(contact).expect(200);
        assertThat(api.as("sus-ortopedi")
                        .post(
                                contact + "/$complete-registration",
                                DemoRequests.parameters("diagnosis", new Coding(CodeSystems.ICD_10_SE, "M17.1", null)))
                        .expect(200)
                        .entries(Encounter.class))
                .extracting(SharedCare::path)
                .containsExactly(contact);
        api.as("vc-dalby").get(ofOrthopaedics).expect(200);

        lift("vc-dalby", block);

        api.as("kommun-lund-hemtjanst").get(message).expect(200);
        api.as("sus-ortopedi").get(visit).expect(200);
    }

    private Parameters registration() {
        Instant start = Instant.now().minus(30, ChronoUnit.MINUTES);
        return DemoRequests.parameters(
                "request",
                new Reference(care.request()),
                "period",
                new Period().setStart(Date.from(start)).setEnd(Date.from(start.plus(30, ChronoUnit.MINUTES))),
                "primaryCareUnit",
                DemoCases.unit("vc-dalby"),
                "primaryCarePractitioner",
                new Reference("PractitionerRole/vc-dalby-lakare-1"),
                "specialistUnit",
                DemoCases.unit("sus-ortopedi"),
                "specialistPractitioner",
                new Reference("PractitionerRole/sus-ortopedi-lakare-1"));
    }

    private static String half(String kind, List<Encounter> halves) {
        return halves.stream()
                .filter(half -> kind.equals(half.getClass_().getCode()))
                .map(SharedCare::path)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theLastBlockThatIsLiftedOpens() {
        Consent first = care.blocked("vc-dalby", "vc-dalby");
        Consent second = care.blocked("vc-dalby", "vc-dalby");
        lift("vc-dalby", first);
        api.as("sus-ortopedi").get(care.visitPath()).expect(404);

        api.as("vc-dalby")
                .post(SharedCare.path(second) + "/$withdraw", DemoRequests.parameters("reason", "Patienten vill det"))
                .expect(200);

        api.as("sus-ortopedi").get(care.visitPath()).expect(200);
    }

    @Test
    void whoIsOutsideLearnsNothingOfTheBlock() {
        Consent block = care.blocked("vc-dalby", "vc-dalby");
        for (String outside : List.of("sus-ortopedi", "rehab-lund", "kommun-lund-hemtjanst")) {
            api.as(outside).get(SharedCare.path(block)).expect(404);
            assertThat(ids(outside, "Consent?patient=" + care.patient()))
                    .doesNotContain(block.getIdElement().getIdPart());
        }
    }

    @Test
    void aUnitOfTheCareProviderSeesItsBlockButNotThereforeThePatient() {
        Consent block = care.blocked("vc-dalby", "region-skane");

        api.as("vc-limhamn").get(SharedCare.path(block)).expect(200);
        api.as("vc-limhamn").get(care.patient()).expect(404);
        api.as("kommun-lund-hemtjanst").get(SharedCare.path(block)).expect(404);
    }

    @Test
    void nobodyBlocksOrLiftsForAnother() {
        api.as("sus-ortopedi").post("Consent", care.block("vc-dalby")).expect(403);
        api.as("kommun-lund-hemtjanst")
                .post("Consent", care.block("region-skane"))
                .expect(403);
        api.as("vc-limhamn").post("Consent", care.block("vc-limhamn")).refused(422); // sees no such patient
        Consent block = care.blocked("vc-dalby", "vc-dalby");
        api.as("sus-ortopedi")
                .put(SharedCare.path(block), block.copy().setStatus(ConsentState.INACTIVE))
                .expect(404);
        api.as("sus-ortopedi")
                .post(SharedCare.path(block) + "/$withdraw", DemoRequests.parameters("reason", "x"))
                .expect(404);
        api.as("sus-ortopedi").get(care.visitPath()).expect(404);
    }

    @Test
    void whatIsBlockedIsNotMovedToAnotherSource() {
        Consent block = care.blocked("vc-dalby", "vc-dalby");
        block.getProvision().getActorFirstRep().getReference().setReference("Organization/region-skane");

        assertThat(api.as("vc-dalby")
                        .put(SharedCare.path(block), block)
                        .refused(422)
                        .ruleCodes())
                .contains("decision-stands");
    }

    @Test
    void itSaysWhoRegisteredItAndFromWhenToWhenItHolds() {
        Consent block = care.blocked("vc-dalby", "vc-dalby");
        assertThat(block.getOrganizationFirstRep().getReference()).isEqualTo("Organization/vc-dalby");
        assertThat(block.getProvision().getPeriod().hasStart()).isTrue();
        assertThat(block.getProvision().getPeriod().hasEnd()).isFalse();

        lift("vc-dalby", block);

        assertThat(api.as("vc-dalby")
                        .read(Consent.class, block.getIdElement().getIdPart())
                        .getProvision()
                        .getPeriod()
                        .hasEnd())
                .isTrue();
    }
}
