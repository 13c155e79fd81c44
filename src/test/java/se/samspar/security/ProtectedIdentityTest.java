package se.samspar.security;

import static org.assertj.core.api.Assertions.assertThat;
import static se.samspar.security.ProtectedPerson.NAME;
import static se.samspar.security.ProtectedPerson.PHONE;
import static se.samspar.security.ProtectedPerson.STREET;
import static se.samspar.support.DemoRequests.parameters;

import java.util.List;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.RelatedPerson;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import se.samspar.fhir.generated.CodeSystems;
import se.samspar.support.DemoRequests;
import se.samspar.support.HttpAnswer;
import se.samspar.support.SamsparApi;
import se.samspar.support.SamsparTest;
import se.samspar.support.SharedCare;
import se.samspar.support.TestPatients;
import se.samspar.support.UnitClient;

/** People with a protected identity (ALL-3): who is told what of them, by each way of asking. */
@SamsparTest
class ProtectedIdentityTest {

    private static final String HOME_SERVICE = "kommun-lund-hemtjanst";

    @Autowired
    SamsparApi api;

    private Patient person;
    private SharedCare care;
    private String relative;

    @BeforeEach
    void aProtectedPersonIsCaredFor() {
        person = ProtectedPerson.person("sekretessmarkering");
        String id = SharedCare.path(recorded(person));
        care = SharedCare.of(api, named(person));
        assertThat(care.patient()).isEqualTo(id);
        relative = SharedCare.path(api.as(HOME_SERVICE)
                .post("RelatedPerson", ProtectedPerson.relative(care.patient()), "Prefer: return=representation")
                .expect(201)
                .resource(RelatedPerson.class));
    }

    private static Patient named(Patient person) {
        Patient named = new Patient();
        named.setIdentifier(person.getIdentifier());
        return named;
    }

    private Patient recorded(Patient patient) {
        return api.asAdmin()
                .post("Patient", patient, "Prefer: return=representation")
                .expect(201)
                .resource(Patient.class);
    }

    /** {@code name} and {@code number}: are they in the answer? Where the person lives and is reached never is. */
    @TestFactory
    Stream<DynamicTest> whatIsTold() {
        return Stream.of(
                        new Question("home service", "Patient/ID", true, true),
                        new Question("home service", "Patient/ID/_history/1", true, true),
                        new Question("home service", "Patient/ID?_elements=name", true, false),
                        new Question("home service", "Patient/ID/_history", false, false),
                        new Question("home service", "Patient?_id=ID", false, false),
                        new Question("home service", "Patient?identifier=NUMBER", false, false),
                        new Question("home service", "Patient?_id=ID&_revinclude=CarePlan:subject", false, false),
                        new Question("home service", "Patient", false, false),
                        new Question("home service", "CarePlan?_id=CASE&_include=CarePlan:subject", false, false),
                        new Question("home service", "CASEPATH", false, false),
                        new Question(
                                "home service",
                                "RelatedPerson?patient=ID&_include=RelatedPerson:patient",
                                false,
                                false),
                        new Question("home service", "RELATIVE", true, false),
                        new Question("home service", "RELATIVE/_history", false, false),
                        new Question("orthopaedics", "Patient/ID", true, true),
                        new Question("orthopaedics", "REQUEST", false, false),
                        new Question("orthopaedics", "REQUEST/_history", false, false),
                        new Question(
                                "orthopaedics",
                                "ServiceRequest?patient=ID&_include=ServiceRequest:patient",
                                false,
                                false),
                        new Question("orthopaedics", "Task?patient=ID&_include=Task:patient&_include=*", false, false),
                        new Question("orthopaedics", "ServiceRequest?patient.identifier=NUMBER", false, false),
                        new Question("population", "Patient/ID", true, true),
                        new Question("population", "Patient?_id=ID", true, true))
                .map(question ->
                        DynamicTest.dynamicTest(question.who() + ": " + question.asks(), () -> tell(question)));
    }

    private record Question(String who, String asks, boolean name, boolean number) {}

