package se.samspar.followup;

import static org.assertj.core.api.Assertions.assertThat;
import static se.samspar.support.DemoRequests.parameters;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import java.util.stream.IntStream;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Encounter.EncounterStatus;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.InstantType;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.PractitionerRole;
import org.hl7.fhir.r4.model.Reference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import se.samspar.directory.SwedishTime;
import se.samspar.fhir.Encounters;
import se.samspar.fhir.ResourcePath;
import se.samspar.fhir.generated.Extensions;
import se.samspar.store.ResourceStore;
import se.samspar.support.HttpAnswer;
import se.samspar.support.SamsparApi;
import se.samspar.support.SamsparTest;
import se.samspar.support.UnitClient;

/** What the indicator of registrations says of consultations that are counted by hand here (DSK-8). */
@SamsparTest
class RegistrationIndicatorTest {

    private static final Instant ENDED =
            Instant.now().truncatedTo(ChronoUnit.SECONDS).minus(8, ChronoUnit.DAYS);
    private static final Instant DEADLINE = SwedishTime.daysAfter(ENDED, 7);

    @Autowired
    SamsparApi api;

    @Autowired
    ResourceStore store;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    private TestUnits units;

    private record Consultation(String visit, String contact) {}

    @BeforeEach
    void unitsOfOnesOwn() {
        units = new TestUnits(api);
        PractitionerRole specialist = api.asAdmin().read(PractitionerRole.class, "sus-ortopedi-lakare-1");
        specialist
                .getOrganization()
                .setReference("Organization/" + units.clinic())
                .setDisplay(null);
        specialist.setLocation(null).setId(specialist());
        specialist.getMeta().setVersionId(null);
        api.asAdmin().put("PractitionerRole/" + specialist(), specialist).expect(201);
    }

    private String specialist() {
        return units.clinic() + "-lakare";
    }

    @Test
    void bothRegistrationsAreFinishedWithinAWeekOfTheVisit() {
        List<Consultation> consultations =
                IntStream.range(0, 11).mapToObj(i -> consultation()).toList();
        assertThat(figure()).as("all of them have a week still").isEqualTo("- - = -");
        assertFollowsFromRecord(consultations.get(0));

        consultations.subList(0, 6).forEach(consultation -> asIf(consultation, ENDED, DEADLINE));
        consultations.subList(6, 11).forEach(consultation -> asIf(consultation, ENDED, DEADLINE.plusSeconds(1)));
        assertThat(figure()).isEqualTo("11 6 = 54.5");

        mark(units.asClinic(), consultations.get(0).contact(), EncounterStatus.INPROGRESS);
        assertThat(figure()).as("one is not finished any more").isEqualTo("11 5 = 45.5");
        mark(units.asClinic(), consultations.get(0).contact(), EncounterStatus.FINISHED);
        assertThat(figure()).as("it had been in time").isEqualTo("11 6 = 54.5");
        assertFollowsFromRecord(consultations.get(0));

        mark(units.asClinic(), consultations.get(1).contact(), EncounterStatus.CANCELLED);
        assertThat(figure()).as("of one no specialist took part").isEqualTo("10 5 = 50.0");
        mark(units.asHealthCentre(), consultations.get(2).visit(), EncounterStatus.ENTEREDINERROR);
        assertThat(figure()).as("four in time, five not").isEqualTo("9 - = -");
        assertThat(TestUnits.total(units.report("registered-within-a-week", units.asClinic(), units.clinic())))
                .isEqualTo("- - = -");
    }

    @Test
    void whatWasFinishedBeforeTheServerWroteDownWhenWasSoByItsFirstFinishedVersion() {
        Consultation consultation = consultation();
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        asIf(consultation, now.minus(8, ChronoUnit.DAYS), null);
        assertThat(isMet(consultation)).as("finished today, a day late").isFalse();
        asIf(consultation, now.minus(6, ChronoUnit.DAYS), null);
        assertThat(isMet(consultation)).isTrue();
    }

    /** One that both units have registered. */
    private Consultation consultation() {
        String request = units.submitted(1).get(0);
        units.accept(request);
        Instant start = Instant.now().truncatedTo(ChronoUnit.SECONDS).minus(30, ChronoUnit.MINUTES);
        HttpAnswer registered = units.asHealthCentre()
                .post(
                        "Encounter/$register-consultation",
                        parameters(
                                "request",
                                new Reference(request),
                                "period",
                                new Period().setStart(Date.from(start)).setEnd(new Date()),
                                "primaryCareUnit",
                                new Reference("Organization/" + units.healthCentre()),
                                "primaryCarePractitioner",
                                new Reference("PractitionerRole/" + units.provider() + "-lakare"),
                                "specialistUnit",
                                new Reference("Organization/" + units.clinic()),
                                "specialistPractitioner",
                                new Reference("PractitionerRole/" + specialist())))
                .expect(200);
        List<Encounter> halves = registered.entries(Encounter.class);
        Encounter contact =
                halves.stream().filter(Encounters::isContact).findFirst().orElseThrow();
        Encounter visit =
                halves.stream().filter(Encounters::isClinicVisit).findFirst().orElseThrow();
        units.asClinic()
                .post(ResourcePath.of(contact) + "/$complete-registration", parameters())
                .expect(200);
        return new Consultation(ResourcePath.of(visit), ResourcePath.of(contact));
    }

    /**
     * As if the visit had ended then and been registered at once, and the contact been finished then; or both at a time that
     * nobody wrote down.
     */
    private void asIf(Consultation consultation, Instant ended, Instant contactCompleted) {
        store.executeAsServer(() -> {
            rewrite(consultation.visit(), ended, contactCompleted == null ? null : ended);
            return rewrite(consultation.contact(), ended, contactCompleted);
        });
        new FactsOfRecord(jdbc).renew(consultation.visit(), transactions);
    }

    private Encounter rewrite(String path, Instant ended, Instant completed) {
        Encounter half = store.find(new Reference(path), Encounter.class).orElseThrow();
        half.getPeriod()
                .setStart(Date.from(ended.minus(30, ChronoUnit.MINUTES)))
                .setEnd(Date.from(ended));
        half.getExtension().removeIf(extension -> Extensions.REGISTRATION_COMPLETED.equals(extension.getUrl()));
        if (completed != null) {
            half.addExtension(new Extension(Extensions.REGISTRATION_COMPLETED, new InstantType(Date.from(completed))));
        }
        return store.update(half);
    }

    private static void mark(UnitClient by, String path, EncounterStatus status) {
        Encounter half = by.get(path).expect(200).resource(Encounter.class);
        by.put(path, half.setStatus(status)).expect(200);
    }

    private void assertFollowsFromRecord(Consultation consultation) {
        new FactsOfRecord(jdbc).assertSame(consultation.visit(), "what the record says");
    }

    private String figure() {
        return TestUnits.total(units.report("registered-within-a-week", units.asHealthCentre(), units.healthCentre()));
    }

    private boolean isMet(Consultation consultation) {
        return jdbc.queryForObject(
                "SELECT met FROM indicator_fact WHERE source = ?", Boolean.class, consultation.visit());
    }
}
