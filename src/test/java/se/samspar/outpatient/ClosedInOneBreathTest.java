package se.samspar.outpatient;

import static org.assertj.core.api.Assertions.assertThat;
import static se.samspar.outpatient.CaseFlow.HEALTH_CENTRE;
import static se.samspar.outpatient.CaseFlow.HOME_SERVICE;

import java.util.List;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Bundle.HTTPVerb;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.CarePlan.CarePlanStatus;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.Communication.CommunicationStatus;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.samspar.fhir.generated.CloseReason;
import se.samspar.fhir.generated.Extensions;
import se.samspar.fhir.generated.MessagePurpose;
import se.samspar.fhir.generated.MessageType;
import se.samspar.support.SamsparApi;
import se.samspar.support.SamsparTest;

/** A case is not closed with something that was sent in the same breath, which nobody would get to answer (OVP-17). */
@SamsparTest
class ClosedInOneBreathTest {

    @Autowired
    SamsparApi api;

    private static Communication request(CaseFlow flow) {
        return CaseFlow.message(
                        MessageType.VARDBEGARAN, MessagePurpose.COORDINATION_REQUEST, "Yr sedan i går.", HEALTH_CENTRE)
                .setStatus(CommunicationStatus.COMPLETED)
                .addBasedOn(new Reference(flow.path()))
                .setSubject(new Reference(flow.patient()))
                .setSender(CaseFlow.unit(HOME_SERVICE));
    }

    private static CarePlan closed(CarePlan aCase) {
        aCase.setStatus(CarePlanStatus.COMPLETED)
                .addExtension()
                .setUrl(Extensions.CLOSE_REASON)
                .addExtension("reason", new CodeType(CloseReason.GOALS_MET.code()));
        return aCase;
    }

    private static Bundle transaction(Resource... resources) {
        Bundle bundle = new Bundle().setType(BundleType.TRANSACTION);
        Stream.of(resources).forEach(resource -> bundle.addEntry()
                .setResource(resource)
                .getRequest()
                .setMethod(resource.hasId() ? HTTPVerb.PUT : HTTPVerb.POST)
                .setUrl(
                        resource.hasId()
                                ? resource.fhirType() + "/"
                                        + resource.getIdElement().getIdPart()
                                : resource.fhirType()));
        return bundle;
    }

    @Test
    void whatIsSentInTheSameTransactionKeepsTheCaseOpen() {
        CaseFlow flow = CaseFlow.opened(api);
        CarePlan closed = closed(flow.read(HOME_SERVICE));

        for (List<Resource> order :
                List.of(List.<Resource>of(request(flow), closed), List.<Resource>of(closed, request(flow)))) {
            assertThat(flow.as(HOME_SERVICE)
                            .post("", transaction(order.toArray(Resource[]::new)))
                            .refused(422)
                            .ruleCodes())
                    .containsExactly("nothing-unanswered");
        }
        assertThat(flow.read(HOME_SERVICE).getStatus()).isEqualTo(CarePlanStatus.ACTIVE);
        assertThat(flow.as(HOME_SERVICE)
                        .get("Communication?based-on=" + flow.path())
                        .expect(200)
                        .entries(Communication.class))
                .isEmpty();
    }
}
