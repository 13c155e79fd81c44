package se.samspar.fhir;

import ca.uhn.fhir.rest.param.ParameterUtil;
import ca.uhn.fhir.util.UrlUtil;

/** Writes values into search queries so that nothing in them can be read as query syntax. */
public final class SearchValues {

    private SearchValues() {}

    /** A value without a system, such as a URL, escaped for FHIR search and for the URL. */
    public static String value(String value) {
        return UrlUtil.escapeUrlParam(ParameterUtil.escape(value));
    }

    /** {@code system|value}, escaped for FHIR search and for the URL. */
    public static String token(String system, String value) {
        return UrlUtil.escapeUrlParam(ParameterUtil.escape(system) + "|" + ParameterUtil.escape(value));
    }
}
