package se.samspar.outpatient;

import static org.assertj.core.api.Assertions.assertThat;
import static se.samspar.outpatient.CaseFlow.HEALTH_CENTRE;
import static se.samspar.outpatient.CaseFlow.HOME_SERVICE;
import static se.samspar.outpatient.CaseFlow.REHABILITATION;
import static se.samspar.outpatient.CaseFlow.message;
import static se.samspar.outpatient.CaseMeetings.AT_HEALTH_CENTRE;
import static se.samspar.outpatient.CaseMeetings.AT_HOME_SERVICE;
import static se.samspar.outpatient.Plannings.MEDICINE;
import static se.samspar.outpatient.Plannings.met;
import static se.samspar.outpatient.Plannings.planning;

import ca.uhn.fhir.context.FhirContext;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.Communication.CommunicationStatus;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.Task;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import se.samspar.fhir.generated.CarePlanType;
import se.samspar.fhir.generated.MessagePurpose;
import se.samspar.fhir.generated.MessageType;
import se.samspar.support.HttpAnswer;
import se.samspar.support.InParallel;
import se.samspar.support.SamsparApi;
import se.samspar.support.SamsparTest;

/**
 * Whatever is shared at the moment that consent ends, by withdrawal or by a refusal, nobody outside sees any of it
 * afterwards (OVP-5).
 */
@SamsparTest
class EndOfConsentRaceTest {

    private static final int ROUNDS = 4;

    @Autowired
    SamsparApi api;

    /** How a party tells the others something. */
    enum Sharing {
        SEND(flow -> flow.send(HOME_SERVICE, request())),
        POST_MESSAGE(flow -> flow.as(HOME_SERVICE)
                .post(
                        "Communication",
                        request()
                                .setStatus(CommunicationStatus.COMPLETED)
                                .addBasedOn(new Reference(flow.path()))
                                .setSubject(new Reference(flow.patient()))
                                .setSender(CaseFlow.unit(HOME_SERVICE)))),
        PLAN(flow -> Plannings.plan(flow, HOME_SERVICE, met(planning(flow), HEALTH_CENTRE, MEDICINE))),
        POST_PLANNING(flow -> flow.as(HOME_SERVICE)
                .post(
                        "CarePlan",
                        Plannings.of(
                                flow,
                                CarePlanType.SHARED_PLANNING,
                                Plannings.met(
                                        Plannings.met(Plannings.planning(flow), HEALTH_CENTRE, Plannings.WALKING),
                                        REHABILITATION,
                                        Plannings.MEDICINE)))),
        BOOK(flow -> flow.as(HOME_SERVICE)
                .post("Appointment", CaseMeetings.meeting(flow, AT_HOME_SERVICE, AT_HEALTH_CENTRE))),
        START_SIP(flow -> flow.act(HOME_SERVICE, "start-sip")),
        ADMIT(flow -> flow.act(HOME_SERVICE, "admit", "reason", "Höftfraktur"));

        private final Function<CaseFlow, HttpAnswer> share;

        Sharing(Function<CaseFlow, HttpAnswer> share) {
            this.share = share;
        }

        private static Communication request() {
            return message(
                    MessageType.VARDBEGARAN,
                    MessagePurpose.COORDINATION_REQUEST,
                    "Har fallit.",
                    HEALTH_CENTRE,
                    REHABILITATION);
        }
    }

    private static void assertIsThereOrRefused(HttpAnswer answer) {
        assertThat(answer.status()).as(answer.body()).isIn(200, 201, 404, 409, 412, 422);
    }

    /** What was shared, where it was. */
    private static Stream<Resource> shared(HttpAnswer answer) {
        if (answer.status() >= 400) {
            return Stream.empty();
        }
        Resource resource = (Resource) FhirContext.forR4Cached().newJsonParser().parseResource(answer.body());
        return resource instanceof Bundle bundle
                ? bundle.getEntry().stream().map(BundleEntryComponent::getResource)
                : Stream.of(resource);
    }

