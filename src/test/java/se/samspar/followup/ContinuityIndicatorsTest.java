package se.samspar.followup;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Encounter.EncounterStatus;
import org.hl7.fhir.r4.model.MeasureReport;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.codesystems.V3ActCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import se.samspar.directory.SwedishTime;
import se.samspar.fhir.generated.ContactType;
import se.samspar.support.InParallel;
import se.samspar.support.SamsparApi;
import se.samspar.support.SamsparTest;
import se.samspar.support.SharedCare;
import se.samspar.support.UnitClient;

/** What the indicators of continuity say of visits that are counted by hand here, and what a unit is not told (UPP-5). */
@SamsparTest
class ContinuityIndicatorsTest {

    private static final String ANOTHER = "PractitionerRole/vc-dalby-lakare-1";

    private static final AtomicInteger YEARS =
            new AtomicInteger(LocalDate.now(SwedishTime.ZONE).getYear() - 3);

    @Autowired
    SamsparApi api;

    @Autowired
    JdbcTemplate jdbc;

    private final List<String> written = Collections.synchronizedList(new ArrayList<>());
    /** In which nothing else is registered. */
    private final int year = YEARS.getAndDecrement();

    private TestUnits units;
    private String physician;

    @BeforeEach
    void unitsOfOnesOwn() {
        units = new TestUnits(api);
        physician = "PractitionerRole/" + units.provider() + "-lakare";
    }

    @Test
    void aUnitIsNotToldOfAFewWhereElseTheyWere() {
        List<Reference> patients = patients(10);
        patients.forEach(patient -> List.of(1, 20).forEach(day -> visit(patient, day, physician)));
        assertThat(sameUnit()).isEqualTo("10 10 = 100.0");

        List<String> elsewhere = elsewhereTwice(patients.get(0));
        assertThat(sameUnit()).as("of whom it is, the unit could guess").isEqualTo("- - = -");
        patients.subList(1, 5).forEach(this::elsewhereTwice);
        assertThat(sameUnit()).isEqualTo("10 5 = 50.0");

        elsewhere.forEach(
                wrong -> change(units.asClinic(), wrong, visit -> visit.setStatus(EncounterStatus.ENTEREDINERROR)));
        assertThat(sameUnit()).as("four were elsewhere").isEqualTo("- - = -");
        elsewhereTwice(patients.get(9));
        assertThat(sameUnit()).isEqualTo("10 5 = 50.0");
        assertFactsFollowFromTheRecord();
    }

    /** It could write contacts of its own, and see by what changes whether somebody was elsewhere in between. */
    @Test
    void ofWhatItDoesNotKnowAUnitIsToldNothingAtOnce() {
        for (String reporter : List.of("", "&reporter=Organization/" + units.healthCentre())) {
            for (String type : List.of("population", "subject-list")) {
                units.asHealthCentre()
                        .get("Measure/same-unit/$evaluate-measure?%s%s&reportType=%s"
                                .formatted(period(), reporter, type))
                        .refused(403);
            }
        }
    }

    @Test
    void theSameProfessionalIsOneWhoWasThereTheTimeBefore() {
        List<Reference> patients = patients(10);
        List<String> first =
                patients.stream().map(patient -> visit(patient, 1, physician)).toList();
        List<String> second = Stream.concat(
                        patients.subList(0, 5).stream().map(patient -> visit(patient, 20, physician)),
                        patients.subList(5, 10).stream().map(patient -> visit(patient, 20, ANOTHER)))
                .toList();
        assertThat(sameProfessional()).isEqualTo("10 5 = 50.0");

        elsewhere(patients.get(0), 10);
        assertThat(sameProfessional()).as("with the unit nothing came between").isEqualTo("10 5 = 50.0");
        change(units.asHealthCentre(), second.get(5), visit -> visit.getParticipantFirstRep()
                .setIndividual(new Reference(physician)));
        assertThat(sameProfessional()).as("four are too few to be told").isEqualTo("10 - = -");
        change(units.asHealthCentre(), first.get(0), visit -> visit.getParticipantFirstRep()
                .setIndividual(new Reference(ANOTHER)));
        assertThat(sameProfessional()).isEqualTo("10 5 = 50.0");

        change(units.asHealthCentre(), first.get(6), visit -> visit.setStatus(EncounterStatus.ENTEREDINERROR));
        assertThat(sameProfessional()).as("nothing is before the second").isEqualTo("9 - = -");
        visit(patients.get(6), 5, physician);
        assertThat(sameProfessional()).isEqualTo("10 5 = 50.0");
        change(
                units.asHealthCentre(),
                first.get(7),
                visit -> visit.setPeriod(visit.getPeriod()
                        .setStart(Date.from(at(1).minus(400, ChronoUnit.DAYS)))
                        .setEnd(Date.from(at(1).minus(400, ChronoUnit.DAYS).plusSeconds(900)))));
        assertThat(sameProfessional()).as("more than a year before").isEqualTo("9 - = -");
        assertFactsFollowFromTheRecord();
    }

