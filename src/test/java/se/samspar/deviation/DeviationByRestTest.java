package se.samspar.deviation;

import static org.assertj.core.api.Assertions.assertThat;
import static se.samspar.deviation.DeviationFlow.CLINIC;
import static se.samspar.deviation.DeviationFlow.HEALTH_CENTRE;
import static se.samspar.deviation.DeviationFlow.path;

import java.util.Date;
import java.util.List;
import org.hl7.fhir.r4.model.AdverseEvent;
import org.hl7.fhir.r4.model.AdverseEvent.AdverseEventActuality;
import org.hl7.fhir.r4.model.Annotation;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.InstantType;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.samspar.fhir.generated.DeviationStep;
import se.samspar.fhir.generated.Extensions;
import se.samspar.support.DemoCases;
import se.samspar.support.HttpAnswer;
import se.samspar.support.SamsparApi;
import se.samspar.support.SamsparTest;

/** By plain REST the same holds of deviations, and the server keeps what is its own (ALL-3, ALL-4). */
@SamsparTest
class DeviationByRestTest {

    @Autowired
    SamsparApi api;

    private DeviationFlow flow;
    private ServiceRequest request;

    @BeforeEach
    void theHealthCentreSendsARequest() {
        flow = new DeviationFlow(api);
        request = flow.request();
    }

    private static AdverseEvent deviation(String concerns, String unit) {
        AdverseEvent deviation = new AdverseEvent().setActuality(AdverseEventActuality.ACTUAL);
        deviation.getEvent().setText("Röntgensvaret saknades.");
        deviation.addExtension(new Extension(Extensions.FAILED_STEP, new Reference(concerns)));
        deviation.addExtension(new Extension(Extensions.CONCERNED_UNIT, DemoCases.unit(unit)));
        return deviation;
    }

    private HttpAnswer post(String slug, AdverseEvent deviation) {
        return api.as(slug).post("AdverseEvent", deviation, "Prefer: return=representation");
    }

    @Test
    void whatIsReportedComesIntoTheInboxOfTheUnitConcerned() {
        AdverseEvent stored = post(CLINIC, deviation(path(request), HEALTH_CENTRE))
                .expect(201)
                .resource(AdverseEvent.class);

        List<Task> inbox = tasks(HEALTH_CENTRE, stored);
        assertThat(inbox).hasSize(1);
        assertThat(inbox.get(0).getOwner().getReference()).isEqualTo("Organization/" + HEALTH_CENTRE);
        flow.answer(HEALTH_CENTRE, stored).expect(200);
        assertThat(tasks(CLINIC, stored)).extracting(Task::getStatus).containsExactly(TaskStatus.COMPLETED);
    }

    @Test
    void whoReportedWhenAndAboutWhomIsTheServersToSay() {
        AdverseEvent forged = deviation(path(request), HEALTH_CENTRE);
        forged.addExtension(new Extension(Extensions.REPORTING_UNIT, DemoCases.unit("sus-neurologi")));
        forged.setRecordedDate(new Date(0));
        forged.addCategory(DeviationStep.CONSENT.toConcept());
        forged.setSubject(new Reference("Patient/00000000-0000-0000-0000-000000000000"));

        AdverseEvent stored = post(CLINIC, forged).expect(201).resource(AdverseEvent.class);

        assertThat(stored.getExtensionsByUrl(Extensions.REPORTING_UNIT)).hasSize(1);
        assertThat(Deviations.reportingUnit(stored).getReference()).isEqualTo("Organization/" + CLINIC);
        assertThat(stored.getRecordedDate()).isAfter(new Date(0));
        assertThat(DeviationStep.REQUEST.isIn(stored.getCategoryFirstRep())).isTrue();
        assertThat(stored.getSubject().getReference())
                .isEqualTo(request.getSubject().getReference());
    }

    @Test
    void theRuleHoldsHereToo() {
        HttpAnswer refused = post(CLINIC, deviation(path(request), "sus-neurologi"));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.ruleCodes()).containsExactly("deviation-concerns-party");
    }

    @Test
    void aDeviationAboutWhatOthersHaveIsRefusedLikeOneAboutNothing() {
        HttpAnswer hidden = post("sus-neurologi", deviation(path(request), HEALTH_CENTRE));
        HttpAnswer missing =
                post("sus-neurologi", deviation("ServiceRequest/00000000-0000-0000-0000-000000000000", HEALTH_CENTRE));

        assertThat(hidden.status()).isEqualTo(missing.status()).isEqualTo(422);
        assertThat(hidden.ruleCodes()).isEqualTo(missing.ruleCodes()).contains("reference-known");
    }

    @Test
    void itIsReportedWithoutAnswer() {
        AdverseEvent answered = deviation(path(request), HEALTH_CENTRE);
        addAnswer(answered);

        HttpAnswer refused = post(CLINIC, answered);

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.ruleCodes()).containsExactly("server-written");
    }

    private static void addAnswer(AdverseEvent deviation) {
        Extension answer = deviation.addExtension().setUrl(Extensions.DEVIATION_ANSWER);
        answer.addExtension("text", new StringType("Inget fel."));
        answer.addExtension("who", new Identifier().setValue("SE2321000255-DEMO-NAGON"));
        answer.addExtension("when", InstantType.now());
    }

    @Test
    void whatWasReportedStays() {
        AdverseEvent stored = flow.reported(request);
        AdverseEvent rewritten = stored.copy();
        rewritten.getEvent().setText("Det var inget.");
        AdverseEvent answered = stored.copy();
        addAnswer(answered);

        for (AdverseEvent changed : List.of(rewritten, answered)) {
            HttpAnswer refused = api.as(CLINIC).put(path(stored), changed);
            assertThat(refused.status()).isEqualTo(422);
            assertThat(refused.ruleCodes()).containsExactly("transition-not-allowed");
            assertThat(api.as(HEALTH_CENTRE).put(path(stored), changed).status())
                    .isEqualTo(403);
        }
    }

    @Test
    void itsWorkItemTakesNotesOnly() {
        Task task = tasks(HEALTH_CENTRE, flow.reported(request)).get(0);
        Task noted = task.copy().addNote(new Annotation().setText("Frågat röntgen."));
        Task closed = noted.copy().setStatus(TaskStatus.COMPLETED);

        HttpAnswer refused = api.as(HEALTH_CENTRE).put(path(task), closed);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.ruleCodes()).containsExactly("transition-not-allowed");
        api.as(HEALTH_CENTRE).put(path(task), noted).expect(200);
    }

    private List<Task> tasks(String slug, AdverseEvent deviation) {
        return api.as(slug).get("Task?focus=" + path(deviation)).expect(200).entries(Task.class);
    }
}
