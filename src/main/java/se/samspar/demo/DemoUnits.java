package se.samspar.demo;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The units of the demo region that have a client of their own; data, ids and clients go by these slugs. */
public final class DemoUnits {

    /** Health centres and clinics of the first region (DSK-3). */
    static final List<String> SLUGS = List.of(
            "vc-anderslov",
            "vc-dalby",
            "vc-fagerangen",
            "vc-fosietorp",
            "vc-fagelbacken",
            "vc-granen",
            "vc-kroksback",
            "vc-kryddgarden",
            "vc-kavlinge",
            "vc-limhamn",
            "vc-loddekopinge",
            "vc-masen",
            "vc-nobbelov",
            "vc-sodra-sandby",
            "vc-tabelund",
            "vc-centrumkliniken",
            "vc-centrum",
            "vc-sankt-lars",
            "sus-ortopedi",
            "sus-handkirurgi",
            "sus-neurologi",
            "sus-reumatologi",
            "sus-barnmedicin",
            "sus-akut-internmedicin",
            "trelleborg-akut-internmedicin",
            "ambulans-skane",
            "kommun-lund-hemsjukvard",
            "kommun-lund-hemtjanst",
            "kommun-lund-bistand",
            "rehab-lund",
            "skola-lund");

    static final String ADMIN = "samspar-admin";

    /** Units whose access log somebody reviews, with a client of its own. */
    static final List<String> REVIEWED = List.of("vc-dalby", "sus-ortopedi", "kommun-lund-hemtjanst");

    /** The demo patient, who has a client too, by personal identity number and by id. */
    static final String PATIENT_CLIENT = "patient-191212121212";

    static final String PATIENT_ID = "tolvan-tolvansson";

    private static final String REVIEWER = "logg-";

    private static final String HSA_PREFIX = "SE2321000255-DEMO-";

    private DemoUnits() {}

    static String reviewer(String slug) {
        return REVIEWER + slug;
    }

    static boolean isReviewer(String client) {
        return client.startsWith(REVIEWER);
    }

    /** The unit that a client acts for; empty for the administrator and for the patient. */
    static Optional<String> unitOf(String client) {
        return Optional.of(client.replaceFirst("^" + REVIEWER, "")).filter(SLUGS::contains);
    }

    static String hsaId(String slug) {
        return HSA_PREFIX + slug.toUpperCase(Locale.ROOT);
    }

    /** The made-up employee of a unit's tokens, who is in the directory as {@code <slug>-anstalld}; reviewers are not. */
    static String employee(String client) {
        String slug = unitOf(client).orElseThrow();
        return hsaId(slug + (isReviewer(client) ? "-loggranskare" : "-anstalld"));
    }

    /** Everyone who reads this source knows it: that is what makes it a demo secret. */
    public static String secret(String client) {
        return "demo-" + client;
    }
}
