package se.samspar.audit;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hl7.fhir.r4.model.AuditEvent;
import org.hl7.fhir.r4.model.AuditEvent.AuditEventAction;
import org.hl7.fhir.r4.model.AuditEvent.AuditEventAgentComponent;
import org.hl7.fhir.r4.model.AuditEvent.AuditEventAgentNetworkType;
import org.hl7.fhir.r4.model.AuditEvent.AuditEventEntityComponent;
import org.hl7.fhir.r4.model.AuditEvent.AuditEventOutcome;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Reference;
import org.springframework.stereotype.Component;
import se.samspar.fhir.generated.IdentifierSystems;
import se.samspar.fhir.generated.Profiles;
import se.samspar.store.ResourceStore;

/** Rows of the log as FHIR, in the shape of IHE's Basic Audit Log Patterns. */
@Component
class AuditEvents {

    static final String PURPOSES = "http://terminology.hl7.org/CodeSystem/v3-ActReason";

    private static final String BASE = "http://terminology.hl7.org/CodeSystem/";
    private static final String INTERACTIONS = "http://hl7.org/fhir/restful-interaction";
    private static final int MAX_UNITS = 10_000;
    private static final Duration REMEMBERED = Duration.ofMinutes(1);
    private static final int FIRST_ERROR = 400;
    private static final int NOT_FOUND = 404;
    private static final int FIRST_FAILURE = 500;

    private static final String DICOM = "http://dicom.nema.org/resources/ontology/DCM";
    private static final Coding APPLICATION = new Coding(DICOM, "110150", "Application");
    private static final Coding EXPORT = new Coding(DICOM, "110106", "Export");
    private static final Coding RECIPIENT = new Coding(BASE + "v3-ParticipationType", "IRCP", "information recipient");
    private static final Coding UNIT = new Coding(BASE + "v3-RoleClass", "PROV", "healthcare provider");
    private static final Coding CARE_PROVIDER = new Coding(BASE + "v3-ParticipationType", "CST", "custodian");

    private static final Map<String, AuditEventAction> ACTIONS = Map.of(
            "read", AuditEventAction.R,
            "vread", AuditEventAction.R,
            "history-instance", AuditEventAction.R,
            "create", AuditEventAction.C,
            "update", AuditEventAction.U,
            "patch", AuditEventAction.U);

    private final LoadingCache<String, Optional<String>> unitNames;

    AuditEvents(ResourceStore store) {
        unitNames = Caffeine.newBuilder()
                .maximumSize(MAX_UNITS)
                .expireAfterWrite(REMEMBERED)
                .build(id ->
                        store.executeAsServer(() -> store.find(new Reference("Organization/" + id), Organization.class)
                                .map(Organization::getName)));
    }

    /** All that the log has, for the reviewer of the unit. */
    AuditEvent forReviewer(AccessEvent event) {
        Access access = event.access();
        AuditEvent audit = common(event);
        agent(audit, APPLICATION, null, access.client())
                .setNetwork(new AuditEvent.AuditEventAgentNetworkComponent()
                        .setAddress(access.remoteAddress())
                        .setType(AuditEventAgentNetworkType._2));
        if (access.employeeHsaId() != null) {
            agent(audit, RECIPIENT, IdentifierSystems.HSA_ID, access.employeeHsaId())
                    .setRequestor(true);
        }
        audit.getAgent().stream()
                .filter(agent -> agent.getType().getCodingFirstRep().equalsDeep(UNIT))
                .forEach(unit -> unit.setRequestor(access.employeeHsaId() == null));
        if (access.accessReason() != null) {
            audit.getPurposeOfEventFirstRep().setText(access.accessReason());
        }
        if (access.status() != NOT_FOUND) { // whose it is that was not there for the unit, it does not learn by its log
            access.patients().forEach(patient -> patient(audit, patient));
        }
        access.resources().forEach(resource -> entity(audit, "2", "System Object", "4", "Domain Resource")
                .setWhat(new Reference(resource)));
        entity(audit, "2", "System Object", "24", "Query")
                .setQuery(access.request().getBytes(StandardCharsets.UTF_8))
                .setDescription(access.entries().isEmpty() ? null : String.join("\n", access.entries()));
        audit.addEntity()
                .setType(new Coding(
                        "https://profiles.ihe.net/ITI/BALP/CodeSystem/BasicAuditEntityType", "XrequestId", null))
                .setWhat(new Reference().setIdentifier(new Identifier().setValue(access.requestId())));
        return audit;
    }

