package se.samspar.outpatient;

import static org.assertj.core.api.Assertions.assertThat;
import static se.samspar.outpatient.CaseFlow.HEALTH_CENTRE;
import static se.samspar.outpatient.CaseFlow.HOME_SERVICE;
import static se.samspar.outpatient.CaseFlow.message;
import static se.samspar.outpatient.CaseFlow.path;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.CareTeam;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.DocumentReference;
import org.hl7.fhir.r4.model.Enumerations.DocumentReferenceStatus;
import org.hl7.fhir.r4.model.Provenance;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.samspar.fhir.generated.MessagePurpose;
import se.samspar.fhir.generated.MessageType;
import se.samspar.support.HttpAnswer;
import se.samspar.support.SamsparApi;
import se.samspar.support.SamsparTest;
import se.samspar.support.UnitClient;

/** A unit outside a case does not learn that there is one, by whatever it asks for or writes (ALL-3, OVP-5). */
@SamsparTest
class ForeignCaseTest {

    private static final String MISSING = "00000000-0000-0000-0000-000000000000";

    @Autowired
    SamsparApi api;

    private CaseFlow flow;
    private Communication sent;
    private String file;
    private String team;
    private String task;
    private String event;
    private UnitClient foreign;

    @BeforeEach
    void theHomeServiceSendsAMessageWithAFile() {
        flow = CaseFlow.opened(api);
        DocumentReference attachment = new DocumentReference().setStatus(DocumentReferenceStatus.CURRENT);
        attachment
                .addContent()
                .getAttachment()
                .setContentType("text/plain")
                .setTitle("Träningsprogram")
                .setData("Stå på ett ben".getBytes(StandardCharsets.UTF_8));
        HttpAnswer answer = flow.act(
                        HOME_SERVICE,
                        "send",
                        "message",
                        message(MessageType.PLANERING, MessagePurpose.INFORMATION, "Se bilagan", HEALTH_CENTRE),
                        "attachment",
                        attachment)
                .expect(200);
        sent = answer.entry(Communication.class);
        task = "Task/" + answer.entry(Task.class).getIdElement().getIdPart();
        file = sent.getPayload().stream()
                .filter(part -> part.getContent() instanceof Reference)
                .map(part -> ((Reference) part.getContent()).getReference())
                .findFirst()
                .orElseThrow();
        team = flow.read(HOME_SERVICE).getCareTeamFirstRep().getReference();
        event = "Provenance/"
                + flow.as(HOME_SERVICE)
                        .get("Provenance?target=" + flow.path())
                        .entries(Provenance.class)
                        .get(0)
                        .getIdElement()
                        .getIdPart();
        foreign = api.as("vc-limhamn");
    }

    private List<String> everything() {
        return List.of(
                flow.path(),
                path(sent),
                task,
                file,
                file.replace("DocumentReference", "Binary"),
                team,
                flow.consent(),
                flow.patient(),
                event);
    }

    @Test
    void thePartiesSeeAllOfIt() {
        for (String path : everything()) {
            assertThat(flow.as(HOME_SERVICE).get(path).status()).as(path).isEqualTo(200);
            assertThat(flow.as(HEALTH_CENTRE).get(path).status()).as(path).isEqualTo(200);
        }
    }

    @Test
    void readingAnswersAsIfItWereNotThere() {
        for (String path : everything()) {
            String missing = path.substring(0, path.indexOf('/') + 1) + MISSING;
            for (String way : List.of("", "/_history/1", "/_history")) {
                if (!path.startsWith("Binary")) {
                    assertSameAnswer(foreign.get(path + way), foreign.get(missing + way), path, missing);
                }
            }
            assertThat(foreign.get(path).status()).as(path).isEqualTo(404);
        }
    }

    private static void assertSameAnswer(HttpAnswer one, HttpAnswer other, String path, String missing) {
        assertThat(one.status()).as(path).isEqualTo(404);
        assertThat(one.body().replace(id(path), "ID")).isEqualTo(other.body().replace(id(missing), "ID"));
    }

    private static String id(String path) {
        return path.substring(path.indexOf('/') + 1);
    }

