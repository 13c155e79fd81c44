package se.samspar.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static se.samspar.support.DemoRequests.parameters;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Consent.ConsentState;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.samspar.fhir.generated.CodeSystems;
import se.samspar.support.DemoCases;
import se.samspar.support.DemoRequests;
import se.samspar.support.HttpAnswer;
import se.samspar.support.InParallel;
import se.samspar.support.SamsparApi;
import se.samspar.support.SamsparTest;
import se.samspar.support.SharedCare;
import se.samspar.support.TestPatients;

/** A block or a marking at the same moment as something is written, or while somebody pages: it holds for that too. */
@SamsparTest
class RestrictionRaceTest {

    private static final int TIMES = 4;

    @Autowired
    SamsparApi api;

    @RepeatedTest(TIMES)
    void whatIsWrittenAtTheMomentOfTheBlockIsBlocked() throws Exception {
        SharedCare care = SharedCare.of(api, TestPatients.next());
        List<HttpAnswer> answers = InParallel.run(List.<Callable<HttpAnswer>>of(
                () -> api.as("vc-dalby").post("Consent", care.block("vc-dalby")),
                () -> api.as("vc-dalby").post("ServiceRequest/$submit", parameters("request", request(care))),
                () -> send(care),
                () -> api.as("vc-dalby").post("Consent", care.block("vc-dalby"))));

        answers.forEach(answer -> assertThat(answer.status()).as(answer.body()).isBetween(200, 201));
        api.as("sus-akut-internmedicin")
                .get(SharedCare.path(answers.get(1).entry(ServiceRequest.class)))
                .expect(200);
        api.as("sus-akut-internmedicin").get(care.diagnosisPath()).expect(404);
        api.as("sus-ortopedi").get(care.visitPath()).expect(404);
        api.as("kommun-lund-hemtjanst")
                .get(SharedCare.path(answers.get(2).entry(Communication.class)))
                .expect(404);
    }

    private static ServiceRequest request(SharedCare care) {
        ServiceRequest request = DemoRequests.internalMedicine();
        request.setSubject(new Reference(care.patient()).setDisplay("Tolvan Testsson"));
        return request.addSupportingInfo(new Reference(care.diagnosisPath()));
    }

    private HttpAnswer send(SharedCare care) {
        return api.as("vc-dalby")
                .post(
                        care.aCase() + "/$send",
                        DemoRequests.justified(
                                parameters("message", DemoCases.message("rehab-lund")), "consent-verified-by-unit"));
    }

    @RepeatedTest(TIMES)
    void whatIsWrittenAtTheMomentOfTheMarkingIsProtected() throws Exception {
        SharedCare care = SharedCare.of(api, TestPatients.next());
        Patient marked = api.asAdmin().get(care.patient()).expect(200).resource(Patient.class);
        marked.getMeta().addSecurity(new Coding(CodeSystems.SE_SECURITY_LABEL, "sekretessmarkering", null));
        List<HttpAnswer> answers = InParallel.run(
                List.<Callable<HttpAnswer>>of(() -> api.asAdmin().put(care.patient(), marked), () -> api.as("vc-dalby")
                        .post("ServiceRequest/$submit", parameters("request", request(care)))));

        answers.forEach(answer -> answer.expect(200));
        assertThat(api.as("sus-akut-internmedicin")
                        .get(SharedCare.path(answers.get(1).entry(ServiceRequest.class)))
                        .expect(200)
                        .body())
                .doesNotContain("Testsson");
    }

    @RepeatedTest(TIMES)
    void oneBlockIsLiftedAsAnotherIsRegistered() throws Exception {
        SharedCare care = SharedCare.of(api, TestPatients.next());
        Consent first = care.blocked("vc-dalby", "vc-dalby");
        Supplier<Consent> lifted = () -> first.copy().setStatus(ConsentState.INACTIVE);
        InParallel.run(List.<Callable<HttpAnswer>>of(
                        () -> api.as("vc-dalby").put(SharedCare.path(first), lifted.get()),
                        () -> api.as("vc-dalby").post("Consent", care.block("vc-dalby"))))
                .forEach(answer -> assertThat(answer.status()).as(answer.body()).isBetween(200, 201));

        api.as("sus-ortopedi").get(care.visitPath()).expect(404);
    }

    @Test
    void whoPagesDoesNotPageIntoWhatHasBeenBlocked() {
        SharedCare care = SharedCare.of(api, TestPatients.next());
        send(care).expect(200);
        send(care).expect(200);
        String home = "kommun-lund-hemtjanst";
        Bundle page = api.as(home)
                .get("Communication?based-on=" + care.aCase() + "&_count=1&_sort=_lastUpdated")
                .expect(200)
                .resource(Bundle.class);
        assertThat(page.getTotal()).isEqualTo(4);
        care.blocked("vc-dalby", "vc-dalby");

        List<String> seen = new ArrayList<>();
        while (page.getLink(Bundle.LINK_NEXT) != null) {
            String next = page.getLink(Bundle.LINK_NEXT).getUrl().replaceFirst("^.*/fhir/?", "");
            page = api.as(home).get(next).expect(200).resource(Bundle.class);
            page.getEntry().forEach(entry -> seen.add(SharedCare.path(entry.getResource())));
        }

        assertThat(seen).containsExactly(care.toHomeService());
        assertThat(api.as(home)
                        .get("Communication?based-on=" + care.aCase())
                        .expect(200)
                        .resource(Bundle.class)
                        .getTotal())
                .isEqualTo(1);
    }
}