    private void tell(Question question) {
        HttpAnswer answer = as(question.who()).get(fill(question.asks())).expect(200);

        assertThat(answer.body().contains(NAME)).as(answer.body()).isEqualTo(question.name());
        assertThat(answer.body()
                        .replace("=" + care.personnummer(), "")
                        .replace("%7C" + care.personnummer(), "")
                        .contains(care.personnummer()))
                .as(answer.body())
                .isEqualTo(question.number());
        if (!question.who().equals("population")) {
            assertThat(answer.body()).doesNotContain(STREET, PHONE, CodeSystems.KOMMUN);
        }
    }

    private UnitClient as(String who) {
        return switch (who) {
            case "home service" -> api.as(HOME_SERVICE);
            case "orthopaedics" -> api.as("sus-ortopedi");
            default -> api.asAdmin();
        };
    }

    private String fill(String path) {
        return path.replace("ID", care.patient().replaceAll(".*/", ""))
                .replace("NUMBER", care.personnummer())
                .replace("CASEPATH", care.aCase())
                .replace("CASE", care.aCase().replaceAll(".*/", ""))
                .replace("RELATIVE", relative)
                .replace("REQUEST", care.request());
    }

    @Test
    void theMarkingIsShownWithThePatientButNoLabelOfTheServer() {
        for (String path : List.of("Patient/ID", "Patient?_id=ID")) {
            assertThat(api.as(HOME_SERVICE).get(fill(path)).expect(200).body())
                    .contains("sekretessmarkering")
                    .doesNotContain("samspar.example/fhir/protected")
                    .doesNotContain("samspar.example/fhir/access");
        }
    }

    @Test
    void inABundleOfRequestsAPatientIsAsInAList() {
        Bundle batch = new Bundle().setType(Bundle.BundleType.BATCH);
        batch.addEntry().getRequest().setMethod(Bundle.HTTPVerb.GET).setUrl(care.patient());

        assertThat(api.as(HOME_SERVICE).post("", batch).expect(200).body())
                .contains("sekretessmarkering")
                .doesNotContain(NAME, STREET, care.personnummer());
    }

    /** A search that is about who the person is finds nobody, so that it tells nothing either. */
    @TestFactory
    Stream<DynamicTest> noSearchFindsThePersonByWhoTheyAre() {
        return Stream.of(
                        "Patient?_id=ID&name=Hemligsson",
                        "Patient?_id=ID&family:exact=Hemligsson",
                        "Patient?_id=ID&birthdate=1966-06-06",
                        "Patient?_id=ID&address-city=Lund",
                        "Patient?_id=ID&telecom=070-1740605",
                        "Patient?_id=ID&gender=unknown",
                        "Patient?_id=ID&address:missing=false",
                        "Patient?_id=ID&_sort=family",
                        "Patient?identifier=NUMBER&birthdate=1966-06-06",
                        "CarePlan?_id=CASE&patient.family=Hemligsson",
                        "CarePlan?_id=CASE&subject:Patient.birthdate=1966-06-06",
                        "RelatedPerson?patient=ID&name=Anh",
                        "RelatedPerson?patient=ID&address=G")
                .map(search -> DynamicTest.dynamicTest(search, () -> noSearchFindsThePersonByWhoTheyAre(search)));
    }

    private void noSearchFindsThePersonByWhoTheyAre(String search) {
        Bundle found = api.as(HOME_SERVICE).get(fill(search)).expect(200).resource(Bundle.class);

        assertThat(found.getEntry()).isEmpty();
        assertThat(found.getTotal()).isZero();
    }

    @Test
    void soItFindsAnybodyElse() {
        SharedCare ordinary = SharedCare.of(api, TestPatients.next());
        String id = ordinary.patient().replaceAll(".*/", "");

        assertThat(api.as(HOME_SERVICE)
                        .get("Patient?_id=" + id + "&name=Testsson")
                        .expect(200)
                        .entry(Patient.class)
                        .getNameFirstRep()
                        .getFamily())
                .isEqualTo("Testsson");
        assertThat(api.as(HOME_SERVICE)
                        .get("CarePlan?patient=" + id + "&patient.family=Testsson")
                        .expect(200)
                        .entries(CarePlan.class))
                .hasSize(1);
        assertThat(api.as("sus-ortopedi").get(ordinary.request()).expect(200).body())
                .contains("Tolvan Testsson");
    }

