package se.samspar.demo.year;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Month;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import se.samspar.directory.SwedishTime;

/** Which courses begin when in a year, and about whom: the same of the same seed and size, for as long as a day. */
final class YearPlan {

    /** How often it is about somebody who has had a course of the kind before, and long enough ago. */
    private static final double RETURNS = 0.5;

    /** The days before the first clinics offer digital consultations, and until all do. */
    private static final int INTRODUCED = 140;

    private static final int IN_FULL_USE = 260;

    /** Two courses of the same person do not meet: one has ended when the next begins, most often. */
    private static final long DAYS_BETWEEN = 100;

    private static final int FIRST_MINUTE = 10;
    private static final int LAST_MINUTE = 8 * 60;
    private static final int MINUTES_OF_A_DAY = 24 * 60;

    private final Year year;
    private final Chance chance;
    private final Residents residents;
    private final Map<CourseKind, List<Known>> known = new EnumMap<>(CourseKind.class);

    /** Somebody who has had a course. */
    private record Known(Resident resident, LocalDate last) {}

    private YearPlan(Year year, long seed) {
        this.year = year;
        this.chance = new Chance(seed);
        this.residents = new Residents(new Chance(chance.seed()), year.first());
        List.of(CourseKind.values()).forEach(kind -> known.put(kind, new ArrayList<>()));
    }

    /** So many courses in the order in which they begin. */
    static List<PlannedCourse> of(Year year, int size, long seed) {
        YearPlan plan = new YearPlan(year, seed);
        List<Beginning> beginnings = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            beginnings.add(plan.beginning());
        }
        return beginnings.stream()
                .sorted(Comparator.comparing(Beginning::start))
                .map(plan::planned)
                .toList();
    }

    private record Beginning(CourseKind kind, Instant start) {}

    private Beginning beginning() {
        CourseKind kind = chance.of(List.of(CourseKind.values()), CourseKind::weight);
        LocalDate day = day(kind.inOffices());
        if (kind == CourseKind.CONSULTATION && !isOffered(day)) {
            kind = CourseKind.REFERRAL;
        }
        return new Beginning(kind, time(kind, day));
    }

    private PlannedCourse planned(Beginning beginning) {
        return new PlannedCourse(
                beginning.kind(),
                beginning.start(),
                patient(beginning.kind(), SwedishTime.day(beginning.start())),
                chance.seed());
    }

    /** What was a referral becomes a consultation, clinic by clinic. */
    private boolean isOffered(LocalDate day) {
        long days = ChronoUnit.DAYS.between(year.first(), day);
        return chance.in((double) (days - INTRODUCED) / (IN_FULL_USE - INTRODUCED));
    }

    private LocalDate day(boolean isWorkingDay) {
        LocalDate day = year.first().plusDays(chance.between(0, year.days() - 1));
        boolean isTaken = isWorkingDay ? year.isWorkingDay(day) && chance.in(share(day)) : chance.in(0.9);
        return isTaken ? day : day(isWorkingDay);
    }

    /** How much of the elective work is done at that time of the year, compared with a full month. */
    private static double share(LocalDate day) {
        boolean isChristmas = day.getMonth() == Month.DECEMBER && day.getDayOfMonth() > 20
                || day.getMonth() == Month.JANUARY && day.getDayOfMonth() < 7;
        if (isChristmas) {
            return 0.4;
        }
        return switch (day.getMonth()) {
            case JULY -> 0.4;
            case AUGUST, JUNE, DECEMBER -> 0.8;
            default -> 1;
        };
    }

    private Instant time(CourseKind kind, LocalDate day) {
        if (kind.inOffices()) {
            return Diary.at(day, chance.between(FIRST_MINUTE, LAST_MINUTE)).plusSeconds(chance.between(0, 59));
        }
        return day.atTime(LocalTime.MIDNIGHT)
                .plusMinutes(chance.between(0, MINUTES_OF_A_DAY - 1))
                .atZone(SwedishTime.ZONE)
                .toInstant();
    }

    private Resident patient(CourseKind kind, LocalDate day) {
        List<Known> before = known.get(kind);
        int index = before.isEmpty() ? 0 : chance.between(0, before.size() - 1);
        boolean returns = kind != CourseKind.CANCER // who may be on the pathway still
                && !before.isEmpty()
                && before.get(index).last().plusDays(DAYS_BETWEEN).isBefore(day)
                && chance.in(RETURNS);
        Resident patient = returns ? before.remove(index).resident() : residents.next(kind.youngest(), kind.oldest());
        before.add(new Known(patient, day));
        return patient;
    }
}
