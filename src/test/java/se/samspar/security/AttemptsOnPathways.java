package se.samspar.security;

import static se.samspar.security.ForeignUnitOperationsTest.on;
import static se.samspar.support.DemoRequests.parameters;

import java.util.Map;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Reference;
import se.samspar.pathway.PathwayFlow;
import se.samspar.pathway.monitoring.MonitoringFlow;
import se.samspar.security.ForeignUnitOperationsTest.Attempt;
import se.samspar.support.SamsparApi;
import se.samspar.support.StartedPathways;

/**
 * What a foreign unit sends to the operations on pathways. Every unit reads them; who writes them has a scope for it, who
 * comments was asked to, and the patients on the way through one are those of others.
 */
final class AttemptsOnPathways {

    private AttemptsOnPathways() {}

    static Map<String, Attempt> of(SamsparApi api, WorkOfOthers others) {
        String path = PathwayFlow.drafted(api).path();
        return Map.ofEntries(
                Map.entry(
                        "PlanDefinition/$start-pathway",
                        new Attempt(
                                StartedPathways.CANCER + "/$start-pathway",
                                parameters(
                                        "patient",
                                        others.request().getSubject(),
                                        "entryPhase",
                                        new CodeType("treatment")),
                                422)),
                Map.entry(
                        "CarePlan/$move-phase",
                        on(others.pathway(), "move-phase", parameters("phase", new CodeType("follow-up")))),
                Map.entry(
                        "Observation/$acknowledge",
                        on(new MonitoringFlow(api, others.pathway()).fever(), "acknowledge", parameters())),
                Map.entry("CarePlan/$leave-pathway", on(others.pathway(), "leave-pathway", parameters("reason", "x"))),
                Map.entry(
                        "PlanDefinition/$advance",
                        new Attempt(path + "/$advance", parameters("to", new CodeType("consultation")), 403)),
                Map.entry("PlanDefinition/$comment", new Attempt(path + "/$comment", parameters("text", "x"), 403)),
                Map.entry(
                        "PlanDefinition/$answer-comment",
                        new Attempt(path + "/$answer-comment", parameters("comment", "1", "text", "x"), 403)),
                Map.entry(
                        "PlanDefinition/$introduce",
                        new Attempt(
                                path + "/$introduce",
                                parameters("region", new Reference("Organization/region-skane")),
                                403)),
                Map.entry(
                        "PlanDefinition/$complete-action",
                        new Attempt(path + "/$complete-action", parameters("action", "1"), 403)),
                Map.entry(
                        "PlanDefinition/$readiness",
                        new Attempt("PlanDefinition/svf-tjock-och-andtarmscancer-region-skane/$readiness", null, 200)));
    }
}
