package se.samspar.track;

import static org.assertj.core.api.Assertions.assertThat;

import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestStatus;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.samspar.fhir.generated.Extensions;
import se.samspar.fhir.generated.TaskBusinessStatus;
import se.samspar.fhir.generated.Track;
import se.samspar.support.DemoRequests;
import se.samspar.support.HttpAnswer;
import se.samspar.support.SamsparApi;
import se.samspar.support.SamsparTest;
import se.samspar.support.UnitClient;

/** A converted request says where it went, and the other where it comes from. */
@SamsparTest
class ConvertedRequestsTest {

    @Autowired
    SamsparApi api;

    @Test
    void aConvertedRequestIsReplacedByOneOnTheOtherTrack() {
        ServiceRequest advice = RequestFlow.consultation();
        advice.addExtension(new Extension(Extensions.ADVICE_MAY_BECOME_REFERRAL, new BooleanType(true)));
        RequestFlow flow = RequestFlow.submitted(api, advice);

        HttpAnswer converted = convert(flow.clinic(), flow, "reason", "Behöver bedömas på plats")
                .expect(200);

        ServiceRequest former = flow.request();
        ServiceRequest successor = converted.entries(ServiceRequest.class).stream()
                .filter(request -> !request.getIdElement().getIdPart().equals(flow.id()))
                .findFirst()
                .orElseThrow();
        assertThat(former.getStatus()).isEqualTo(ServiceRequestStatus.REVOKED);
        assertThat(((Reference) former.getExtensionByUrl(Extensions.CONVERTED_TO)
                                .getValue())
                        .getReference())
                .isEqualTo("ServiceRequest/" + successor.getIdElement().getIdPart());
        assertThat(successor.getReplacesFirstRep().getReference()).isEqualTo("ServiceRequest/" + flow.id());
        assertThat(Track.ELEKTIV_REMISS.isIn(successor.getCategoryFirstRep())).isTrue();
        assertThat(successor.getRequester().getReference()).isEqualTo(RequestFlow.PHYSICIAN);
        assertThat(Base.compareDeep(former.getReasonCode(), successor.getReasonCode(), true))
                .isTrue();
        assertThat(TaskBusinessStatus.CONVERTED.isIn(flow.task().getBusinessStatus()))
                .isTrue();
        assertThat(RequestFlow.of(api, successor.getIdElement().getIdPart())
                        .task()
                        .getStatus())
                .isEqualTo(TaskStatus.REQUESTED);
    }

    @Test
    void adviceBecomesAReferralOnlyWhereTheRequesterHasAllowedIt() {
        RequestFlow flow = RequestFlow.submitted(api);
        assertThat(convert(flow.clinic(), flow, "reason", "Behöver bedömas på plats")
                        .expect(422)
                        .ruleCodes())
                .contains("conversion-allowed");
        convert(flow.healthCentre(), flow, "reason", "Vi önskar ett besök").expect(200);
    }

    @Test
    void anAnsweredRequestStaysAnsweredWhenItIsContinuedOnAnotherTrack() {
        RequestFlow flow = RequestFlow.submitted(api);
        flow.triage("accept").expect(200);
        flow.answerFinally("continue-in-primary-care").expect(200);
        ServiceRequest successor = convert(flow.healthCentre(), flow).expect(200).entries(ServiceRequest.class).stream()
                .filter(request -> request.hasBasedOn())
                .findFirst()
                .orElseThrow();
        assertThat(successor.getBasedOnFirstRep().getReference()).isEqualTo("ServiceRequest/" + flow.id());
        assertThat(flow.request().getStatus()).isEqualTo(ServiceRequestStatus.COMPLETED);
        assertThat(flow.task().getStatus()).isEqualTo(TaskStatus.COMPLETED);
    }

    private static HttpAnswer convert(UnitClient unit, RequestFlow flow, Object... more) {
        Parameters parameters = DemoRequests.parameters(more);
        parameters.addParameter().setName("track").setValue(new CodeType(Track.ELEKTIV_REMISS.code()));
        parameters.addParameter().setName("to").setValue(new Reference("HealthcareService/sus-ortopedi-remiss"));
        return unit.post(flow.path("convert"), parameters);
    }
}