    @Test
    void searchingFindsNothing() {
        String patient = flow.patient();
        for (String search : List.of(
                "CarePlan?_id=" + flow.id(),
                "CarePlan?subject=" + patient,
                "CarePlan?party=Organization/" + HOME_SERVICE + "&subject=" + patient,
                "CarePlan?care-team=" + team,
                "CarePlan?_has:Communication:based-on:topic=information&subject=" + patient,
                "Communication?based-on=" + flow.path(),
                "Communication?subject=" + patient,
                "Communication?sender=Organization/" + HOME_SERVICE + "&subject=" + patient,
                "Task?focus=" + path(sent),
                "Task?patient=" + patient,
                "Consent?patient=" + patient,
                "Consent?data=" + flow.path(),
                "CareTeam?subject=" + patient,
                "DocumentReference?patient=" + patient,
                "DocumentReference?related=" + path(sent),
                "Provenance?target=" + flow.path(),
                "Provenance?patient=" + patient,
                "Appointment?supporting-info=" + flow.path(),
                "Patient?_id=" + id(patient),
                "Patient?_has:CarePlan:subject:status=active&_id=" + id(patient),
                "Organization?_id=" + HOME_SERVICE + "&_revinclude=Communication:sender",
                "Organization?_id=" + HOME_SERVICE + "&_has:Task:requester:focus=" + path(sent))) {
            HttpAnswer answer = foreign.get(search);
            if (answer.status() == 200) {
                Bundle found = answer.resource(Bundle.class);
                assertThat(found.getEntry())
                        .as(search)
                        .noneMatch(entry ->
                                List.of("CarePlan", "Communication", "Task", "Consent", "CareTeam", "Provenance")
                                                .contains(entry.getResource().fhirType())
                                        && entry.getResource().fhirType().equals(search.split("\\?")[0]));
                assertThat(answer.body()).as(search).doesNotContain("Se bilagan");
                assertThat(foreign.get(search + "&_summary=count")
                                .resource(Bundle.class)
                                .getTotal())
                        .as(search)
                        .isEqualTo((int) found.getEntry().stream()
                                .filter(entry -> entry.getSearch().getMode() == Bundle.SearchEntryMode.MATCH)
                                .count());
            } else {
                assertThat(answer.status()).as(search).isEqualTo(400);
            }
        }
    }

    @Test
    void writingAnswersAsIfItWereNotThere() {
        CarePlan aCase = flow.read(HOME_SERVICE);
        assertThat(foreign.put(flow.path(), aCase).status()).isEqualTo(404);
        assertThat(foreign.patch(flow.path(), "[{\"op\":\"replace\",\"path\":\"/status\",\"value\":\"revoked\"}]")
                        .status())
                .isEqualTo(404);
        assertThat(foreign.delete(flow.path()).status()).isIn(404, 405);
        Communication message = sent.copy();
        message.setId((String) null);
        message.getBasedOnFirstRep().setReference(flow.path());
        message.getSender().setReference("Organization/vc-limhamn");
        Communication intoNothing = message.copy();
        intoNothing.getBasedOnFirstRep().setReference("CarePlan/" + MISSING);
        HttpAnswer real = foreign.post("Communication", message);
        HttpAnswer unreal = foreign.post("Communication", intoNothing);
        assertThat(real.status()).isEqualTo(unreal.status()).isEqualTo(422);
        assertThat(real.ruleCodes()).isEqualTo(unreal.ruleCodes());
        assertThat(real.body().replace(flow.id(), MISSING)).isEqualTo(unreal.body());
        CareTeam joined = flow.as(HOME_SERVICE).get(team).resource(CareTeam.class);
        assertThat(foreign.put(team, joined).status()).isEqualTo(404);
    }

    @Test
    void aMemberOfTheSameCareProviderSeesNoMoreThanOthers() {
        assertThat(api.as("kommun-lund-bistand").get(flow.path()).status()).isEqualTo(404);
        assertThat(api.as("rehab-lund").get(flow.path()).status())
                .as("which is a party")
                .isEqualTo(200);
    }
}
