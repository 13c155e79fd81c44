package se.samspar.store;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import se.samspar.rule.Actor;

/**
 * Which units, and of some types administrators, see a resource, kept as labels in {@code meta.security} that never leave the server. Search is narrowed by
 * them in the database and every outgoing resource is checked against them. {@link AccessKeeper} sets them.
 */
public final class AccessLabels {

    /** System of the labels; the code is the id of a unit's Organization. */
    public static final String SYSTEM = "https://samspar.example/fhir/access";

    /** Code of the label of what every unit sees; no id has this form. */
    public static final String EVERY_UNIT = "*";

    /** Code of the label of what administrators see; no id has this form. */
    public static final String ADMINISTRATORS = "*admin";

    private static final String ANNOUNCED = AccessLabels.class.getName() + ".announced";

    /** Types some of whose resources every unit sees. */
    private static final Set<String> PARTLY_OPEN = Set.of("Appointment", "MeasureReport");

    /** Types of which an administrator has others than units have. */
    private static final Set<String> OF_ADMINISTRATORS = Set.of("MeasureReport");

    /** The directory, which every unit sees. */
    private static final Set<String> DIRECTORY =
            Set.of("Organization", "HealthcareService", "Location", "Practitioner", "PractitionerRole");

    /** The times that units give, which every unit sees and each keeps for itself. */
    private static final Set<String> CALENDAR = Set.of("Schedule", "Slot");

    /** What is known of good care and how it is measured, which every unit sees and none keeps for itself. */
    private static final Set<String> KNOWLEDGE = Set.of("PlanDefinition", "Measure");

    private AccessLabels() {}

    /**
     * Says who will see a resource of no {@link Participation} because of what the same operation writes next: labelled
     * as it is stored, it is not written a second time.
     */
    static void announce(Resource resource, List<Reference> units) {
        resource.setUserData(ANNOUNCED, units);
    }

    @SuppressWarnings("unchecked") // only announce() writes it
    static List<Reference> announced(Resource resource) {
        List<Reference> units = (List<Reference>) resource.getUserData(ANNOUNCED);
        return units == null ? List.of() : units;
    }

    /** The units that the resource is labelled for, and {@link #EVERY_UNIT} where it is open. */
    static Set<String> units(Resource resource) {
        return resource.getMeta().getSecurity().stream()
                .filter(label -> SYSTEM.equals(label.getSystem()))
                .map(Coding::getCode)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** @param unit the id of its Organization, {@link #EVERY_UNIT} or {@link #ADMINISTRATORS} */
    public static Coding label(String unit) {
        return new Coding().setSystem(SYSTEM).setCode(unit);
    }

    /** Takes the labels off a resource that leaves the server. */
    public static void remove(Resource resource) {
        if (resource.hasMeta()) {
            resource.getMeta().getSecurity().removeIf(AccessLabels::isOwn);
            resource.getMeta().getTag().removeIf(AccessLabels::isOwn);
        }
    }

    /** Those of these labels that do not say who sees a resource. */
    public static Stream<Coding> others(List<Coding> labels) {
        return labels.stream().filter(label -> !isOwn(label));
    }

    /** Is it one that never leaves the server? */
    private static boolean isOwn(Coding label) {
        return SYSTEM.equals(label.getSystem()) || ProtectedIdentity.SYSTEM.equals(label.getSystem());
    }

    /** Is the resource labelled for this unit, or, where its type allows that, for every unit? */
    public static boolean covers(Resource resource, String unit) {
        return codes(resource.fhirType(), unit).stream().anyMatch(code -> isFor(resource, code));
    }

    /** Does the unit take part, rather than see what every unit sees? */
    public static boolean isFor(Resource resource, String unit) {
        return resource.getMeta().getSecurity(SYSTEM, unit) != null;
    }

    /** Is it labelled for this actor, or, where its type allows that, for every unit? */
    public static boolean covers(Resource resource, Actor actor) {
        return isOfAdministrator(resource.fhirType(), actor)
                ? codes(resource.fhirType(), actor).stream().anyMatch(code -> isFor(resource, code))
                : actor.unit().filter(unit -> covers(resource, unit)).isPresent();
    }

    /** The codes of the labels by which an actor finds resources of a type. */
    public static List<String> codes(String type, Actor actor) {
        return isOfAdministrator(type, actor)
                ? List.of(ADMINISTRATORS, EVERY_UNIT)
                : codes(type, actor.unit().orElse("none"));
    }

    /** One who acts for a unit could subtract what that unit knows, and reads as the unit. */
    public static boolean isAdministrator(Actor actor) {
        return actor.has(Actor.ADMIN_SCOPE) && actor.unit().isEmpty();
    }

    private static boolean isOfAdministrator(String type, Actor actor) {
        return OF_ADMINISTRATORS.contains(type) && isAdministrator(actor);
    }

    /** The codes of the labels by which a unit finds resources of a type. */
    public static List<String> codes(String type, String unit) {
        return PARTLY_OPEN.contains(type) ? List.of(unit, EVERY_UNIT) : List.of(unit);
    }

    /** Is it a type some of whose resources every unit sees? */
    public static boolean isPartlyOpen(String type) {
        return PARTLY_OPEN.contains(type);
    }

    /** Is it a type of the directory, which every unit sees? */
    public static boolean isDirectory(String type) {
        return DIRECTORY.contains(type);
    }

    /** Is it a type of knowledge, such as the pathways? */
    public static boolean isKnowledge(String type) {
        return KNOWLEDGE.contains(type);
    }

    /** Is it a type that every unit sees: the directory, the times that units give, or knowledge? */
    public static boolean isOpen(String type) {
        return isDirectory(type) || CALENDAR.contains(type) || isKnowledge(type);
    }

    /**
     * Could the unit see the resource before the current transaction, or is it the transaction that creates it? Writing
     * about a patient opens the patient's record to the unit, so afterwards is too late to ask.
     */
    public static boolean coversAlready(Resource resource, String unit) {
        return UnitOfWork.current()
                .map(work -> work.isCreated(resource)
                        || work.rememberedLabels(resource)
                                .map(before -> before.stream().anyMatch(codes(resource.fhirType(), unit)::contains))
                                .orElseGet(() -> covers(resource, unit)))
                .orElseGet(() -> covers(resource, unit));
    }
}
