package se.samspar.rule;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hl7.fhir.r4.model.Reference;

/**
 * Who acts: a unit, and the employee where one is signed in; or a patient, who has no unit.
 *
 * @param client the OAuth client
 * @param unit id of the unit's Organization; empty when the token's HSA-id is not in the directory
 * @param unitHsaId HSA-id of the unit acted for
 * @param careProviderHsaId HSA-id of the care provider that the unit belongs to, as the token says
 * @param employeeHsaId HSA-id of the employee; empty for a system
 * @param patient id of the Patient who acts for themselves; empty for everybody else
 * @param purpose what the token was issued for, such as {@code TREAT} or {@code BTG} (v3 PurposeOfUse); empty when it does
 *     not say
 * @param scopes scopes of the token, as granted
 */
public record Actor(
        String client,
        Optional<String> unit,
        Optional<String> unitHsaId,
        Optional<String> careProviderHsaId,
        Optional<String> employeeHsaId,
        Optional<String> patient,
        Optional<String> purpose,
        Set<String> scopes) {

    /** May write the directory, care levels, pathways and indicators, and asks for the figures of all units. */
    public static final String ADMIN_SCOPE = "samspar/admin";

    /** May read what the unit's staff has read and written, from the access log. */
    public static final String LOG_REVIEW_SCOPE = "samspar/log-review";

    /** May write patients. */
    public static final String POPULATION_SCOPE = "samspar/population";

    /** The purpose of a token by which records are opened in an emergency (break-glass). */
    public static final String EMERGENCY = "BTG";

    private static final Pattern SMART = Pattern.compile("(system|user|patient)/(\\*|[A-Z][A-Za-z]+)\\.(c?r?u?d?s?)");

    /** The server itself, at start-up. */
    public static final Actor SERVER = new Actor(
            "samspar",
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Set.of(ADMIN_SCOPE, POPULATION_SCOPE));

    /**
     * Does any SMART v2 scope allow this: {@code system/Task.rs}, {@code user/*.cruds}, {@code patient/AuditEvent.rs}?
     *
     * @param permission one of c, r, u, d, s
     */
    public boolean allows(String resourceType, char permission) {
        return scopes.stream()
                .map(SMART::matcher)
                .filter(Matcher::matches)
                .filter(scope -> holds(scope.group(1)))
                .filter(scope -> scope.group(2).equals("*") || scope.group(2).equals(resourceType))
                .anyMatch(scope -> scope.group(3).indexOf(permission) >= 0);
    }

    /** A user/ scope speaks for a person: without one it allows nothing (contract section 8). */
    private boolean holds(String level) {
        return switch (level) {
            case "patient" -> isPatient();
            case "user" -> !isPatient() && employeeHsaId.isPresent();
            default -> !isPatient() && !isInEmergency(); // which is for people
        };
    }

    public boolean has(String scope) {
        return scopes.contains(scope);
    }

    /** Does it read in an emergency what its unit does not see otherwise? A patient has no unit. */
    public boolean isInEmergency() {
        return !isPatient() && purpose.filter(EMERGENCY::equals).isPresent();
    }

    /** Is it the server itself, which needs no unit? */
    public boolean isServer() {
        return this == SERVER;
    }

    /** Is it a patient, to whom nothing is open but the own record? */
    public boolean isPatient() {
        return patient.isPresent();
    }

    /** Reference to the unit acted for; empty when it is not in the directory. */
    public Optional<Reference> organization() {
        return unit.map(id -> new Reference("Organization/" + id));
    }

    /** Does this Organization reference name the unit acted for? */
    public boolean actsFor(Reference organization) {
        return organization != null
                && organization.hasReference()
                && unit.equals(
                        Optional.ofNullable(organization.getReferenceElement().getIdPart()))
                && "Organization".equals(organization.getReferenceElement().getResourceType());
    }
}
