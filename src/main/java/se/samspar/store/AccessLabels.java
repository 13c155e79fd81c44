package se.samspar.store;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.instance.model.api.IIdType;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.PractitionerRole;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.stereotype.Component;
import se.samspar.rule.RuleContext;

/**
 * Which units see a resource, kept as labels in {@code meta.security} that never leave the server. Search is narrowed by
 * them in the database and every outgoing resource is checked against them.
 */
@Component
public class AccessLabels {

    /** System of the labels; the code is the id of a unit's Organization. */
    public static final String SYSTEM = "https://samspar.example/fhir/access";

    /** Code of the label of what every unit sees; no id has this form. */
    private static final String EVERY_UNIT = "*";

    /** Types some of whose resources every unit sees. */
    private static final Set<String> PARTLY_OPEN = Set.of("Appointment");

    private static final String ANNOUNCED = AccessLabels.class.getName() + ".announced";

    /** The directory, which every unit sees. */
    private static final Set<String> DIRECTORY =
            Set.of("Organization", "HealthcareService", "Location", "Practitioner", "PractitionerRole");

    /** The times that units give, which every unit sees and each keeps for itself. */
    private static final Set<String> CALENDAR = Set.of("Schedule", "Slot");

    private final Participations participations;
    private final ResourceStore store;

    AccessLabels(Participations participations, ResourceStore store) {
        this.participations = participations;
        this.store = store;
    }

    /**
     * Says who will see a resource of no {@link Participation} because of what the same operation writes next: labelled
     * as it is stored, it is not written a second time.
     */
    static void announce(Resource resource, List<Reference> units) {
        resource.setUserData(ANNOUNCED, units);
    }

    /** Labels a resource that is about to be stored; what a client put there itself is dropped. */
    @SuppressWarnings("unchecked") // only announce() writes it
    void set(Resource resource, RuleContext context) {
        remove(resource);
        Set<String> units = units(resource, context);
        List<Reference> announced = (List<Reference>) resource.getUserData(ANNOUNCED);
        if (announced != null) {
            announced.forEach(unit -> unitOf(unit, context, units));
        }
        units.forEach(unit -> resource.getMeta().addSecurity(label(unit)));
    }

    /**
     * Adds what could not be known before references of the transaction were resolved, and opens to the same units the
     * patient and the background that come with the resource.
     */
    public void complete(Resource resource, RuleContext context) {
        Set<String> units = units(resource, context);
        addMissing(resource, units);
        if (units.contains(EVERY_UNIT) || isOpenedAlready(resource, units, context)) {
            return;
        }
        participations.patients(resource).forEach(patient -> context.resolve(patient, Patient.class)
                .ifPresent(found -> open(found, units)));
        participations
                .background(resource)
                .flatMap(reference -> context.resolve(reference, Resource.class).stream())
                .filter(found -> mayShare(found, resource, context))
                .forEach(found -> open(found, units));
    }

    /** Patients and background were opened to these units when the resource was last written. */
    private boolean isOpenedAlready(Resource resource, Set<String> units, RuleContext context) {
        return context.previous(resource)
                .filter(before -> labelledUnits(before).containsAll(units))
                .filter(before ->
                        literals(participations.patients(before)).equals(literals(participations.patients(resource))))
                .filter(before -> literals(participations.background(before))
                        .equals(literals(participations.background(resource))))
                .isPresent();
    }

    /** A writer shares what it sees itself, and of the patient whom it writes about. */
    private boolean mayShare(Resource background, Resource resource, RuleContext context) {
        Set<String> patients = literals(participations.patients(background));
        return !patients.isEmpty()
                && literals(participations.patients(resource)).containsAll(patients)
                && context.actor()
                        .unit()
                        .filter(unit -> coversAlready(background, unit))
                        .isPresent();
    }

    private static Set<String> literals(Stream<Reference> references) {
        return references
                .map(reference -> reference.getReferenceElement().toUnqualifiedVersionless())
                .map(IIdType::getValue)
                .collect(Collectors.toSet());
    }

    private void open(Resource resource, Set<String> units) {
        UnitOfWork.current().ifPresent(work -> work.rememberLabels(resource, labelledUnits(resource)));
        addMissing(resource, units);
    }

