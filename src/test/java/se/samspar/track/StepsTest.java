package se.samspar.track;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Task;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import se.samspar.rule.Actor;
import se.samspar.track.state.ContractTable;
import se.samspar.track.state.Side;
import se.samspar.track.state.TaskEvent;

/** Whose step it is, and which of them a person answers for, as the contract has it. */
class StepsTest {

    private static final Optional<String> EMPLOYEE = Optional.of("SE-1");

    @ParameterizedTest
    @EnumSource
    void onlyTheUnitWhoseStepItIsTakesIt(TaskEvent event) {
        Side side = ContractTable.side(event);
        assertThat(Steps.obstacle(event, task(), actor("clinic", EMPLOYEE)).isEmpty())
                .isEqualTo(side != Side.REQUESTER);
        assertThat(Steps.obstacle(event, task(), actor("health-centre", EMPLOYEE))
                        .isEmpty())
                .isEqualTo(side != Side.RECEIVER);
        assertThat(Steps.obstacle(event, task(), actor("third-unit", EMPLOYEE))).isPresent();
    }

    @ParameterizedTest
    @EnumSource
    void aPersonAnswersForDecisions(TaskEvent event) {
        String own = ContractTable.side(event) == Side.REQUESTER ? "health-centre" : "clinic";
        assertThat(Steps.obstacle(event, task(), actor(own, Optional.empty())).isPresent())
                .isEqualTo(ContractTable.needsEmployee(event));
    }

    private static Task task() {
        return new Task()
                .setOwner(new Reference("Organization/clinic"))
                .setRequester(new Reference("Organization/health-centre"));
    }

    private static Actor actor(String unit, Optional<String> employee) {
        return new Actor(
                "client",
                Optional.of(unit),
                Optional.of("SE-" + unit),
                Optional.empty(),
                employee,
                Optional.empty(),
                Optional.of("TREAT"),
                Set.of());
    }
}
