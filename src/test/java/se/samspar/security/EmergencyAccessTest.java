package se.samspar.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import se.samspar.fhir.generated.CodeSystems;
import se.samspar.support.DemoRequests;
import se.samspar.support.HttpAnswer;
import se.samspar.support.OperationExamples;
import se.samspar.support.SamsparApi;
import se.samspar.support.SamsparTest;
import se.samspar.support.SharedCare;
import se.samspar.support.TestPatients;
import se.samspar.support.UnitClient;

/** Access in an emergency (break-glass): what it opens to whom, and what it never does. */
@SamsparTest
class EmergencyAccessTest {

    private static final String UNIT = "sus-akut-internmedicin";
    private static final String REASON = "X-Access-Reason: Medvetsl%C3%B6s, inga anh%C3%B6riga";

    @Autowired
    SamsparApi api;

    private SharedCare care;
    private UnitClient emergency;

    @BeforeEach
    void aPatientOfOthersIsTakenToTheEmergencyDepartment() {
        care = SharedCare.of(api, TestPatients.next());
        emergency = inEmergency("akutlakare-" + care.patient().substring(8, 16), Instant.now());
    }

    private UnitClient inEmergency(String employee, Instant issued) {
        return api.inEmergencyAt(UNIT, employee, issued);
    }

    @TestFactory
    Stream<DynamicTest> whatIsAboutThePatientIsOpenedAndBlocksAreToo() {
        care.blocked("vc-dalby", "vc-dalby");
        return Stream.of(
                        "patient",
                        "visit",
                        "diagnosis",
                        "request",
                        "task",
                        "file",
                        "binary",
                        "answer",
                        "case",
                        "to rehabilitation",
                        "to home service")
                .map(what -> DynamicTest.dynamicTest(what, () -> whatIsAboutThePatientIsOpenedAndBlocksAreToo(what)));
    }

    private void whatIsAboutThePatientIsOpenedAndBlocksAreToo(String what) {
        String path = care.path(what);
        api.as(UNIT).get(path).expect(404);

        emergency.get(path, REASON).expect(200);
        if (!what.equals("binary")) {
            emergency.get(path + "/_history/1", REASON).expect(200);
            emergency.get(path + "/_history", REASON).expect(200);
        }

        api.as(UNIT).get(path).expect(404);
    }

    @Test
    void soAreSearchesThatNameThePatient() {
        SharedCare another = SharedCare.of(api, TestPatients.next());
        care.blocked("vc-dalby", "vc-dalby");
        for (String search : List.of(
                "Condition?patient=ID",
                "Condition?subject=Patient/ID",
                "Encounter?patient=Patient/ID&_include=Encounter:patient",
                "Communication?patient=ID&_sort=-sent",
                "Patient?identifier=http://electronichealth.se/identifier/personnummer%7CNUMBER",
                "Patient?identifier=urn:oid:1.2.752.129.2.1.3.1%7CNUMBER",
                "Patient?_id=ID&_revinclude=Condition:patient&_revinclude=Task:patient")) {
            HttpAnswer found = emergency.get(fill(search), REASON).expect(200);
            assertThat(found.resource(Bundle.class).getTotal()).as(search).isPositive();
            assertThat(found.body()).doesNotContain(another.patient()).doesNotContain("samspar.example/fhir/access");
            assertThat(api.as(UNIT)
                            .get(fill(search))
                            .expect(200)
                            .resource(Bundle.class)
                            .getTotal())
                    .isZero();
        }
        assertThat(emergency
                        .send(
                                "POST",
                                "Condition/_search",
                                fill("patient=ID"),
                                "Content-Type: application/x-www-form-urlencoded",
                                REASON)
                        .expect(200)
                        .resource(Bundle.class)
                        .getTotal())
                .isPositive();
    }

    private String fill(String search) {
        return search.replace("ID", care.patient().replaceAll(".*/", "")).replace("NUMBER", care.personnummer());
    }