    private static Set<String> labelledUnits(Resource resource) {
        return resource.getMeta().getSecurity().stream()
                .filter(label -> SYSTEM.equals(label.getSystem()))
                .map(Coding::getCode)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Takes the labels off a resource that leaves the server. */
    public static void remove(Resource resource) {
        if (resource.hasMeta()) {
            resource.getMeta().getSecurity().removeIf(label -> SYSTEM.equals(label.getSystem()));
            resource.getMeta().getTag().removeIf(label -> SYSTEM.equals(label.getSystem()));
        }
    }

    /** Those of these labels that do not say who sees a resource. */
    public static Stream<Coding> others(List<Coding> labels) {
        return labels.stream().filter(label -> !SYSTEM.equals(label.getSystem()));
    }

    /** Is the resource labelled for this unit, or for every unit? */
    public static boolean covers(Resource resource, String unit) {
        return isFor(resource, unit) || isFor(resource, EVERY_UNIT);
    }

    /** Does the unit take part, rather than see what every unit sees? */
    public static boolean isFor(Resource resource, String unit) {
        return resource.getMeta().getSecurity(SYSTEM, unit) != null;
    }

    /** The codes of the labels by which a unit finds resources of a type. */
    public static List<String> codes(String type, String unit) {
        return PARTLY_OPEN.contains(type) ? List.of(unit, EVERY_UNIT) : List.of(unit);
    }

    /** Opens a resource to further units without a new version of it. */
    public void open(Resource resource, Stream<Reference> units, RuleContext context) {
        open(resource, ids(units, context));
    }

    /** The ids of these units, or of the units of these roles. */
    Set<String> ids(Stream<Reference> units, RuleContext context) {
        Set<String> ids = new LinkedHashSet<>();
        units.forEach(unit -> unitOf(unit, context, ids));
        return ids;
    }

    /** Does the unit take part in the resource as it is now? */
    boolean takesPart(Resource resource, String unit, RuleContext context) {
        return ids(participations.units(resource, context), context).contains(unit);
    }

    /** Closes a resource to a unit without a new version of it. */
    void close(Resource resource, String unit) {
        Coding label = label(unit);
        resource.getMeta().getSecurity().removeIf(own -> own.equalsShallow(label));
        store.removeLabels(resource, List.of(label));
    }

    /** Is it a type of the directory, which every unit sees? */
    public static boolean isDirectory(String type) {
        return DIRECTORY.contains(type);
    }

    /** Is it a type that every unit sees: the directory, or the times that units give? */
    public static boolean isOpen(String type) {
        return isDirectory(type) || CALENDAR.contains(type);
    }

    /**
     * Could the unit see the resource before the current transaction, or is it the transaction that creates it? Writing
     * about a patient opens the patient's record to the unit, so afterwards is too late to ask.
     */
    public static boolean coversAlready(Resource resource, String unit) {
        return UnitOfWork.current()
                .map(work -> work.isCreated(resource)
                        || work.rememberedLabels(resource)
                                .map(before -> before.contains(unit) || before.contains(EVERY_UNIT))
                                .orElseGet(() -> covers(resource, unit)))
                .orElseGet(() -> covers(resource, unit));
    }

    private void addMissing(Resource resource, Set<String> units) {
        List<String> missing =
                units.stream().filter(unit -> !isFor(resource, unit)).toList();
        if (!missing.isEmpty()) {
            missing.forEach(unit -> resource.getMeta().addSecurity(label(unit)));
            store.addLabels(resource, missing.stream().map(AccessLabels::label).toList());
        }
    }

    private Set<String> units(Resource resource, RuleContext context) {
        Set<String> units = new LinkedHashSet<>();
        if (context.previous(resource).isEmpty() && participations.isSeenByMaker(resource)) {
            context.actor().unit().ifPresent(units::add); // who makes something sees it; who changes it need not
        }
        units.addAll(ids(participations.units(resource, context), context));
        if (participations.isOpen(resource)) {
            units.add(EVERY_UNIT);
        }
        return units;
    }

    private static void unitOf(Reference reference, RuleContext context, Set<String> units) {
        if (!reference.hasReference()) {
            return;
        }
        switch (String.valueOf(reference.getReferenceElement().getResourceType())) {
            case "Organization" -> units.add(reference.getReferenceElement().getIdPart());
            case "PractitionerRole" -> context.resolve(reference, PractitionerRole.class)
                    .map(PractitionerRole::getOrganization)
                    .ifPresent(organization -> unitOf(organization, context, units));
            default -> {
                // Patients, services and places are not units.
            }
        }
    }

    private static Coding label(String unit) {
        return new Coding().setSystem(SYSTEM).setCode(unit);
    }
}
