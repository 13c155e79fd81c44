package se.samspar.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import se.samspar.support.RawHttp;
import se.samspar.support.RawHttp.Answer;
import se.samspar.support.SamsparApi;
import se.samspar.support.SamsparTest;

/** Bodies broken in every way are refused at once; neither the answer nor the log has what they said. */
@Isolated("reads what the whole server logs")
@SamsparTest
@ExtendWith(OutputCaptureExtension.class)
class MalformedInputTest {

    private static final String NAME = "Hemligsson";
    private static final String NUMBER = "191212121212";

    private static final String JSON =
            "{\"resourceType\":\"Patient\",\"identifier\":[{\"system\":\"urn:x\",\"value\":\"" + NUMBER
                    + "\"}],\"name\":[{\"family\":\"" + NAME + "\"}],\"birthDate\":\"1912-12-12\"}";

    private static final String XML = "<Patient xmlns=\"http://hl7.org/fhir\"><identifier><value value=\"" + NUMBER
            + "\"/></identifier><name><family value=\"" + NAME
            + "\"/></name><birthDate value=\"1912-12-12\"/></Patient>";

    private static final String[] PATHS = {
        "POST /fhir/Patient",
        "PUT /fhir/Patient/a",
        "POST /fhir/Patient/$validate",
        "POST /fhir/ServiceRequest/$submit",
        "POST /fhir"
    };

    @Autowired
    SamsparApi api;

    static Stream<String> json() {
        return Stream.of(
                JSON.substring(0, JSON.length() / 2),
                JSON.substring(0, JSON.length() - 1),
                JSON + JSON.substring(1),
                JSON.replace("\"1912-12-12\"", "\"" + NAME + "\""),
                JSON.replace("\"1912-12-12\"", "{\"" + NAME + "\":1}"),
                JSON.replace("\"1912-12-12\"", "[[\"" + NAME + "\"]]"),
                JSON.replace("birthDate", NAME),
                JSON.replace("\"Patient\"", "\"" + NAME + "\""),
                JSON.replace("\"Patient\"", "7"),
                JSON.replace("[{\"family\"", "[\"" + NAME + "\",{\"family\""),
                JSON.replace("\"birthDate\":", "\"gender\":\"" + NAME + "\",\"birthDate\":"),
                JSON.replace("\"birthDate\":", "\"active\":\"" + NAME + "\",\"birthDate\":"),
                JSON.replace("\"birthDate\":", "\"multipleBirthInteger\":9e99999,\"birthDate\":"),
                JSON.replace("\"birthDate\":", "\"photo\":[{\"data\":\"" + NAME + "~~\"}],\"birthDate\":"),
                JSON.replace(
                        "\"birthDate\":",
                        "\"text\":{\"status\":\"generated\",\"div\":\"<div>" + NAME + "\"},\"birthDate\":"),
                JSON.replace("\"birthDate\":", "\"contained\":[{\"name\":\"" + NAME + "\"}],\"birthDate\":"),
                JSON.replace("}", "\\}"),
                JSON.replace(":", "="),
                "[" + JSON + "]",
                "\uFEFF" + JSON.replace("{\"resourceType\":\"Patient\",", "{"),
                "{\"" + NAME + "\":" + NUMBER + "}",
                "\"" + NAME + NUMBER + "\"",
                NAME);
    }

    static Stream<String> xml() {
        return Stream.of(
                XML.substring(0, XML.length() / 2),
                XML.substring(0, XML.length() - 3),
                XML.replace("1912-12-12", NAME),
                XML.replace("birthDate", NAME),
                XML.replace("Patient", NAME),
                XML.replace("<name>", "<name " + NAME + "=\"" + NAME + "\">"),
                XML.replace("<name>", "<gender value=\"" + NAME + "\"/><name>"),
                XML.replace("<name>", "<text><status value=\"generated\"/><div>" + NAME + "</text><name>"),
                XML.replace(NAME, "&" + NAME + ";"),
                XML + XML,
                "<!DOCTYPE a [<!ENTITY b \"" + NAME + "\">]>" + XML.replace("1912-12-12", "&b;"),
                "<!DOCTYPE a SYSTEM \"file:///etc/passwd\">" + XML.replace("1912-12-12", "x"),
                "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]>" + XML.replace("1912-12-12", "&b;"));
    }