    private static String path(Resource resource) {
        return resource.fhirType() + "/" + resource.getIdElement().getIdPart();
    }

    private static void assertIsOutside(CaseFlow flow, String unit, HttpAnswer answer) {
        flow.as(unit).get(flow.path()).refused(404);
        assertThat(Stream.of(
                                flow.as(unit)
                                        .get("CarePlan?subject=" + flow.patient())
                                        .expect(200)
                                        .entries(CarePlan.class),
                                flow.as(unit)
                                        .get("Communication?based-on=" + flow.path())
                                        .expect(200)
                                        .entries(Communication.class),
                                flow.as(unit)
                                        .get("Appointment?supporting-info=" + flow.path())
                                        .expect(200)
                                        .entries(Appointment.class),
                                flow.as(unit)
                                        .get("Task?patient=" + flow.patient())
                                        .expect(200)
                                        .entries(Task.class),
                                flow.as(unit)
                                        .get("Provenance?target=" + flow.path())
                                        .expect(200)
                                        .entries(Resource.class))
                        .flatMap(List::stream)
                        .map(EndOfConsentRaceTest::path))
                .isEmpty();
        shared(answer).forEach(resource -> flow.as(unit).get(path(resource)).refused(404));
    }

    @ParameterizedTest
    @EnumSource
    void whatIsSharedWhileAConsentIsTakenBackIsNotShown(Sharing sharing) throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            CaseFlow flow = CaseFlow.opened(api);
            List<HttpAnswer> answers =
                    InParallel.run(List.of(() -> flow.withdraw(HOME_SERVICE), () -> sharing.share.apply(flow)));
            answers.get(0).expect(200);
            assertIsThereOrRefused(answers.get(1));
            assertIsOutside(flow, HEALTH_CENTRE, answers.get(1));
            assertIsOutside(flow, REHABILITATION, answers.get(1));
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatIsSharedWhileThePersonRefusesIsNotShown(Sharing sharing) throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            CaseFlow flow = CaseFlow.opened(api);
            List<HttpAnswer> answers =
                    InParallel.run(List.of(() -> flow.refusal(HOME_SERVICE), () -> sharing.share.apply(flow)));
            // After an admission the case is closed, and nothing is decided in it any more.
            if (sharing == Sharing.ADMIT && answers.get(0).status() != 201) {
                assertThat(answers.get(0).refused(422).ruleCodes()).containsOnly("case-open");
                continue;
            }
            answers.get(0).expect(201);
            assertIsThereOrRefused(answers.get(1));
            assertIsOutside(flow, HEALTH_CENTRE, answers.get(1));
            assertIsOutside(flow, REHABILITATION, answers.get(1));
        }
    }

    /** What a party wrote in a planning just before it was shut out stays there, unseen by it. */
    @RepeatedTest(ROUNDS)
    void whoIsShutOutAtThatMomentSeesNoPlanning() throws Exception {
        CaseFlow flow = CaseFlow.opened(api);
        flow.verify(HEALTH_CENTRE);
        List<HttpAnswer> answers = InParallel.run(List.of(
                () -> flow.withdraw(HOME_SERVICE),
                () -> Plannings.plan(flow, HEALTH_CENTRE, met(planning(flow), HEALTH_CENTRE, MEDICINE))));
        answers.get(0).expect(200);
        assertIsThereOrRefused(answers.get(1));
        flow.as(HEALTH_CENTRE).get(flow.path()).refused(404);
        assertThat(flow.as(HEALTH_CENTRE)
                        .get("CarePlan?subject=" + flow.patient())
                        .expect(200)
                        .entries(CarePlan.class))
                .isEmpty();
        assertThat(flow.as(HOME_SERVICE)
                        .get("CarePlan?part-of=" + flow.path())
                        .expect(200)
                        .entries(CarePlan.class))
                .hasSize(answers.get(1).status() == 200 ? 1 : 0);
    }
}
