package se.samspar.fhir;

import java.util.regex.Pattern;

/** The numbers that identify an organisation, a unit or a member of staff. */
public final class OrganisationIdentity {

    /** The third digit is at least 2, so that an organisation number is never read as a date. */
    private static final Pattern ORGANISATION_NUMBER = Pattern.compile("(?:16)?[0-9]{2}[2-9][0-9]{3}-?[0-9]{4}");

    private static final Pattern HSA_ID = Pattern.compile("SE[0-9]{10}-[A-Z0-9-]{1,18}");

    private OrganisationIdentity() {}

    /** Is it an organisation number, with or without the hyphen and the century digits 16? */
    public static boolean isOrganisationNumber(String value) {
        return value != null
                && ORGANISATION_NUMBER.matcher(value).matches()
                && CheckDigit.isRight(lastTen(value.replace("-", "")));
    }

    /** Is it an HSA-id: the principal's organisation number after {@code SE}, a hyphen and a suffix of its own? */
    public static boolean isHsaId(String value) {
        return value != null
                && HSA_ID.matcher(value).matches()
                && isOrganisationNumber(value.substring("SE".length(), value.indexOf('-')));
    }

    private static String lastTen(String digits) {
        return digits.substring(digits.length() - 10);
    }
}