    @ParameterizedTest
    @MethodSource("json")
    void brokenJsonIsNotRepeated(String body, CapturedOutput log) {
        assertRefused(body, "json", log);
    }

    @ParameterizedTest
    @MethodSource("xml")
    void brokenXmlIsNotRepeated(String body, CapturedOutput log) {
        assertRefused(body, "xml", log);
    }

    @ParameterizedTest
    @ValueSource(strings = {"batch", "transaction"})
    void aSearchInABundleIsNotRepeated(String type, CapturedOutput log) {
        assertRefused(
                "{\"resourceType\":\"Bundle\",\"type\":\"" + type
                        + "\",\"entry\":[{\"request\":{\"method\":\"GET\",\"url\":\"Patient?birthdate=" + NAME
                        + "\"}}]}",
                "json",
                log);
    }

    /** Entities within entities: three gigabytes out of a kilobyte, were they replaced. */
    @ParameterizedTest
    @ValueSource(strings = {"POST /fhir/Patient", "POST /fhir/Patient/$validate", "POST /fhir"})
    void entitiesAreNotReplaced(String path) {
        StringBuilder type = new StringBuilder("<!DOCTYPE a [<!ENTITY e0 \"" + NAME + "\">");
        for (int i = 1; i < 10; i++) {
            type.append("<!ENTITY e")
                    .append(i)
                    .append(" \"")
                    .append(("&e" + (i - 1) + ";").repeat(10))
                    .append("\">");
        }
        String body = type + "]>" + XML.replace("1912-12-12", "&e9;");
        String inNarrative = JSON.replace(
                "\"birthDate\":",
                "\"text\":{\"status\":\"generated\",\"div\":\""
                        + type.toString().replace("\"", "\\\"")
                        + "]><div xmlns=\\\"http://www.w3.org/1999/xhtml\\\">&e9;</div>\"},\"birthDate\":");

        long begun = System.nanoTime();
        for (Answer answer : List.of(send(path, body, "xml", "json"), send(path, inNarrative, "json", "json"))) {
            assertThat(answer.status()).isBetween(400, 422);
            assertThat(answer.text().length()).isLessThan(5000);
        }
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(20));
    }

    private void assertRefused(String body, String format, CapturedOutput log) {
        for (String path : PATHS) {
            for (String answerFormat : List.of("json", "xml")) {
                Answer answer = send(path, body, format, answerFormat);
                assertThat(answer.status()).as(path + " " + answer.text()).isBetween(400, 422);
                assertThat(answer.body())
                        .as(path)
                        .contains("OperationOutcome")
                        .doesNotContain(NAME + NUMBER, NUMBER, "\tat ", "Exception", "root:");
                if (!isNamed(body)) {
                    assertThat(answer.body()).as(path).doesNotContain(NAME);
                }
            }
        }
        assertThat(log.getAll()).doesNotContain(NAME, NUMBER, "\tat ");
    }

    /** The name of an element or a type is said, so that it can be corrected; it is no data. */
    private static boolean isNamed(String body) {
        return Stream.of(
                        "\"" + NAME + "\":",
                        "resourceType\":\"" + NAME,
                        "<" + NAME,
                        NAME + "=",
                        "urn:" + NAME,
                        "&" + NAME)
                .anyMatch(body::contains);
    }

    private Answer send(String path, String body, String format, String answerFormat) {
        List<String> headers = new ArrayList<>(List.of(
                "Authorization: Bearer " + api.asAdmin().token(),
                "Content-Type: application/fhir+" + format,
                "Accept: application/fhir+" + answerFormat));
        return RawHttp.send(api.baseUrl(), path, body, headers.toArray(String[]::new));
    }
}