    /** What the patient is told: which unit, of which care provider, when, why and what kind of access. */
    AuditEvent forPatient(AccessEvent event, String patient) {
        AuditEvent audit = common(event);
        if (!audit.hasAgent()) { // a register's system, which acts for no unit
            agent(audit, APPLICATION, null, event.access().client());
        }
        audit.getAgent().get(0).setRequestor(true);
        patient(audit, patient);
        return audit;
    }

    private AuditEvent common(AccessEvent event) {
        Access access = event.access();
        AuditEvent audit = new AuditEvent();
        audit.setId(Long.toString(event.id()));
        audit.getMeta().addProfile(Profiles.ACCESS_EVENT);
        boolean isExport = Interaction.EXPORT.equals(access.interaction());
        audit.setType(isExport ? EXPORT.copy() : new Coding(BASE + "audit-event-type", "rest", "RESTful Operation"));
        audit.addSubtype(
                isExport ? EXPORT.copy() : new Coding().setSystem(INTERACTIONS).setCode(access.interaction()));
        audit.setAction(ACTIONS.getOrDefault(access.interaction(), AuditEventAction.E));
        audit.setRecorded(Date.from(event.occurred()));
        audit.setOutcome(outcome(access.status())).setOutcomeDesc("HTTP " + access.status());
        if (access.purpose() != null) {
            audit.addPurposeOfEvent(purpose(access));
        }
        Optional.ofNullable(access.unitHsaId()).ifPresent(hsaId -> unit(audit, access, hsaId));
        Optional.ofNullable(access.careProviderHsaId())
                .ifPresent(hsaId -> agent(audit, CARE_PROVIDER, IdentifierSystems.HSA_ID, hsaId));
        audit.getSource()
                .setObserver(new Reference().setDisplay("Samspår"))
                .addType(new Coding(
                        "http://terminology.hl7.org/CodeSystem/security-source-type", "4", "Application Server"));
        return audit;
    }

    private void unit(AuditEvent audit, Access access, String hsaId) {
        Reference who = agent(audit, UNIT, IdentifierSystems.HSA_ID, hsaId).getWho();
        if (access.unit() != null) {
            who.setReference("Organization/" + access.unit());
            unitNames.get(access.unit()).ifPresent(who::setDisplay);
        }
    }

    private static AuditEventAgentComponent agent(AuditEvent audit, Coding type, String system, String who) {
        AuditEventAgentComponent agent = audit.addAgent().setRequestor(false);
        agent.setType(new CodeableConcept(type.copy()));
        agent.setWho(
                new Reference().setIdentifier(new Identifier().setSystem(system).setValue(who)));
        audit.getPurposeOfEvent().forEach(purpose -> agent.addPurposeOfUse(purpose.copy()));
        return agent;
    }

    private static CodeableConcept purpose(Access access) {
        return new CodeableConcept(new Coding().setSystem(PURPOSES).setCode(access.purpose()));
    }

    private static void patient(AuditEvent audit, String id) {
        entity(audit, "1", "Person", "1", "Patient").setWhat(new Reference("Patient/" + id));
    }

    private static AuditEventEntityComponent entity(
            AuditEvent audit, String type, String typeName, String role, String roleName) {
        return audit.addEntity()
                .setType(new Coding(BASE + "audit-entity-type", type, typeName))
                .setRole(new Coding(BASE + "object-role", role, roleName));
    }

    private static AuditEventOutcome outcome(int status) {
        return status < FIRST_ERROR
                ? AuditEventOutcome._0
                : status < FIRST_FAILURE ? AuditEventOutcome._4 : AuditEventOutcome._8;
    }

    /** Lower bound of the statuses that an outcome stands for, and the upper one, which is not among them. */
    static List<Integer> statuses(String outcome) {
        return switch (outcome) {
            case "0" -> List.of(0, FIRST_ERROR);
            case "4" -> List.of(FIRST_ERROR, FIRST_FAILURE);
            case "8" -> List.of(FIRST_FAILURE, Integer.MAX_VALUE);
            default -> List.of(0, 0);
        };
    }
}