    @Test
    void aUnitWithNothingOpenIsToldOnlyThatThePatientIsProtected() {
        api.as("vc-dalby").post(care.request() + "/$cancel", parameters("reason", "x"));
        ServiceRequest another = DemoRequests.internalMedicine();
        another.setSubject(new Reference(care.patient()));
        String request = SharedCare.path(api.as("vc-dalby")
                .post("ServiceRequest/$submit", parameters("request", another))
                .expect(200)
                .entry(ServiceRequest.class));
        assertThat(api.as("sus-akut-internmedicin")
                        .get(care.patient())
                        .expect(200)
                        .body())
                .contains(NAME);

        api.as("vc-dalby").post(request + "/$cancel", parameters("reason", "x")).expect(200);

        assertThat(api.as("sus-akut-internmedicin")
                        .get(care.patient())
                        .expect(200)
                        .body())
                .contains("sekretessmarkering")
                .doesNotContain(NAME, care.personnummer());
    }

    /** Older versions go by the marking of today, as does all that was written before it. */
    @Test
    void whoIsMarkedLaterIsProtectedFromThenOn() {
        Patient later = ProtectedPerson.person(null);
        SharedCare known = SharedCare.of(api, later);
        String path = known.patient();
        assertThat(api.as(HOME_SERVICE).get(path).body()).contains(STREET);
        assertThat(api.as("sus-ortopedi").get(known.request()).body()).contains("Tolvan Testsson");

        Patient stored = api.asAdmin().get(path).expect(200).resource(Patient.class);
        stored.getMeta().addSecurity(new Coding(CodeSystems.SE_SECURITY_LABEL, "skyddadFolkbokforing", null));
        api.asAdmin().put(path, stored).expect(200);

        assertThat(api.as(HOME_SERVICE).get(path).body()).contains(NAME).doesNotContain(STREET);
        assertThat(api.as(HOME_SERVICE).get(path + "/_history/1").body()).doesNotContain(STREET);
        assertThat(api.as(HOME_SERVICE).get(path + "/_history").body()).doesNotContain(STREET, NAME);
        assertThat(api.as("sus-ortopedi").get(known.request()).body()).doesNotContain("Tolvan Testsson");
        assertThat(api.as(HOME_SERVICE).get("Patient?name=" + NAME).body()).doesNotContain(path);

        stored.getMeta().setSecurity(null);
        api.asAdmin().put(path, stored).expect(200);

        assertThat(api.as(HOME_SERVICE).get(path).body()).contains(STREET).doesNotContain("skyddadFolkbokforing");
        assertThat(api.as("sus-ortopedi").get(known.request()).body()).contains("Tolvan Testsson");
    }

    @Test
    void anAnswerThatIsRepeatedTellsNoMoreThanTheFirst() {
        for (int i = 0; i < 2; i++) {
            assertThat(api.as("sus-ortopedi")
                            .post(
                                    care.request() + "/$answer",
                                    parameters("kind", new CodeType("partial"), "text", "Svar"),
                                    "Idempotency-Key: " + care.request())
                            .expect(200)
                            .body())
                    .contains("Communication")
                    .doesNotContain("Tolvan Testsson");
        }
    }

    @Test
    void whoIsTakenInByAUnitKeepsTheMarkingAndNoOtherLabel() {
        Patient sent = ProtectedPerson.person("skyddadFolkbokforing");
        sent.getMeta().addTag("urn:x", "y", null);
        sent.getMeta().addSecurity("https://samspar.example/fhir/access", "vc-limhamn", null);
        String path = SharedCare.of(api, sent).patient();

        assertThat(api.as(HOME_SERVICE).get(path).expect(200).body())
                .contains("skyddadFolkbokforing", NAME)
                .doesNotContain(STREET, "urn:x");
        api.as("vc-limhamn").get(path).expect(404);
    }

    @Test
    void aKnownPersonIsNeitherMarkedNorUnmarkedByAUnit() {
        Patient unmarked = recorded(ProtectedPerson.person(null));
        Patient sent = named(unmarked);
        sent.getMeta().addSecurity(new Coding(CodeSystems.SE_SECURITY_LABEL, "sekretessmarkering", null));

        SharedCare.of(api, sent);

        assertThat(api.asAdmin().get(SharedCare.path(unmarked)).body()).doesNotContain("sekretessmarkering");
        assertThat(api.asAdmin().get(care.patient()).body()).contains("sekretessmarkering");
    }
}
