package se.samspar.store;

import java.util.List;
import org.hl7.fhir.r4.model.Reference;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import se.samspar.rule.RuleContext;

/**
 * What a patient has restricted: the sources whose documentation is blocked for others (spärr), and whether the identity
 * is protected. Whoever writes about a patient and whoever restricts wait for each other until commit, so that nothing is
 * opened beside a restriction that comes at the same moment.
 */
@Component
class AccessRestrictions {

    /** What stands among the sources where the patient's identity is protected; no id has this form. */
    private static final String PROTECTED = "*";

    private final JdbcTemplate jdbc;

    AccessRestrictions(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Makes those who write about the patient wait, and waits for them; before anything else is asked of it. */
    static void lock(Reference patient, RuleContext context) {
        String id = key(patient);
        if (id.startsWith("Patient/")) {
            context.serialize("restrictions of " + id);
        }
    }

    /**
     * From now on what the source documents about the patient is withheld from units outside it.
     *
     * @param consent id of the Consent that says so
     * @param source id of the unit's or the care provider's Organization
     */
    void block(String consent, Reference patient, String source) {
        jdbc.update(
                "INSERT INTO care_block (consent, patient, source) VALUES (?, ?, ?) ON CONFLICT (consent) DO NOTHING",
                consent,
                key(patient),
                source);
        TransactionMemory.current().forgetRestrictions();
    }

    /** The block that this Consent said holds no longer. */
    void lift(String consent) {
        jdbc.update("DELETE FROM care_block WHERE consent = ?", consent);
        TransactionMemory.current().forgetRestrictions();
    }

    /** Keeps whether the patient's identity is protected. */
    void protect(String patient, boolean isProtected) {
        jdbc.update(
                isProtected
                        ? "INSERT INTO protected_patient (patient) VALUES (?) ON CONFLICT DO NOTHING"
                        : "DELETE FROM protected_patient WHERE patient = ?",
                patient);
        TransactionMemory.current().forgetRestrictions();
    }

    boolean isProtected(String patient) {
        return of(patient).contains(PROTECTED);
    }

    /** Ids of the units and care providers that the patient has blocked. */
    List<String> blocked(String patient) {
        return of(patient).stream().filter(source -> !source.equals(PROTECTED)).toList();
    }

    private List<String> of(String patient) {
        return TransactionMemory.current()
                .restrictions(patient, () -> jdbc.queryForList("SELECT restrictions_of(?)", String.class, patient));
    }

    static String key(Reference reference) {
        return reference == null || !reference.hasReference()
                ? ""
                : reference.getReferenceElement().toUnqualifiedVersionless().getValue();
    }
}
