package se.samspar.store;

import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import java.util.Optional;
import java.util.Set;

/**
 * The patient about whom a request reads what its unit does not see otherwise, because of an emergency (break-glass).
 * Security says so once it has recorded it.
 */
public final class Emergency {

    /** What is opened: care, and nothing of how units work together or of what people think of it. */
    public static final Set<String> OPENED = Set.of(
            "Patient",
            "RelatedPerson",
            "ServiceRequest",
            "Task",
            "Communication",
            "CarePlan",
            "CareTeam",
            "Consent",
            "Encounter",
            "Condition",
            "Procedure",
            "EpisodeOfCare",
            "Appointment",
            "DocumentReference");

    private static final String PATIENT = Emergency.class.getName() + ".patient";

    private Emergency() {}

    /** From now on the request reads what is about this patient. */
    public static void open(ServletRequestDetails request, String patient) {
        request.getServletRequest().setAttribute(PATIENT, patient);
    }

    /** {@code Patient/id}; empty for nearly every request. */
    public static Optional<String> patientOf(RequestDetails request) {
        return request instanceof ServletRequestDetails http
                ? Optional.ofNullable((String) http.getServletRequest().getAttribute(PATIENT))
                : Optional.empty();
    }
}
