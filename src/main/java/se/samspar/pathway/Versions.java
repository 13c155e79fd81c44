package se.samspar.pathway;

import org.hl7.fhir.r4.model.PlanDefinition;
import se.samspar.fhir.SearchValues;

/** How the versions of one pathway are found; whoever adds one waits for the others who do. */
public final class Versions {

    private Versions() {}

    /** What to serialize by. */
    public static String key(String url) {
        return "pathway " + url;
    }

    /** Searches all versions of a pathway. */
    public static String query(String url) {
        return "url=" + SearchValues.value(url);
    }

    /** Searches one version of a pathway. */
    public static String query(String url, String version) {
        return query(url) + "&version=" + SearchValues.value(version);
    }

    /** Are they the same resource? */
    public static boolean isSame(PlanDefinition one, PlanDefinition other) {
        return one.getIdElement().getIdPart().equals(other.getIdElement().getIdPart());
    }
}
