package se.samspar.track;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Task;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import se.samspar.rule.Actor;
import se.samspar.track.state.Side;
import se.samspar.track.state.TaskEvent;

/** Whose step it is, and which of them a person answers for. */
class StepsTest {

    @ParameterizedTest
    @EnumSource(TaskEvent.class)
    void onlyTheUnitWhoseStepItIsTakesIt(TaskEvent event) {
        String own = event.side() == Side.RECEIVER ? "clinic" : "health-centre";
        String other = event.side() == Side.RECEIVER ? "health-centre" : "clinic";
        assertThat(Steps.obstacle(event, task(), actor(own, Optional.of("SE-1"))))
                .isEmpty();
        assertThat(Steps.obstacle(event, task(), actor(other, Optional.of("SE-1")))
                        .isPresent())
                .isEqualTo(event.side() != Side.EITHER);
        assertThat(Steps.obstacle(event, task(), actor("third-unit", Optional.of("SE-1"))))
                .isPresent();
    }

    @ParameterizedTest
    @CsvSource({
        "ACCEPT, true",
        "REQUEST_SUPPLEMENT, true",
        "DECLINE, true",
        "FORWARD, true",
        "ABORT, true",
        "CLAIM, true",
        "CONVERT, false",
        "CONTINUE, false",
        "REASSIGN, false",
        "ANSWER_IN_PART, true",
        "ANSWER_FINALLY, true",
        "RECEIVE, false",
        "SUPPLEMENT, false",
        "CANCEL, false"
    })
    void triageAnswerAndClaimNeedAnEmployee(TaskEvent event, boolean needed) {
        String own = event.side() == Side.RECEIVER ? "clinic" : "health-centre";
        assertThat(Steps.obstacle(event, task(), actor(own, Optional.empty())).isPresent())
                .isEqualTo(needed);
    }

    private static Task task() {
        return new Task()
                .setOwner(new Reference("Organization/clinic"))
                .setRequester(new Reference("Organization/health-centre"));
    }

    private static Actor actor(String unit, Optional<String> employee) {
        return new Actor("client", Optional.of(unit), Optional.of("SE-" + unit), employee, Set.of());
    }
}
