package se.samspar.track;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.StringType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import se.samspar.fhir.generated.Extensions;
import se.samspar.fhir.generated.Track;
import se.samspar.support.HttpAnswer;
import se.samspar.support.SamsparApi;
import se.samspar.support.SamsparTest;
import se.samspar.support.TestPatients;

/** An ordinary referral carries what the national contract does, in its lengths (TRK-2). */
@SamsparTest
class ReferralContentTest {

    private static final String WARNING = "Warning";
    private static final String STATED = "care-responsibility-stated";

    @Autowired
    SamsparApi api;

    @Test
    void theReceiverReadsWhatTheNationalContractCarries() {
        ServiceRequest referral = RequestFlow.request(Track.ELEKTIV_REMISS);
        referral.getExtensionByUrl(Extensions.CARE_RESPONSIBILITY_REMAINS).setValue(new BooleanType(true));
        set(Extensions.INTERPRETER_NEED).accept(referral, "Arabiska");
        set(Extensions.AWARENESS_TEXT).accept(referral, "Latexallergi");
        set(Extensions.DESIRED_RECIPIENT).accept(referral, "Överläkare Exempelgren");
        HttpAnswer submitted = submit(referral).expect(200);
        assertThat(submitted.header(WARNING)).isNull();

        ServiceRequest received = api.as("sus-ortopedi")
                .read(
                        ServiceRequest.class,
                        submitted.entry(ServiceRequest.class).getIdElement().getIdPart());

        assertThat(read(received, Extensions.CARE_RESPONSIBILITY_REMAINS)).isEqualTo("true");
        assertThat(read(received, Extensions.INTERPRETER_NEED)).isEqualTo("Arabiska");
        assertThat(read(received, Extensions.AWARENESS_TEXT)).isEqualTo("Latexallergi");
        assertThat(read(received, Extensions.DESIRED_RECIPIENT)).isEqualTo("Överläkare Exempelgren");
    }

    static Stream<Arguments> lengths() {
        BiConsumer<ServiceRequest, String> question =
                (referral, text) -> referral.getReasonCodeFirstRep().setText(text);
        return Stream.of(
                Arguments.of("question", 8192, question),
                Arguments.of("awareness-text", 8192, set(Extensions.AWARENESS_TEXT)),
                Arguments.of("interpreter-need", 200, set(Extensions.INTERPRETER_NEED)),
                Arguments.of("desired-recipient", 200, set(Extensions.DESIRED_RECIPIENT)));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("lengths")
    void aTextIsAsLongAsItMayBeNationallyAndNoLonger(
            String what, int length, BiConsumer<ServiceRequest, String> write) {
        ServiceRequest referral = RequestFlow.request(Track.ELEKTIV_REMISS);
        write.accept(referral, "å".repeat(length));
        submit(referral).expect(200);

        write.accept(referral, "å".repeat(length + 1));
        HttpAnswer refused = submit(referral).expect(422);

        assertThat(refused.ruleCodes()).isEqualTo(List.of("profile-conformance"));
        assertThat(refused.outcome().getIssueFirstRep().getDetails().getText()).contains("longer than");
    }

    @Test
    void whatIsNotSaidOfTheCareResponsibilityIsToldOnceAndNotOfWhatFollows() {
        ServiceRequest referral = RequestFlow.request(Track.ELEKTIV_REMISS);
        referral.getExtension()
                .removeIf(extension -> Extensions.CARE_RESPONSIBILITY_REMAINS.equals(extension.getUrl()));
        HttpAnswer submitted = submit(referral).expect(200);
        assertThat(submitted.header(WARNING)).contains(STATED);
        RequestFlow flow = RequestFlow.of(
                api, submitted.entry(ServiceRequest.class).getIdElement().getIdPart());

        assertThat(flow.triage("accept").expect(200).header(WARNING)).isNull();
        HttpAnswer answered = flow.answerFinally("visit-needed").expect(200);

        assertThat(Track.ELEKTIV_REMISS.isIn(
                        answered.entry(ServiceRequest.class).getCategoryFirstRep()))
                .isTrue();
        assertThat(answered.header(WARNING)).isNull();
    }

    private HttpAnswer submit(ServiceRequest referral) {
        return RequestFlow.submit(api.as("vc-dalby"), referral, TestPatients.next());
    }

    private static BiConsumer<ServiceRequest, String> set(String url) {
        return (referral, text) -> {
            referral.getExtension().removeIf(extension -> url.equals(extension.getUrl()));
            referral.addExtension(new Extension(url, new StringType(text)));
        };
    }

    private static String read(ServiceRequest referral, String url) {
        return referral.getExtensionByUrl(url).getValue().primitiveValue();
    }
}
