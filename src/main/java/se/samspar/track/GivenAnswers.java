package se.samspar.track;

import java.util.List;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.Communication.CommunicationPayloadComponent;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.StringType;
import org.springframework.stereotype.Component;
import se.samspar.store.ResourceStore;

/** What has been answered to a request, which goes along when it goes on as another. */
@Component
class GivenAnswers {

    private final ResourceStore store;

    GivenAnswers(ResourceStore store) {
        this.store = store;
    }

    /** The answers to a request, the oldest first. */
    List<Communication> to(ServiceRequest request) {
        return store.search(
                Communication.class,
                "based-on=ServiceRequest/" + request.getIdElement().getIdPart() + "&_sort=sent,_lastUpdated");
    }

    static Stream<String> texts(Communication answer) {
        return answer.getPayload().stream()
                .map(CommunicationPayloadComponent::getContent)
                .filter(StringType.class::isInstance)
                .map(text -> ((StringType) text).getValue());
    }

    static Stream<Reference> files(Communication answer) {
        return answer.getPayload().stream()
                .filter(CommunicationPayloadComponent::hasContentReference)
                .map(payload -> payload.getContentReference().copy());
    }
}
