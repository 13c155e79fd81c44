package se.samspar.resident;

import static org.assertj.core.api.Assertions.assertThat;
import static se.samspar.resident.Residents.HOME_SERVICE;
import static se.samspar.resident.Residents.RELATIVE;

import java.util.List;
import java.util.Map;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.CarePlan.CarePlanStatus;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.Narrative.NarrativeStatus;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.samspar.fhir.generated.CodeSystems;
import se.samspar.support.HttpAnswer;
import se.samspar.support.SamsparApi;
import se.samspar.support.SamsparTest;
import se.samspar.support.SharedCare;
import se.samspar.support.TestPatients;
import se.samspar.support.UnitClient;

/** A person reads the own record, whoever the care provider is (UPP-5, UPP-8), and nothing that is not for the person. */
@SamsparTest
class OwnRecordTest {

    private static final Map<String, Class<? extends Resource>> TYPES = Map.of(
            "Patient", Patient.class,
            "ServiceRequest", ServiceRequest.class,
            "Communication", Communication.class,
            "CarePlan", CarePlan.class,
            "Appointment", Appointment.class);

    @Autowired
    SamsparApi api;

    private Residents resident;
    private SharedCare care;
    private UnitClient person;

    @BeforeEach
    void unitsCareForTwoPeople() {
        SharedCare.of(api, TestPatients.next());
        Patient one = TestPatients.next();
        one.addContact().getName().setText(RELATIVE);
        one.addAddress().setCity("Lund");
        one.getMeta().addSecurity(new Coding(CodeSystems.SE_SECURITY_LABEL, "sekretessmarkering", null));
        one.getText().setStatus(NarrativeStatus.GENERATED).setDivAsString("<div>" + RELATIVE + "</div>");
        resident = Residents.of(api, one);
        care = resident.care();
        person = resident.person();
    }

    private List<String> found(UnitClient asking, String type, String query) {
        return asking.get(type + query).expect(200).entries(TYPES.get(type)).stream()
                .map(SharedCare::path)
                .toList();
    }

    @Test
    void theOwnRecordIsFoundWithoutAskingForItAndReadByItsIds() {
        String meeting = resident.met(2, "Location/vc-dalby", resident.relative());
        String plan = SharedCare.path(resident.planned("Handla", resident.relative()));

        assertThat(found(person, "Patient", "")).containsExactly(care.patient());
        assertThat(found(person, "ServiceRequest", "")).containsExactly(care.request());
        assertThat(found(person, "Communication", "")).containsExactly(care.answer());
        assertThat(found(person, "CarePlan", "")).containsExactlyInAnyOrder(care.aCase(), plan);
        assertThat(found(person, "Appointment", "")).containsExactly(meeting);
        for (String path : List.of(care.patient(), care.request(), care.answer(), care.aCase(), plan, meeting)) {
            person.get(path).expect(200);
        }
        assertThat(found(person, "ServiceRequest", "?status=active&_sort=-_lastUpdated"))
                .containsExactly(care.request());
        assertThat(found(person, "ServiceRequest", "?status=completed")).isEmpty();
        assertThat(found(person, "CarePlan", "?category=shared-planning")).containsExactly(plan);
        assertThat(found(person, "Communication", "?based-on=" + care.request()))
                .containsExactly(care.answer());
        assertThat(TYPES.keySet())
                .allSatisfy(type -> assertThat(counted(type)).isEqualTo(type.equals("CarePlan") ? 2 : 1));
    }

    private int counted(String type) {
        return person.get(type + "?_summary=count")
                .expect(200)
                .resource(Bundle.class)
                .getTotal();
    }

    @Test
    void whatUnitsTellEachOtherIsNotThere() {
        for (String message : List.of(care.toHomeService(), care.toRehabilitation())) {
            person.get(message).refused(404);
            assertThat(found(person, "Communication", "?_id=" + message.replaceFirst(".*/", "")))
                    .isEmpty();
        }
        for (String path : List.of(care.task(), care.file(), care.visitPath(), care.diagnosisPath())) {
            person.get(path).refused(403);
        }
    }

    @Test
    void neitherAProtectedIdentityNorABlockHidesAPersonFromThemselves() {
        care.blocked("vc-dalby", "vc-dalby");
        care.blocked(HOME_SERVICE, HOME_SERVICE);

        Patient own = person.get(care.patient()).expect(200).resource(Patient.class);
        assertThat(own.getIdentifierFirstRep().getValue()).isEqualTo(care.personnummer());
        assertThat(own.getAddressFirstRep().getCity()).isEqualTo("Lund");
        assertThat(found(person, "Patient", "?_sort=family")).containsExactly(care.patient());
        assertThat(found(person, "ServiceRequest", "")).containsExactly(care.request());
        assertThat(person.get(care.patient()).body())
                .doesNotContain("samspar.example/fhir/access", "samspar.example/fhir/protected");
    }