    @Test
    void contactsThatAreWrittenAtOnceCountEachOther() throws Exception {
        Reference patient = patients(1).get(0);
        InParallel.run(Stream.of(1, 5, 10, 20)
                .map(day -> (Callable<String>) () -> visit(patient, day, physician))
                .toList());
        assertThat(new FactTable(jdbc).of(written).values().stream().flatMap(List::stream))
                .filteredOn(fact -> fact.indicator().equals("same-professional"))
                .hasSize(3);
        assertFactsFollowFromTheRecord();
    }

    private List<Reference> patients(int number) {
        return units.submitted(number).stream()
                .map(request -> units.asHealthCentre()
                        .get(request)
                        .expect(200)
                        .resource(ServiceRequest.class)
                        .getSubject())
                .map(patient -> new Reference(patient.getReference()))
                .toList();
    }

    private String visit(Reference patient, int day, String professional) {
        return visit(units.asHealthCentre(), units.healthCentre(), patient, day, professional);
    }

    private List<String> elsewhereTwice(Reference patient) {
        return List.of(elsewhere(patient, 10), elsewhere(patient, 12));
    }

    private String elsewhere(Reference patient, int day) {
        return visit(units.asClinic(), units.clinic(), patient, day, ANOTHER);
    }

    private String visit(UnitClient client, String unit, Reference patient, int day, String professional) {
        Encounter visit = new Encounter().setStatus(EncounterStatus.FINISHED).setSubject(patient);
        visit.getClass_().setSystem(V3ActCode.AMB.getSystem()).setCode(V3ActCode.AMB.toCode());
        visit.addType(ContactType.MOTTAGNINGSBESOK.toConcept());
        visit.setServiceProvider(new Reference("Organization/" + unit));
        visit.getPeriod().setStart(Date.from(at(day))).setEnd(Date.from(at(day).plusSeconds(900)));
        visit.addParticipant().setIndividual(new Reference(professional));
        String path = SharedCare.path(client.post("Encounter", visit, "Prefer: return=representation")
                .expect(201)
                .resource(Encounter.class));
        written.add(path);
        return path;
    }

    private Instant at(int day) {
        return LocalDate.of(year, 3, day).atTime(10, 0).atZone(SwedishTime.ZONE).toInstant();
    }

    private static void change(UnitClient client, String path, Consumer<Encounter> change) {
        Encounter visit = client.get(path).expect(200).resource(Encounter.class);
        change.accept(visit);
        client.put(path, visit).expect(200);
    }

    private String sameUnit() {
        return figures("same-unit", units.asAdministratorOfHealthCentre());
    }

    private String sameProfessional() {
        return figures("same-professional", units.asHealthCentre());
    }

    private String figures(String indicator, UnitClient asking) {
        return TestUnits.total(asking.get("Measure/%s/$evaluate-measure?%s&reporter=Organization/%s"
                        .formatted(indicator, period(), units.healthCentre()))
                .expect(200)
                .resource(MeasureReport.class));
    }

    private String period() {
        return TestUnits.period(LocalDate.of(year, 3, 1));
    }

    private void assertFactsFollowFromTheRecord() {
        Projection projection = new Projection(jdbc);
        written.forEach(
                visit -> assertThat(projection.table().of(List.of(visit)).getOrDefault(visit, List.of()))
                        .as(visit)
                        .containsExactlyInAnyOrderElementsOf(projection.facts(visit)));
    }
}
