package se.samspar.fhir;

import java.util.List;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.StringType;
import se.samspar.fhir.generated.RuleCode;

/** What {@code $available-actions} answers: every action, whether it is possible, and what stands in the way. */
public final class ActionList {

    private final Parameters parameters = new Parameters();

    /**
     * What stands in the way of an action.
     *
     * @param text why, for whoever wants to act
     */
    public record Obstacle(RuleCode rule, String text) {}

    public void add(String code, List<Obstacle> obstacles) {
        ParametersParameterComponent action = parameters.addParameter().setName("action");
        action.addPart().setName("code").setValue(new CodeType(code));
        action.addPart().setName("allowed").setValue(new BooleanType(obstacles.isEmpty()));
        obstacles.forEach(obstacle -> {
            ParametersParameterComponent blockedBy = action.addPart().setName("blockedBy");
            blockedBy
                    .addPart()
                    .setName("rule")
                    .setValue(new CodeType(obstacle.rule().code()));
            blockedBy.addPart().setName("text").setValue(new StringType(obstacle.text()));
        });
    }

    public Parameters parameters() {
        return parameters;
    }
}
