package se.samspar.outpatient;

import static org.assertj.core.api.Assertions.assertThat;
import static se.samspar.outpatient.CaseFlow.HEALTH_CENTRE;
import static se.samspar.outpatient.CaseFlow.message;
import static se.samspar.outpatient.CaseFlow.path;
import static se.samspar.outpatient.CaseFlow.permit;
import static se.samspar.outpatient.CaseFlow.unit;

import java.util.List;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.samspar.fhir.generated.Extensions;
import se.samspar.fhir.generated.MessagePurpose;
import se.samspar.fhir.generated.MessageType;
import se.samspar.support.DemoRequests;
import se.samspar.support.SamsparApi;
import se.samspar.support.SamsparTest;

/** One without access is reached by telephone or fax, and the sender documents it (OVP-12). */
@SamsparTest
class ManualDeliveryTest {

    @Autowired
    SamsparApi api;

    @Test
    void oneWithoutAccessIsReachedByTelephoneAndTheSenderDocumentsItsAnswer() {
        CaseFlow withHospice = CaseFlow.opened(api, HEALTH_CENTRE, List.of("hospice-lund"), permit());
        Communication request = message(
                MessageType.PLANERING, MessagePurpose.COORDINATION_REQUEST, "Plats för lindring?", "hospice-lund");
        assertThat(withHospice.send(HEALTH_CENTRE, request).refused(422).ruleCodes())
                .contains("manual-delivery-documented");
        Extension documented = request.addExtension().setUrl(Extensions.MANUAL_DELIVERY);
        delivery().getPart().forEach(part -> documented.addExtension(part.getName(), part.getValue()));
        Communication sent =
                withHospice.send(HEALTH_CENTRE, request).expect(200).entry(Communication.class);
        List<Task> manual = withHospice
                .as(HEALTH_CENTRE)
                .get("Task?requester=Organization/%s&business-status=delivered-manually&patient=%s"
                        .formatted(HEALTH_CENTRE, withHospice.patient()))
                .expect(200)
                .entries(Task.class);
        assertThat(manual).hasSize(1);
        assertThat(manual.get(0).getStatus()).isEqualTo(TaskStatus.RECEIVED);
        Task answered = withHospice
                .on(
                        HEALTH_CENTRE,
                        sent,
                        "respond",
                        "decision",
                        new CodeType("accept"),
                        "unit",
                        unit("hospice-lund"),
                        "text",
                        "Plats från onsdag, enligt samordnaren")
                .expect(200)
                .entry(Task.class);
        assertThat(answered.getStatus()).isEqualTo(TaskStatus.ACCEPTED);
    }

    @Test
    void oneWithoutAccessIsAnsweredForAlsoAfterItHasAskedForMore() {
        CaseFlow withHospice = CaseFlow.opened(api, HEALTH_CENTRE, List.of("hospice-lund"), permit());
        Communication request =
                message(MessageType.PLANERING, MessagePurpose.COORDINATION_REQUEST, "Plats?", "hospice-lund");
        Extension documented = request.addExtension().setUrl(Extensions.MANUAL_DELIVERY);
        delivery().getPart().forEach(part -> documented.addExtension(part.getName(), part.getValue()));
        Communication sent =
                withHospice.send(HEALTH_CENTRE, request).expect(200).entry(Communication.class);
        Object[] asks = {
            "decision", new CodeType("request-supplement"), "unit", unit("hospice-lund"), "text", "Vilka mediciner?"
        };
        withHospice.on(HEALTH_CENTRE, sent, "respond", asks).expect(200);
        withHospice
                .as(HEALTH_CENTRE)
                .post(
                        path(sent) + "/$supplement",
                        DemoRequests.parameters("text", "Morfin").addParameter(delivery()))
                .expect(200);
        assertThat(withHospice
                        .as(HEALTH_CENTRE)
                        .get("Task?requester=Organization/%s&business-status=delivered-manually&focus=%s"
                                .formatted(HEALTH_CENTRE, path(sent)))
                        .expect(200)
                        .entries(Task.class))
                .isNotEmpty();
        withHospice
                .on(HEALTH_CENTRE, sent, "respond", "decision", new CodeType("accept"), "unit", unit("hospice-lund"))
                .expect(200);
    }

    @Test
    void whatIsAddedAndAnAdmissionReachOneWithoutAccessAsDocumented() {
        CaseFlow withHospice = CaseFlow.opened(api, HEALTH_CENTRE, List.of("hospice-lund"), permit());
        Communication request = message(MessageType.PLANERING, MessagePurpose.INFORMATION, "Väntar", "hospice-lund");
        Extension first = request.addExtension().setUrl(Extensions.MANUAL_DELIVERY);
        delivery().getPart().forEach(part -> first.addExtension(part.getName(), part.getValue()));
        Communication sent =
                withHospice.send(HEALTH_CENTRE, request).expect(200).entry(Communication.class);
        Parameters more = DemoRequests.parameters("text", "Sämre i natt");
        assertThat(withHospice
                        .as(HEALTH_CENTRE)
                        .post(path(sent) + "/$supplement", more)
                        .refused(422)
                        .ruleCodes())
                .contains("manual-delivery-documented");
        withHospice
                .as(HEALTH_CENTRE)
                .post(path(sent) + "/$supplement", more.copy().addParameter(delivery()))
                .expect(200);

        Parameters admission = DemoRequests.parameters("reason", "Inlagd i natt");
        assertThat(withHospice
                        .as(HEALTH_CENTRE)
                        .post(withHospice.path() + "/$admit", admission)
                        .refused(422)
                        .ruleCodes())
                .contains("manual-delivery-documented");
        withHospice
                .as(HEALTH_CENTRE)
                .post(withHospice.path() + "/$admit", admission.copy().addParameter(delivery()))
                .expect(200);
    }

    private static ParametersParameterComponent delivery() {
        ParametersParameterComponent delivery = new ParametersParameterComponent(new StringType("manualDelivery"));
        delivery.addPart().setName("unit").setValue(unit("hospice-lund"));
        delivery.addPart().setName("mode").setValue(new CodeType("phone"));
        delivery.addPart().setName("time").setValue(DateTimeType.now());
        return delivery;
    }
}
