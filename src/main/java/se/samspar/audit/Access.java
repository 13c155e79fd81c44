package se.samspar.audit;

import java.util.List;

/**
 * What one request did, as the log keeps it. Strings are null where nothing is known, such as of a refused token.
 *
 * @param requestId the same as in the answer's header and in the program's log
 * @param client the OAuth client
 * @param unit id of the unit's Organization
 * @param patient id of the Patient who acted
 * @param purpose of the token
 * @param accessReason the header {@code X-Access-Reason}
 * @param interaction a code of FHIR's restful-interaction, {@code unknown}, or {@code export} of what was sent unasked
 * @param request method, path and parameters
 * @param status of HTTP
 * @param patients ids of the patients whom it was about
 * @param resources what was shown or written, as {@code Type/id/_history/version}
 * @param entries of a Bundle
 */
record Access(
        String requestId,
        String remoteAddress,
        String client,
        String employeeHsaId,
        String unit,
        String unitHsaId,
        String careProviderHsaId,
        String patient,
        String purpose,
        String accessReason,
        String interaction,
        String request,
        int status,
        List<String> patients,
        List<String> resources,
        List<String> entries) {

    /** Names of the columns in the order of {@link #values}. */
    static final String COLUMNS = "request_id, remote_address, client, employee_hsa_id, unit, unit_hsa_id,"
            + " care_provider_hsa_id, patient, purpose, access_reason, interaction, request, status, patients, resources,"
            + " entries";

    /** Values of the columns: strings, an integer, lists of strings, and null. */
    Object[] values() {
        return new Object[] {
            requestId,
            remoteAddress,
            client,
            employeeHsaId,
            unit,
            unitHsaId,
            careProviderHsaId,
            patient,
            purpose,
            accessReason,
            interaction,
            request,
            status,
            patients,
            resources,
            entries
        };
    }
}
