package se.samspar.followup;

import static org.assertj.core.api.Assertions.assertThat;
import static se.samspar.support.DemoRequests.parameters;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.Appointment.AppointmentStatus;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.MeasureReport;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import se.samspar.fhir.generated.CodeSystems;
import se.samspar.fhir.generated.Extensions;
import se.samspar.fhir.generated.IndicatorStratifier;
import se.samspar.store.ResourceStore;
import se.samspar.support.DemoRequests;
import se.samspar.support.SamsparApi;
import se.samspar.support.SamsparTest;
import se.samspar.support.TestPatients;

/** What the indicators say of events that are counted by hand here (UPP-1, UPP-4, DSK-10, TRK-10). */
@SamsparTest
class IndicatorFiguresTest {

    @Autowired
    SamsparApi api;

    @Autowired
    ResourceStore store;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    private TestUnits units;

    @BeforeEach
    void unitsOfOnesOwn() {
        units = new TestUnits(api);
    }

    @Test
    void requestsAreCountedByTrackAndOutcomeOfTheUnitThatSendsThem() {
        List<String> requests = units.submitted(12);
        requests.subList(0, 10).forEach(units::accept);
        requests.subList(0, 5).forEach(request -> units.answer(request, "continue-in-primary-care"));
        requests.subList(5, 10).forEach(request -> units.answer(request, "more-work-up"));

        MeasureReport sent = units.report("requests", units.asHealthCentre(), units.healthCentre());
        assertThat(TestUnits.total(sent)).isEqualTo("12");
        assertThat(TestUnits.strata(sent, IndicatorStratifier.TRACK))
                .containsExactly("digital-specialistkonsultation: 12");
        assertThat(TestUnits.strata(sent, IndicatorStratifier.OUTCOME))
                .as("two without an outcome are left out, and the smallest other with them")
                .containsExactly("masked: -", "more-work-up: 5");
        assertThat(TestUnits.total(units.report("requests", units.asClinic(), units.clinic())))
                .isEqualTo("-");

        units.asHealthCentre()
                .post(requests.get(10) + "/$cancel", parameters("reason", "Patienten avböjer"))
                .expect(200);
        assertThat(TestUnits.total(units.report("requests", units.asHealthCentre(), units.healthCentre())))
                .as("what was cancelled had been sent")
                .isEqualTo("12");
    }

    @Test
    void whereSomebodyLivedWhenItBeganIsToldUnlessTheIdentityIsProtectedNow() {
        List<String> ofLund =
                Stream.generate(() -> units.submitted("1281")).limit(10).toList();
        Stream.generate(() -> units.submitted("1280")).limit(5).forEach(ofMalmo -> {});
        assertThat(byMunicipality()).containsExactly("1280: 5", "1281: 10");

        changePatient(ofLund.get(9), moves -> TestUnits.resident(moves, "1283"));
        assertThat(byMunicipality()).as("lived there then").containsExactly("1280: 5", "1281: 10");

        ofLund.subList(0, 5)
                .forEach(request -> changePatient(request, marked -> marked.getMeta()
                        .addSecurity(new Coding(CodeSystems.SE_SECURITY_LABEL, "sekretessmarkering", null))));
        assertThat(byMunicipality()).containsExactly("1280: 5", "1281: 5", "unknown: 5");

        ofLund.subList(0, 5)
                .forEach(request ->
                        changePatient(request, unmarked -> unmarked.getMeta().setSecurity(null)));
        assertThat(byMunicipality()).containsExactly("1280: 5", "1281: 10");
    }

    @Test
    void aMunicipalityIsFourDigitsOfTheNationalSystem() {
        Patient tooShort = TestUnits.resident(TestPatients.next(), "128");
        api.asAdmin().post("Patient", tooShort).refused(422);
        Patient foreign = TestPatients.next();
        foreign.addExtension(new Extension(Extensions.MUNICIPALITY, new Coding("urn:other", "1281", null)));
        api.asAdmin().post("Patient", foreign).refused(422);
    }

    private List<String> byMunicipality() {
        return TestUnits.strata(
                units.report("requests", units.asHealthCentre(), units.healthCentre()),
                IndicatorStratifier.MUNICIPALITY);
    }

    private void changePatient(String request, Consumer<Patient> change) {
        Patient patient = api.asAdmin().read(Patient.class, store.executeAsServer(() -> store.find(
                        new Reference(request), ServiceRequest.class)
                .orElseThrow()
                .getSubject()
                .getReferenceElement()
                .getIdPart()));
        change.accept(patient);
        api.asAdmin()
                .put("Patient/" + patient.getIdElement().getIdPart(), patient)
                .expect(200);
    }

    @Test
    void consultationsThatEndInPrimaryCareAreCountedUntilSomethingFollows() {
        List<String> requests = units.submitted(11);
        requests.forEach(units::accept);
        requests.subList(0, 6).forEach(request -> units.answer(request, "continue-in-primary-care"));
        requests.subList(6, 11).forEach(request -> units.answer(request, "more-work-up"));
        assertThat(endedInPrimaryCare()).isEqualTo("11 6 = 54.5");

        goesOn(requests.get(0));
        assertThat(endedInPrimaryCare()).isEqualTo("11 5 = 45.5");
    }

    private String endedInPrimaryCare() {
        return TestUnits.total(units.report("ended-in-primary-care", units.asHealthCentre(), units.healthCentre()));
    }

