package se.samspar.track;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Named.named;

import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.PositiveIntType;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import se.samspar.fhir.generated.Extensions;
import se.samspar.fhir.generated.Track;
import se.samspar.support.SamsparApi;
import se.samspar.support.SamsparTest;
import se.samspar.support.TestPatients;

/** What the server notes on a request about its way is not a client's to say. */
@SamsparTest
class KeptByTheServerTest {

    @Autowired
    SamsparApi api;

    static Stream<Arguments> keptByTheServer() {
        Extension intermediary = new Extension(Extensions.INTERMEDIARY);
        intermediary.addExtension("unit", new Reference("Organization/sus-reumatologi"));
        intermediary.addExtension("time", new DateTimeType("2026-01-12T10:00:00+01:00"));
        Extension version = new Extension(Extensions.REQUEST_VERSION);
        version.addExtension("number", new PositiveIntType(7));
        version.addExtension("reason", new CodeType("AR"));
        return Stream.of(
                Arguments.of(named("intermediary", intermediary)), Arguments.of(named("request-version", version)));
    }

    @ParameterizedTest
    @MethodSource("keptByTheServer")
    void whatTheServerKeepsOnARequestIsRefusedFromAClient(Extension kept) {
        refusedFromAClient(kept, RequestFlow.submitted(api));
    }

    @Test
    void noClientSaysWhatARequestWasConvertedTo() {
        RequestFlow flow = RequestFlow.submitted(api);
        refusedFromAClient(new Extension(Extensions.CONVERTED_TO, new Reference("ServiceRequest/" + flow.id())), flow);
    }

    private void refusedFromAClient(Extension kept, RequestFlow flow) {
        ServiceRequest fresh = RequestFlow.request(Track.ELEKTIV_REMISS);
        fresh.addExtension(kept);
        assertThat(RequestFlow.submit(flow.healthCentre(), fresh, TestPatients.next())
                        .expect(422)
                        .ruleCodes())
                .contains("server-written");
        ServiceRequest sent = flow.request();
        sent.getExtension().removeIf(extension -> kept.getUrl().equals(extension.getUrl()));
        sent.addExtension(kept);
        assertThat(flow.healthCentre()
                        .put("ServiceRequest/" + flow.id(), sent)
                        .expect(422)
                        .ruleCodes())
                .contains("server-written");
    }
}
