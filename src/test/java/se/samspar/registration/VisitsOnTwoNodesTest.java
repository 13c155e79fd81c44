package se.samspar.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static se.samspar.registration.Consultations.halfHour;
import static se.samspar.registration.Consultations.visit;

import java.util.List;
import org.hl7.fhir.r4.model.Encounter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import se.samspar.support.Cluster;
import se.samspar.support.HttpAnswer;
import se.samspar.support.InParallel;
import se.samspar.support.UnitClient;

/** A patient has one clinic visit at a time, between two nodes too: every other request goes to the other one. */
@ResourceLock(Cluster.ONE_AT_A_TIME)
class VisitsOnTwoNodesTest {

    @Test
    void ofManyWhoWriteAVisitAtTheSameTimeOneWins() throws Exception {
        Consultations consultations = new Consultations(Cluster.shared().api());
        Encounter visit = visit(consultations.accepted(), halfHour());
        UnitClient dalby = consultations.dalby();
        List<HttpAnswer> answers = InParallel.run(6, () -> dalby.post("Encounter", visit));
        assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(1);
        assertThat(answers)
                .filteredOn(answer -> answer.status() != 201)
                .allSatisfy(answer -> assertThat(answer.expect(422).ruleCodes()).contains("no-overlapping-visits"));
    }
}
