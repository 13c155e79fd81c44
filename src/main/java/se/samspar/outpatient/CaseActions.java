package se.samspar.outpatient;

import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;
import org.springframework.stereotype.Component;
import se.samspar.consent.Cases;
import se.samspar.fhir.ActionList;
import se.samspar.fhir.ActionList.Obstacle;
import se.samspar.fhir.CarePlans;
import se.samspar.fhir.generated.CarePlanType;
import se.samspar.fhir.generated.MessageType;
import se.samspar.fhir.generated.RuleCode;
import se.samspar.outpatient.planning.PlanningService;
import se.samspar.outpatient.planning.SipService;
import se.samspar.outpatient.record.CaseReaders;
import se.samspar.outpatient.record.SharingRules;
import se.samspar.store.Foresight;
import se.samspar.store.Records;
import se.samspar.store.ResourceStore;

/**
 * What the caller may do with a case now, and what stands in the way of the rest: an action is blocked where every call
 * would be refused. So the rules are asked about the least that each action writes.
 */
@Component
class CaseActions {

    private static final Set<RuleCode> OF_SIP;

    static {
        OF_SIP = EnumSet.of(RuleCode.SIP_PARTIES, RuleCode.ONE_PLAN);
        OF_SIP.addAll(SharingRules.ALL);
    }

    private final ResourceStore store;
    private final Foresight foresight;
    private final CaseReaders readers;
    private final PlanningService planning;
    private final SipService sip;

    CaseActions(
            ResourceStore store, Foresight foresight, CaseReaders readers, PlanningService planning, SipService sip) {
        this.store = store;
        this.foresight = foresight;
        this.readers = readers;
        this.planning = planning;
        this.sip = sip;
    }

    Parameters of(IdType id) {
        CarePlan aCase = store.readVisible(CarePlan.class, id);
        if (!CarePlans.is(aCase, CarePlanType.OUTPATIENT_CASE)) {
            throw new ResourceNotFoundException(id);
        }
        Reference own = store.actor().organization().orElseThrow();
        boolean initiates = Cases.isSame(own, aCase.getAuthor());
        Optional<Obstacle> party =
                obstacle(Cases.takesPart(own, aCase), RuleCode.PARTY_TAKES_PART, "Only a party of the case does this.");
        Optional<Obstacle> open = obstacle(Cases.isOpen(aCase), RuleCode.CASE_OPEN, "The case is closed.");
        ActionList actions = new ActionList();
        actions.add("send", ofSending(aCase, own));
        // Whom consent lets in is asked of the one that is invited; a unit of the initiating one's organisation needs
        // none.
        actions.add("invite", all(party, open));
        actions.add("admit", ofAdmission(aCase, own, all(party, open)));
        actions.add("plan", ofPlanning(aCase, own));
        actions.add(
                "start-sip",
                foresight.obstacles(Optional.empty(), sip.draft(aCase).setAuthor(own), OF_SIP));
        actions.add(
                "leave",
                all(
                        party,
                        open,
                        obstacle(
                                !initiates,
                                RuleCode.PARTY_TAKES_PART,
                                "The initiating unit closes the case instead.")));
        actions.add(
                "close",
                all(open, obstacle(initiates, RuleCode.PARTY_TAKES_PART, "The initiating unit closes a case.")));
        return actions.parameters();
    }

    /** To one party or another; about practical matters, which go on longest. */
    private List<Obstacle> ofSending(CarePlan aCase, Reference own) {
        List<List<Obstacle>> toEach = others(CarePlans.parties(aCase), own)
                .map(party -> ofMessage(MessageType.ADMINISTRATIVT, aCase, own, List.of(party)))
                .toList();
        if (toEach.isEmpty()) {
            return List.of(new Obstacle(RuleCode.PARTY_TAKES_PART, "The case has no other party."));
        }
        return toEach.stream().anyMatch(List::isEmpty)
                ? List.of()
                : toEach.stream().flatMap(List::stream).distinct().toList();
    }

    /** An admission is told to every other party that may be told; where there is none, the case ends without a word. */
    private List<Obstacle> ofAdmission(CarePlan aCase, Reference own, List<Obstacle> untold) {
        List<Reference> told =
                others(readers.of(aCase, own, Records.of(store)), own).toList();
        return told.isEmpty() ? untold : ofMessage(MessageType.INSKRIVNING, aCase, own, told);
    }

    private static Stream<Reference> others(Stream<Reference> units, Reference own) {
        return units.filter(unit -> !Cases.isSame(unit, own));
    }

    private List<Obstacle> ofMessage(MessageType type, CarePlan aCase, Reference own, List<Reference> receivers) {
        Communication message = new Communication();
        message.addCategory(type.toConcept());
        message.addBasedOn(new Reference(aCase.getIdElement().toUnqualifiedVersionless()));
        message.setSender(own).setRecipient(receivers);
        message.addPayload().setContent(new StringType(type.code()));
        return foresight.obstacles(Optional.empty(), message, SharingRules.ALL);
    }

    private List<Obstacle> ofPlanning(CarePlan aCase, Reference own) {
        Optional<CarePlan> current = planning.of(aCase);
        CarePlan next = current.map(CarePlan::copy)
                .orElseGet(() -> PlanningService.begin(new CarePlan(), CarePlanType.SHARED_PLANNING, aCase));
        return foresight.obstacles(current, next.setAuthor(own), SharingRules.ALL);
    }

    private static Optional<Obstacle> obstacle(boolean isPossible, RuleCode rule, String text) {
        return isPossible ? Optional.empty() : Optional.of(new Obstacle(rule, text));
    }

    @SafeVarargs
    private static List<Obstacle> all(Optional<Obstacle>... obstacles) {
        return Stream.of(obstacles).flatMap(Optional::stream).toList();
    }
}