    /** A request on another track continues one that was answered. */
    private void goesOn(String request) {
        units.asHealthCentre()
                .post(
                        request + "/$convert",
                        DemoRequests.justified(
                                parameters(
                                        "track",
                                        new CodeType("elektiv-remiss"),
                                        "to",
                                        new Reference("HealthcareService/sus-ortopedi-remiss"),
                                        "reason",
                                        "Sämre"),
                                "receiver-open"))
                .expect(200);
    }

    @Test
    void timesAreThoseOfTheReceiver() {
        List<String> requests = units.submitted(6);
        requests.forEach(request -> sent(request, Instant.now().minus(90, ChronoUnit.MINUTES)));
        requests.forEach(units::accept);
        assertThat(ofClinic("time-to-triage")).isEqualTo("6 = 90");
        assertThat(ofClinic("time-to-final-answer")).isEqualTo("- = -");

        requests.subList(0, 5).forEach(request -> units.answer(request, "more-work-up"));
        assertThat(ofClinic("time-to-final-answer")).isEqualTo("5 = 90");
        assertThat(ofClinic("answered-in-time")).isEqualTo("5 5 = 100.0");
        assertThat(TestUnits.total(units.report("time-to-triage", units.asHealthCentre(), units.healthCentre())))
                .isEqualTo("- = -");
    }

    @Test
    void aMeetingThatIsCalledOffAfterwardsIsNoContact() {
        List<String> requests = units.submitted(6);
        requests.forEach(request -> sent(request, Instant.now().minus(30, ChronoUnit.MINUTES)));
        List<Appointment> meetings = requests.stream()
                .map(request -> units.accept(request, "plannedTime", new DateTimeType(new Date()))
                        .entry(Appointment.class))
                .toList();
        assertThat(ofClinic("time-to-first-contact")).isEqualTo("6 = 30");

        callOff(meetings.get(0));
        assertThat(ofClinic("time-to-first-contact")).isEqualTo("5 = 30");
        callOff(meetings.get(1));
        assertThat(ofClinic("time-to-first-contact")).isEqualTo("- = -");
    }

    private void callOff(Appointment meeting) {
        String id = meeting.getIdElement().getIdPart();
        Appointment booked = units.asClinic().read(Appointment.class, id);
        units.asClinic()
                .put("Appointment/" + id, booked.setStatus(AppointmentStatus.CANCELLED))
                .expect(200);
    }

    @Test
    void whatIsDoneAfterItsDeadlineIsOverdue() {
        List<String> requests = units.submitted(16);
        requests.subList(0, 10).forEach(units::accept);
        requests.subList(0, 10).forEach(request -> due(request, Instant.now().minusSeconds(1)));
        requests.subList(0, 10).forEach(request -> units.answer(request, "more-work-up"));
        assertThat(ofClinic("overdue")).as("answered too late").isEqualTo("10 10 = 100.0");
        assertThat(ofClinic("answered-in-time")).as("nobody in time").isEqualTo("10 - = -");

        requests.subList(10, 16).forEach(units::accept);
        requests.subList(10, 16).forEach(request -> units.answer(request, "more-work-up"));
        requests.subList(10, 16).forEach(request -> due(request, Instant.now()));
        assertThat(ofClinic("overdue")).as("six in time").isEqualTo("16 10 = 62.5");
        assertThat(ofClinic("answered-in-time")).isEqualTo("16 6 = 37.5");
    }

    private String ofClinic(String indicator) {
        return TestUnits.total(units.report(indicator, units.asClinic(), units.clinic()));
    }

    /** As if it had been sent then. */
    private void sent(String request, Instant when) {
        store.executeAsServer(() -> {
            ServiceRequest sent =
                    store.find(new Reference(request), ServiceRequest.class).orElseThrow();
            return store.update(sent.setAuthoredOn(Date.from(when.minus(Duration.ofSeconds(1)))));
        });
        renew(request);
    }

    @Test
    void whatIsMarkedAsEnteredInErrorIsNotCounted() {
        List<String> requests = units.submitted(6);
        requests.forEach(units::accept);
        assertThat(ofClinic("time-to-triage")).startsWith("6 = ");

        enteredInError(requests.get(0));
        assertThat(ofClinic("time-to-triage")).startsWith("5 = ");
        enteredInError(requests.get(1));
        assertThat(ofClinic("time-to-triage")).startsWith("- = ");
        assertThat(TestUnits.total(units.report("requests", units.asHealthCentre(), units.healthCentre())))
                .isEqualTo("-");
    }

    /** No operation does so with a request; it would be written like this. */
    private void enteredInError(String request) {
        store.executeAsServer(() -> {
            ServiceRequest wrong =
                    store.find(new Reference(request), ServiceRequest.class).orElseThrow();
            return store.update(wrong.setStatus(ServiceRequest.ServiceRequestStatus.ENTEREDINERROR));
        });
        renew(request);
    }

    /** As if its work item had been due then. */
    private void due(String request, Instant when) {
        store.executeAsServer(() -> {
            Task task = store.search(Task.class, "focus=" + request).get(0);
            task.getRestriction()
                    .getPeriod()
                    .setStart(Date.from(when.minus(1, ChronoUnit.HOURS)))
                    .setEnd(Date.from(when));
            return store.update(task);
        });
        renew(request);
    }

    private void renew(String source) {
        new FactsOfRecord(jdbc).renew(source, transactions);
    }
}