    @Test
    void unitsAreNamedAndOtherPeopleAreNot() {
        String meeting = resident.met(2, "Location/vc-dalby", resident.relative());
        String plan = SharedCare.path(resident.planned("Handla", resident.relative()));

        for (String path : List.of(care.patient(), care.request(), care.aCase(), plan, meeting)) {
            assertThat(person.get(path).expect(200).body()).as(path).doesNotContain(RELATIVE);
        }
        for (String type : TYPES.keySet()) {
            assertThat(person.get(type).expect(200).body()).as(type).doesNotContain(RELATIVE);
        }
        ServiceRequest request = person.get(care.request()).expect(200).resource(ServiceRequest.class);
        assertThat(request.getPerformerFirstRep().getDisplay()).isEqualTo("Ortopedi, Skånes universitetssjukhus");
        assertThat(request.getRequester().getDisplay()).isEqualTo("Vårdcentralen Dalby");
        CarePlan aCase = person.get("CarePlan?category=outpatient-case").entry(CarePlan.class);
        assertThat(aCase.getAuthor().getDisplay()).isEqualTo("Hemtjänsten, Lunds kommun (demo)");
        assertThat(api.as("vc-dalby").get(care.request()).body()).doesNotContain("\"display\": \"Vård");
    }

    @Test
    void whatWasWrittenByMistakeIsNotShown() {
        CarePlan plan = resident.planned("Handla", care.patient());
        String path = SharedCare.path(plan);
        person.get(path).expect(200);
        api.as(HOME_SERVICE)
                .put(path, plan.setStatus(CarePlanStatus.ENTEREDINERROR))
                .expect(200);

        person.get(path).refused(404);
        assertThat(found(person, "CarePlan", "")).containsExactly(care.aCase());
        assertThat(person.get("CarePlan?status=entered-in-error&_summary=count")
                        .expect(200)
                        .resource(Bundle.class)
                        .getTotal())
                .isZero();
    }

    @Test
    void eachTypeNeedsItsScope() {
        UnitClient narrow = resident.person("patient/CarePlan.r patient/ServiceRequest.s");
        narrow.get(care.aCase()).expect(200);
        narrow.get("CarePlan").refused(403);
        assertThat(found(narrow, "ServiceRequest", "")).containsExactly(care.request());
        assertThat(narrow.get(care.request()).refused(403).body()).contains("patient/ServiceRequest.r");
        narrow.get(care.patient()).refused(403);
        narrow.get("AuditEvent").refused(403);
        resident.person("system/*.rs user/*.rs samspar/admin")
                .get(care.request())
                .refused(403);
        person.get("AuditEvent").expect(200);
    }

    @Test
    void aPageIsTheSearchersOwnAlsoInOneApp() {
        resident.planned("Handla", care.patient());
        HttpAnswer first = person.get("CarePlan?_count=1").expect(200);
        String next = first.resource(Bundle.class).getLink("next").getUrl().replaceFirst("^.*/fhir/?", "");

        Residents other = Residents.of(api, TestPatients.next());
        other.person().get(next).refused(410);
        api.as("vc-dalby").get(next).refused(410);
        resident.person("patient/Patient.rs").get(next).refused(403);
        assertThat(person.get(next).expect(200).entries(CarePlan.class)).hasSize(1);
    }

    @Test
    void aTokenThatNamesNobodyOpensNothing() {
        for (String id : List.of("", " ", "*", "Patient/" + care.patient(), "a,b", "../x")) {
            UnitClient nobody = api.asPatient(id, "patient/*.rs samspar/admin");
            nobody.get("Patient").refused(403);
            nobody.get("ServiceRequest?_summary=count").refused(403);
            nobody.get("AuditEvent").refused(403);
        }
        UnitClient unknown = api.asPatient("finns-inte", "patient/*.rs");
        assertThat(found(unknown, "Patient", "")).isEmpty();
        assertThat(found(unknown, "CarePlan", "")).isEmpty();
        unknown.get("Patient/finns-inte/$next-steps").refused(404);
    }

    @Test
    void appsAreToldThatThereAreScopesOfPatients() {
        assertThat(api.asNobody()
                        .get(".well-known/smart-configuration")
                        .expect(200)
                        .body())
                .contains("\"patient/*.rs\"", "\"permission-patient\"");
    }

    /** A person has no emergency of a unit's, which would say of others whether they are there. */
    @Test
    void aPurposeOpensNothingMore() {
        UnitClient hasty = api.withClaims(
                "app", "patient/*.rs", Map.of("patient", care.patient().replace("Patient/", ""), "purpose", "BTG"));
        Residents other = Residents.of(api, TestPatients.next());
        hasty.get(care.request()).expect(200);
        hasty.get(other.care().request()).refused(404);
        hasty.get(other.care().request(), "X-Access-Reason: nyfiken").refused(400);
    }
}
