package se.samspar.store;

import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.stereotype.Component;
import se.samspar.fhir.ResourcePath;
import se.samspar.rule.RuleContext;
import se.samspar.store.AccessGrounds.Ground;

/**
 * Keeps the label of {@link ProtectedIdentity}: on a patient as the patient's own markings say, and on what is about that
 * patient, whichever of both is written.
 */
@Component
class Protection {

    private static final String SENT = Protection.class.getName() + ".sent";

    private final Participations participations;
    private final AccessRestrictions restrictions;
    private final AccessGrounds grounds;
    private final AccessLabelling labelling;

    Protection(
            Participations participations,
            AccessRestrictions restrictions,
            AccessGrounds grounds,
            AccessLabelling labelling) {
        this.participations = participations;
        this.restrictions = restrictions;
        this.grounds = grounds;
        this.labelling = labelling;
    }

    /**
     * What is sent says which markings hold, though HAPI keeps those that are sent no more. Who marks a patient, or takes
     * the marking off, does so alone.
     */
    void prepare(Resource resource, RuleContext context) {
        if (resource instanceof Patient patient) {
            patient.setUserData(
                    SENT, ProtectedIdentity.markings(patient.getMeta()).getSecurity());
            if (isMarkedAnew(patient, context)) {
                AccessRestrictions.lock(new Reference(ResourcePath.of(patient)), context);
            }
        } else if (isAboutProtected(resource)) {
            resource.getMeta().addSecurity(ProtectedIdentity.label()); // kept with it, and with answers that are kept
        }
    }

    private boolean isAboutProtected(Resource resource) {
        return participations.about(resource).anyMatch(restrictions::isProtected);
    }

    @SuppressWarnings("unchecked") // only prepare() writes it
    private static List<Coding> sent(Patient patient) {
        return (List<Coding>) patient.getUserData(SENT);
    }

    private static boolean isMarkedAnew(Patient patient, RuleContext context) {
        return context.previous(patient)
                .filter(before ->
                        ProtectedIdentity.isMarked(before) == sent(patient).isEmpty())
                .isPresent();
    }

    /** Labels what has been written, and where it is the patient who is marked anew, all that is about the patient. */
    void follow(Resource resource, RuleContext context) {
        if (resource instanceof Patient patient) {
            ofPatient(patient, context);
        } else if (isAboutProtected(resource)) {
            set(resource, true);
        }
    }

    private void ofPatient(Patient patient, RuleContext context) {
        boolean marked = !sent(patient).isEmpty();
        Optional<Patient> before = context.previous(patient);
        before.ifPresent(former -> dropMarkings(patient, former));
        if (before.isEmpty() ? marked : isMarkedAnew(patient, context)) {
            String key = ResourcePath.of(patient);
            restrictions.protect(key, marked);
            grounds.to(key).stream()
                    .map(Ground::source)
                    .distinct()
                    .flatMap(source -> context.resolve(new Reference(source), Resource.class).stream())
                    .forEach(about -> set(about, marked));
        }
        if (marked || before.isPresent()) {
            set(patient, marked);
        }
    }

    private void dropMarkings(Patient patient, Patient before) {
        List<Coding> dropped = before.getMeta().getSecurity().stream()
                .filter(ProtectedIdentity::isMarking)
                .filter(label ->
                        sent(patient).stream().noneMatch(kept -> kept.getCode().equals(label.getCode())))
                .toList();
        if (!dropped.isEmpty()) {
            labelling.remove(patient, dropped);
        }
    }

    private void set(Resource resource, boolean isProtected) {
        if (ProtectedIdentity.isOf(resource) != isProtected) {
            if (isProtected) {
                labelling.add(resource, ProtectedIdentity.label());
            } else {
                labelling.remove(resource, List.of(ProtectedIdentity.label()));
            }
        }
    }
}
