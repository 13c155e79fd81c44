package se.samspar.demo.year;

import java.util.List;

/** The health centres whose year it is, and how much of the region's they send. */
record HealthCentre(String slug, int weight) {

    private static final List<HealthCentre> LUND = List.of(
            new HealthCentre("vc-dalby", 10),
            new HealthCentre("vc-nobbelov", 8),
            new HealthCentre("vc-sodra-sandby", 7),
            new HealthCentre("vc-masen", 6),
            new HealthCentre("vc-sankt-lars", 7));

    private static final List<HealthCentre> ELSEWHERE = List.of(
            new HealthCentre("vc-limhamn", 8),
            new HealthCentre("vc-fosietorp", 6),
            new HealthCentre("vc-granen", 5),
            new HealthCentre("vc-kroksback", 5),
            new HealthCentre("vc-kavlinge", 6),
            new HealthCentre("vc-loddekopinge", 4),
            new HealthCentre("vc-anderslov", 3));

    private static final double FROM_LUND = 0.55;

    static String any(Chance chance) {
        return chance.of(chance.in(FROM_LUND) ? LUND : ELSEWHERE, HealthCentre::weight)
                .slug();
    }

    /** One that works together with Lund's municipality. */
    static String inLund(Chance chance) {
        return chance.of(LUND, HealthCentre::weight).slug();
    }
}
