package se.samspar.pathway;

import static se.samspar.support.DemoRequests.parameters;

import java.util.List;
import java.util.UUID;
import org.hl7.fhir.r4.model.CanonicalType;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.Duration;
import org.hl7.fhir.r4.model.Enumerations.PublicationStatus;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.PlanDefinition;
import org.hl7.fhir.r4.model.PlanDefinition.PlanDefinitionActionComponent;
import org.hl7.fhir.r4.model.PositiveIntType;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;
import se.samspar.fhir.generated.Extensions;
import se.samspar.fhir.generated.PathwayPhase;
import se.samspar.support.HttpAnswer;
import se.samspar.support.SamsparApi;
import se.samspar.support.UnitClient;

/** A pathway of its own for a test, as those who work with it write it, decide on it and introduce it. */
public final class PathwayFlow {

    static final String REGION = "Organization/region-skane";
    static final String AUTHOR = "samspar/pathway-author";
    static final String APPROVAL = "samspar/pathway-approval";
    static final String INTRODUCTION = "samspar/pathway-introduction";

    private final SamsparApi api;
    private final String path;

    private PathwayFlow(SamsparApi api, String path) {
        this.api = api;
        this.path = path;
    }

    /** A new draft, with nobody to consult. */
    public static PathwayFlow drafted(SamsparApi api) {
        return written(api, draft());
    }

    static PathwayFlow written(SamsparApi api, PlanDefinition draft) {
        return new PathwayFlow(
                api,
                path(api.asAdmin().post("PlanDefinition", draft).expect(201).resource(PlanDefinition.class)));
    }

    /** A draft on which units of these organizations comment. */
    static PathwayFlow consulting(SamsparApi api, String... bodies) {
        PlanDefinition draft = draft();
        for (String body : bodies) {
            draft.addExtension(new Extension(Extensions.CONSULTED_BODY, new Reference(body)));
        }
        PathwayFlow flow = written(api, draft);
        flow.advance("consultation").expect(200);
        return flow;
    }

    static PathwayFlow approved(SamsparApi api) {
        PathwayFlow flow = drafted(api);
        List.of("consultation", "revision", "approved")
                .forEach(state -> flow.advance(state).expect(200));
        return flow;
    }

    /** What the working group sends. */
    static PlanDefinition draft() {
        PlanDefinition draft = new PlanDefinition()
                .setUrl("https://samspar.example/fhir/PlanDefinition/" + UUID.randomUUID())
                .setVersion("1.0")
                .setTitle("Vårdförlopp för prov")
                .setStatus(PublicationStatus.DRAFT);
        draft.getType()
                .addCoding()
                .setSystem("http://terminology.hl7.org/CodeSystem/plan-definition-type")
                .setCode("clinical-protocol");
        List.of(PathwayPhase.EARLY_DETECTION, PathwayPhase.INVESTIGATION).forEach(phase -> phase(draft, phase));
        return draft;
    }

    static PlanDefinitionActionComponent phase(PlanDefinition draft, PathwayPhase phase) {
        PlanDefinitionActionComponent action = draft.addAction();
        action.setId(phase.code());
        action.addCode(phase.toConcept());
        action.setTitle(phase.display());
        action.setTiming(days(10));
        action.addAction().setTitle("Provtagning");
        return action;
    }

    static Duration days(int number) {
        return (Duration) new Duration()
                .setValue(number)
                .setSystem("http://unitsofmeasure.org")
                .setCode("d");
    }

    /** All that an analysis has, and two actions. */
    static Parameters introduction(String region) {
        Parameters sent = parameters(
                "region",
                new Reference(region),
                "affected",
                "Vårdcentralerna",
                "start",
                "Snabbtest",
                "stop",
                "Pappersremiss",
                "document",
                "Rutin för provtagning",
                "indicator",
                new CanonicalType("https://samspar.example/fhir/Measure/prov"),
                "goal",
                "Alla vårdcentraler arbetar efter vårdförloppet.");
        var group = sent.addParameter().setName("patientGroup");
        group.addPart().setName("text").setValue(new StringType("Vuxna med misstanke"));
        group.addPart().setName("size").setValue(new PositiveIntType(1400));
        action(sent, "Snabbtest till alla vårdcentraler", "2025-01-31");
        action(sent, "Direkttider läggs upp", "2099-06-30");
        return sent;
    }

    private static void action(Parameters sent, String description, String due) {
        var action = sent.addParameter().setName("action");
        action.addPart().setName("description").setValue(new StringType(description));
        action.addPart().setName("responsible").setValue(new Reference(REGION));
        action.addPart().setName("due").setValue(new DateType(due));
    }

    HttpAnswer advance(String to) {
        return advance(api.asAdmin(), to);
    }

    HttpAnswer advance(UnitClient by, String to, String... headers) {
        return by.post(path + "/$advance", parameters("to", new CodeType(to)), headers);
    }

    HttpAnswer comment(String by, String text) {
        return api.as(by).post(path + "/$comment", parameters("text", text));
    }

    HttpAnswer answer(UnitClient by, String comment) {
        return by.post(path + "/$answer-comment", parameters("comment", comment, "text", "Det har ändrats."));
    }

    HttpAnswer introduce(UnitClient by, Parameters introduction) {
        return by.post(path + "/$introduce", introduction);
    }

    /** The regional pathway of Skåne. */
    PathwayFlow introduced() {
        return new PathwayFlow(
                api,
                path(introduce(api.asAdmin(), introduction(REGION)).expect(200).resource(PlanDefinition.class)));
    }

    PlanDefinition read() {
        return api.as("vc-dalby").get(path).expect(200).resource(PlanDefinition.class);
    }

    HttpAnswer put(PlanDefinition pathway) {
        return api.asAdmin().put(path, pathway);
    }

    public String path() {
        return path;
    }

    String ifMatch() {
        return "If-Match: W/\"" + read().getMeta().getVersionId() + "\"";
    }

    /** Somebody of the unit with a token for pathways and nothing else. */
    static UnitClient with(SamsparApi api, String slug, String scope) {
        return api.asSystemOf(slug, "system/PlanDefinition.ru " + scope);
    }

    /** The states that the pathway has been in. */
    static List<String> steps(PlanDefinition pathway) {
        return pathway.getExtensionsByUrl(Extensions.LIFE_CYCLE_STEP).stream()
                .map(step -> step.getExtensionByUrl("state").getValue().primitiveValue())
                .toList();
    }

    private static String path(PlanDefinition pathway) {
        return "PlanDefinition/" + pathway.getIdElement().getIdPart();
    }
}