    @Test
    void theSameEmployeePagesOnAndNobodyElse() {
        Bundle first = emergency
                .get(fill("Communication?patient=ID&_count=1"), REASON)
                .expect(200)
                .resource(Bundle.class);
        String next = first.getLink(Bundle.LINK_NEXT).getUrl().replaceFirst("^.*/fhir/?", "");

        assertThat(emergency.get(next, REASON).expect(200).entries(Resource.class))
                .hasSize(1);
        emergency.get(next).refused(400);
        api.as(UNIT).get(next).expect(410);
        inEmergency("en-annan", Instant.now()).get(next, REASON).expect(410);
    }

    @TestFactory
    Stream<DynamicTest> aSearchWithoutOnePatientIsRefused() {
        return Stream.of(
                        "Condition",
                        "Condition?code=M17.1",
                        "Condition?patient=ID,other",
                        "Condition?patient=ID&patient=ID",
                        "Condition?patient=ID&subject=ID",
                        "Condition?patient:missing=false",
                        "Condition?patient.identifier=NUMBER",
                        "Task?owner=Organization/sus-ortopedi",
                        "Patient",
                        "Patient?name=Testsson",
                        "Patient?identifier=NUMBER",
                        "Patient?identifier=http://electronichealth.se/identifier/personnummer%7C",
                        "Patient?identifier=http://electronichealth.se/identifier/personnummer%7CNUMBER,x",
                        "Patient?_id=ID,other",
                        "Patient?_id=ID&_id=ID")
                .map(search -> DynamicTest.dynamicTest(search, () -> aSearchWithoutOnePatientIsRefused(search)));
    }

    private void aSearchWithoutOnePatientIsRefused(String search) {
        assertThat(emergency.get(fill(search), REASON).refused(403).body()).contains("one patient");
    }

    @Test
    void whatIsNotCareIsNotOpened() {
        WorkOfOthers others = WorkOfOthers.done(api);
        emergency.get(WorkOfOthers.path(others.deviation()), REASON).refused(403);
        emergency
                .get("AdverseEvent?subject=" + others.request().getSubject().getReference(), REASON)
                .refused(403);
        emergency.get("Organization/vc-dalby").expect(200); // the directory is everybody's, without a reason
    }

    @Test
    void nothingIsWritten() {
        Patient patient = TestPatients.next();
        emergency.post("Encounter", care.visit(), REASON).refused(403);
        emergency
                .put(care.visitPath(), care.visit().setId(care.visitPath()), REASON)
                .refused(403);
        emergency
                .patch(care.visitPath(), "[{\"op\":\"remove\",\"path\":\"/period\"}]", REASON)
                .refused(403);
        emergency
                .post("ServiceRequest/$submit", DemoRequests.submit(DemoRequests.consultation(), patient), REASON)
                .refused(403);
        Bundle batch = new Bundle().setType(Bundle.BundleType.BATCH);
        batch.addEntry().getRequest().setMethod(Bundle.HTTPVerb.GET).setUrl(care.patient());
        emergency.post("", batch, REASON).refused(403);
    }

    @TestFactory
    Stream<DynamicTest> noOperationRuns() {
        return OperationExamples.of(type -> true).entrySet().stream()
                .map(operation -> DynamicTest.dynamicTest(operation.getKey(), () -> {
                    String example = OperationExamples.read(operation.getValue());
                    HttpAnswer onType = emergency.post(operation.getKey(), example, REASON);
                    boolean isOnInstances = onType.body().contains("does not know how");
                    HttpAnswer answer = isOnInstances
                            ? emergency.post(operation.getKey().replace("/", "/x/"), example, REASON)
                            : onType;
                    assertThat(answer.refused(403).body()).contains("one patient at a time");
                }));
    }

    @Test
    void aProtectedIdentityIsShownInADirectReadOnly() {
        Patient marked = TestPatients.next();
        marked.addAddress().addLine("Gömda gränden");
        marked.getMeta().addSecurity(new Coding(CodeSystems.SE_SECURITY_LABEL, "sekretessmarkering", null));
        String path = SharedCare.of(api, marked).patient();

        assertThat(emergency.get(path, REASON).expect(200).body())
                .contains("Testsson")
                .doesNotContain("Gömda");
        assertThat(emergency
                        .get("Patient?_id=" + path.substring(8), REASON)
                        .expect(200)
                        .body())
                .contains("sekretessmarkering")
                .doesNotContain("Testsson", "Gömda");
    }
}
