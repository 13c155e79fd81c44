package se.samspar.demo.year;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import java.util.function.Predicate;
import org.hl7.fhir.r4.model.Enumerations.AdministrativeGender;
import org.junit.jupiter.api.Test;
import se.samspar.directory.SwedishTime;
import se.samspar.fhir.PersonalIdentity;
import se.samspar.support.WorkingDays;

/** What is decided before anything of the demo year happens. */
class YearPlanTest {

    private static final Year YEAR = new Year(LocalDate.of(2026, 11, 25), WorkingDays::isWorkingDay);
    private static final List<PlannedCourse> PLAN = YearPlan.of(YEAR, 2_000, 1);

    @Test
    void theSameSeedAndSizeGiveTheSameYear() {
        assertThat(YearPlan.of(YEAR, 40, 7)).isEqualTo(YearPlan.of(YEAR, 40, 7)).isNotEqualTo(YearPlan.of(YEAR, 40, 8));
    }

    @Test
    void theYearHasItsDaysAndWhatIsElectiveBeginsInOfficeHours() {
        assertThat(YEAR.first()).isEqualTo(LocalDate.of(2025, 8, 26));
        assertThat(YEAR.days()).isEqualTo(457);
        assertThat(PLAN)
                .hasSize(2_000)
                .allMatch(course ->
                        !day(course).isBefore(YEAR.first()) && course.start().isBefore(YEAR.end()))
                .isSortedAccordingTo((one, other) -> one.start().compareTo(other.start()));
        assertThat(PLAN)
                .filteredOn(course -> course.kind().inOffices())
                .allMatch(course -> WorkingDays.areOfficesOpen(course.start()));
        assertThat(PLAN)
                .filteredOn(course -> !course.kind().inOffices())
                .anyMatch(course -> !WorkingDays.areOfficesOpen(course.start()));
    }

    @Test
    void summerIsQuietAndConsultationsComeLater() {
        assertThat(share(course -> day(course).getMonth() == Month.JULY))
                .isLessThan(share(course -> day(course).getMonth() == Month.MARCH) * 0.7);
        assertThat(PLAN)
                .filteredOn(course -> course.kind() == CourseKind.CONSULTATION)
                .allMatch(course -> day(course).isAfter(YEAR.first().plusDays(140)));
        assertThat(share(course -> course.kind() == CourseKind.CONSULTATION)).isBetween(0.12, 0.3);
        assertThat(share(course -> course.kind() == CourseKind.CASE)).isBetween(0.15, 0.24);
    }

    @Test
    void peopleAreNobodyAndOfTheAgeOfTheirCourse() {
        assertThat(PLAN).allSatisfy(course -> {
            Resident patient = course.patient();
            assertThat(PersonalIdentity.isPersonnummer(patient.personnummer())).isTrue();
            assertThat(patient.personnummer().substring(8, 11)).isBetween("980", "999");
            assertThat(patient.sex())
                    .isEqualTo(
                            patient.personnummer().charAt(10) % 2 == 0
                                    ? AdministrativeGender.FEMALE
                                    : AdministrativeGender.MALE);
            assertThat(patient.age(YEAR.first()))
                    .isBetween(course.kind().youngest(), course.kind().oldest());
        });
        long people = PLAN.stream().map(PlannedCourse::patient).distinct().count();
        assertThat(people).as("some come again").isBetween(1_200L, 1_900L);
        assertThat(PLAN.stream().map(course -> course.patient().personnummer()).distinct())
                .hasSize((int) people);
    }

    /** A pathway takes longer than a request, and nobody is on one twice. */
    @Test
    void nobodyHasCancerTwice() {
        assertThat(PLAN)
                .filteredOn(course -> course.kind() == CourseKind.CANCER)
                .hasSizeGreaterThan(50)
                .extracting(PlannedCourse::patient)
                .doesNotHaveDuplicates();
    }

    @Test
    void aDiaryGoesForwardsByOfficeHoursUntilTheEndOfTheYear() {
        Instant fridayAfternoon =
                LocalDate.of(2026, 3, 6).atTime(16, 0).atZone(SwedishTime.ZONE).toInstant();
        Diary diary = new Diary(YEAR, new Chance(3), fridayAfternoon);
        diary.officeMinutes(60, 60);
        assertThat(diary.now())
                .as("half an hour is left of Friday")
                .isEqualTo(LocalDate.of(2026, 3, 9)
                        .atTime(8, 30)
                        .atZone(SwedishTime.ZONE)
                        .toInstant());
        diary.workingDays(2, 2);
        assertThat(diary.today()).isEqualTo(LocalDate.of(2026, 3, 11));
        assertThat(WorkingDays.areOfficesOpen(diary.now())).isTrue();
        assertThat(WorkingDays.areOfficesOpen(diary.visit(1, 20))).isTrue();
        Instant before = diary.now();
        diary.until(before.minus(Duration.ofDays(1)));
        assertThat(diary.now()).isAfter(before);
        assertThatThrownBy(() -> diary.workingDays(300, 300)).isInstanceOf(NotYet.class);
    }

    @Test
    void anUnreasonableNumberIsRefused() {
        for (int courses : List.of(0, 9, 20_001)) {
            assertThatThrownBy(() -> new YearProperties(courses, 1)).hasMessageContaining("10 to 20000");
        }
        assertThat(new YearProperties(null, 1).year()).isNull();
    }

    private static LocalDate day(PlannedCourse course) {
        return SwedishTime.day(course.start());
    }

    private static double share(Predicate<PlannedCourse> courses) {
        return (double) PLAN.stream().filter(courses).count() / PLAN.size();
    }
}
