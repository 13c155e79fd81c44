package se.samspar.directory;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.interceptor.api.IAnonymousInterceptor;
import ca.uhn.fhir.interceptor.api.IInterceptorService;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.api.server.IPreResourceAccessDetails;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.ContactPoint;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.HealthcareService;
import org.hl7.fhir.r4.model.OperationOutcome.OperationOutcomeIssueComponent;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Type;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import se.samspar.fhir.generated.CodeSystems;
import se.samspar.fhir.generated.IdentifierSystems;
import se.samspar.support.HttpAnswer;
import se.samspar.support.SamsparApi;
import se.samspar.support.SamsparTest;

@Isolated("watches which services the server reads, for whomever")
@SamsparTest
class FindTracksTest {

    private static final String PATH = "HealthcareService/$find-tracks";
    private static final String MONDAY_MORNING = "2026-03-02T10:00:00Z";
    private static final String GOOD_FRIDAY = "2026-04-03T10:00:00Z";

    @Autowired
    SamsparApi api;

    @Autowired
    IInterceptorService storage;

    @Test
    void aHealthCentreFindsOpenOrthopaedics() {
        List<ParametersParameterComponent> matches =
                matches(find("track=digital-specialistkonsultation&specialty=1324&at=" + MONDAY_MORNING));
        assertThat(matches).hasSize(1);
        ParametersParameterComponent match = matches.get(0);
        assertThat(part(match, "service", Reference.class).getReference())
                .isEqualTo("HealthcareService/sus-ortopedi-dsk");
        assertThat(part(match, "track", CodeType.class).getCode()).isEqualTo("digital-specialistkonsultation");
        assertThat(part(match, "open", BooleanType.class).booleanValue()).isTrue();
        assertThat(has(match, "nextOpening")).isFalse();
        assertThat(part(match, "respondBy", DateTimeType.class).getValueAsString())
                .isEqualTo("2026-03-04T16:30:00+01:00");
        assertThat(part(match, "contact", ContactPoint.class).getValue()).isNotBlank();
    }

    @Test
    void aClosedServiceSaysWhenItOpensNext() {
        ParametersParameterComponent match = matches(
                        find("track=digital-specialistkonsultation&specialty=1324&at=" + GOOD_FRIDAY))
                .get(0);
        assertThat(part(match, "open", BooleanType.class).booleanValue()).isFalse();
        assertThat(part(match, "nextOpening", DateTimeType.class).getValueAsString())
                .isEqualTo("2026-04-07T08:00:00+02:00");
        assertThat(part(match, "respondBy", DateTimeType.class).getValueAsString())
                .isEqualTo("2026-04-08T16:30:00+02:00");
    }

    @Test
    void theOnCallCoordinatorIsWhoeverIsOnDutyAtThatTime() {
        String day = telecom("PractitionerRole/sus-ortopedi-bakjour-dag");
        String night = telecom("PractitionerRole/sus-ortopedi-bakjour-jour");
        assertThat(day).isNotEqualTo(night);
        assertThat(onDuty("2026-03-02T10:00:00+01:00")).isEqualTo(day);
        assertThat(onDuty("2026-03-02T16:30:00+01:00")).isEqualTo(night);
        assertThat(onDuty("2026-03-03T07:59:59+01:00")).isEqualTo(night);
        assertThat(onDuty("2026-03-07T12:00:00+01:00")).isEqualTo(night);
        assertThat(onDuty("2026-03-09T03:00:00+01:00")).isEqualTo(night);
        // The night in which the clock is put forward, and the morning after it.
        assertThat(onDuty("2026-03-29T03:30:00+02:00")).isEqualTo(night);
        assertThat(onDuty("2026-03-30T08:00:00+02:00")).isEqualTo(day);
    }

    private String onDuty(String at) {
        String time = java.net.URLEncoder.encode(at, StandardCharsets.UTF_8);
        return part(
                        matches(find("track=akut-bakjour&specialty=1324&at=" + time))
                                .get(0),
                        "contact",
                        ContactPoint.class)
                .getValue();
    }

    private String telecom(String role) {
        return api.as("vc-dalby")
                .get(role)
                .expect(200)
                .resource(org.hl7.fhir.r4.model.PractitionerRole.class)
                .getTelecomFirstRep()
                .getValue();
    }

    @Test
    void aDayIsReadAsItsBeginningInSweden() {
        ParametersParameterComponent match = matches(
                        find("track=digital-specialistkonsultation&specialty=1324&at=2026-03-02"))
                .get(0);
        assertThat(part(match, "nextOpening", DateTimeType.class).getValueAsString())
                .isEqualTo("2026-03-02T08:00:00+01:00");
    }

    @Test
    void withoutATimeItIsAboutNow() {
        assertThat(matches(find("track=digital-specialistkonsultation"))).hasSizeGreaterThanOrEqualTo(7);
    }

    @Test
    void onlyTracksThatTheUnitMayStartAreFound() {
        assertThat(tracks(find("at=" + MONDAY_MORNING))).contains("digital-specialistkonsultation", "elektiv-remiss");
        assertThat(tracks(api.as("sus-ortopedi")
                        .get(PATH + "?at=" + MONDAY_MORNING)
                        .expect(200)))
                .contains("elektiv-remiss")
                .doesNotContain("digital-specialistkonsultation");
        assertThat(matches(find("from=Organization/sus-ortopedi&track=digital-specialistkonsultation")))
                .isEmpty();
    }

    @Test
    void aServiceWithHoursOfItsOwnComesAfterThoseThatAreOpen() {
        HealthcareService service = api.asAdmin().read(HealthcareService.class, "sus-handkirurgi-remiss");
        HealthcareService closed = service.copy();
        closed.addNotAvailable()
                .setDescription("Planeringsdag")
                .setDuring(new org.hl7.fhir.r4.model.Period()
                        .setStartElement(new DateTimeType("2026-05-04"))
                        .setEndElement(new DateTimeType("2026-05-04")));
        api.as("sus-handkirurgi")
                .put("HealthcareService/sus-handkirurgi-remiss", closed)
                .expect(200);
        List<ParametersParameterComponent> matches = matches(find("track=elektiv-remiss&at=2026-05-04T08:00:00Z"));
        assertThat(matches).hasSizeGreaterThan(1);
        assertThat(part(matches.get(0), "open", BooleanType.class).booleanValue())
                .isTrue();
        ParametersParameterComponent last = matches.get(matches.size() - 1);
        assertThat(part(last, "service", Reference.class).getReference())
                .isEqualTo("HealthcareService/sus-handkirurgi-remiss");
        assertThat(part(last, "nextOpening", DateTimeType.class).getValueAsString())
                .isEqualTo("2026-05-05T08:00:00+02:00");
    }

    @Test
    void onlyTheServicesOfTheTrackAskedForAreRead() {
        Set<String> read = new HashSet<>();
        IAnonymousInterceptor watch = (pointcut, parameters) -> {
            IPreResourceAccessDetails resources = parameters.get(IPreResourceAccessDetails.class);
            for (int index = 0; index < resources.size(); index++) {
                if (resources.getResource(index) instanceof HealthcareService service) {
                    read.add(service.getTypeFirstRep().getCodingFirstRep().getCode());
                }
            }
        };
        storage.registerAnonymousInterceptor(Pointcut.STORAGE_PREACCESS_RESOURCES, watch);
        try {
            assertThat(matches(find("track=elektiv-svf"))).hasSize(2);
        } finally {
            storage.unregisterInterceptor(watch);
        }
        assertThat(read).containsExactly("elektiv-svf");
    }

    @Test
    void aSpecialtyThatOnlyAServiceOnAnotherTrackKnowsFindsNothing() {
        HealthcareService service = api.asAdmin().read(HealthcareService.class, "sus-handkirurgi-dsk");
        service.addSpecialty()
                .addCoding()
                .setSystem(CodeSystems.HSA_VERKSAMHETSKOD)
                .setCode("2026");
        api.asAdmin().put("HealthcareService/sus-handkirurgi-dsk", service).expect(200);
        assertThat(matches(find("track=elektiv-remiss&specialty=2026"))).isEmpty();
        assertThat(matches(find("track=digital-specialistkonsultation&specialty=2026")))
                .hasSize(1);
    }

    /** The package has some of the codes only (see its page on code systems). */
    @Test
    void aSpecialtyThatIsNotInThePackageIsNoFault() {
        assertThat(matches(find("specialty=1150"))).isEmpty();
    }

    @Test
    void getAndPostAgreeHoweverTheUnitIsNamed() {
        String byGet = find("from=Organization/vc-dalby&specialty=1324&at=" + MONDAY_MORNING)
                .body();
        assertThat(find("from=SE2321000255-DEMO-VC-DALBY&specialty=1324&at=" + MONDAY_MORNING)
                        .body())
                .isEqualTo(byGet);
        Reference byHsaId = new Reference();
        byHsaId.getIdentifier().setSystem(IdentifierSystems.HSA_ID).setValue("SE2321000255-DEMO-VC-DALBY");
        assertThat(List.<Type>of(
                        new Reference("Organization/vc-dalby"), byHsaId, new StringType("Organization/vc-dalby")))
                .allSatisfy(from -> assertThat(post(from).body()).isEqualTo(byGet));
    }

    @Test
    void thePatientChangesNothingAndIsNotLookedUp() {
        String without = find("at=" + MONDAY_MORNING).body();
        assertThat(find("at=" + MONDAY_MORNING + "&patient=Patient/tolvan-tolvansson")
                        .body())
                .isEqualTo(without);
        assertThat(find("at=" + MONDAY_MORNING + "&patient=Patient/nobody").body())
                .isEqualTo(without);
    }

    @ParameterizedTest
    @CsvSource({
        "from=Organization/nowhere, from",
        "from=SE2321000255-DEMO-NOWHERE, from",
        "from=Patient/tolvan-tolvansson, from",
        "from=Organization/region-skane, from",
        "track=brevduva, track",
        "specialty=ortopedi, specialty"
    })
    void whatDoesNotExistIsRefusedByName(String query, String parameter) {
        HttpAnswer answer = api.as("vc-dalby").get(PATH + "?" + query).expect(422);
        OperationOutcomeIssueComponent issue = answer.outcome().getIssueFirstRep();
        assertThat(issue.getExpression().get(0).getValue()).contains("'" + parameter + "'");
        assertThat(issue.getDiagnostics()).isNotBlank();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "at=tomorrow",
                "at=2026-13-45",
                "colour=blue",
                "track=akut-remiss&track=elektiv-remiss",
                "from=Organization/vc-dalby&from=Organization/vc-limhamn"
            })
    void whatCannotBeReadOrIsNoParameterIsRefused(String query) {
        HttpAnswer answer = api.as("vc-dalby").get(PATH + "?" + query).expect(400);
        assertThat(answer.outcome().getIssue()).isNotEmpty();
    }

    @Test
    void withoutATokenNothingIsFound() {
        assertThat(api.asNobody().get(PATH).status()).isEqualTo(401);
    }

    private HttpAnswer find(String query) {
        return api.as("vc-dalby").get(PATH + "?" + query).expect(200);
    }

    private HttpAnswer post(Type from) {
        Parameters parameters = new Parameters();
        parameters.addParameter().setName("from").setValue(from);
        parameters.addParameter().setName("specialty").setValue(new CodeType("1324"));
        parameters.addParameter().setName("at").setValue(new DateTimeType(MONDAY_MORNING));
        return api.as("vc-dalby").post(PATH, parameters).expect(200);
    }

    private static List<ParametersParameterComponent> matches(HttpAnswer answer) {
        return answer.resource(Parameters.class).getParameter();
    }

    private static List<String> tracks(HttpAnswer answer) {
        return matches(answer).stream()
                .map(match -> part(match, "track", CodeType.class).getCode())
                .toList();
    }

    private static boolean has(ParametersParameterComponent match, String name) {
        return match.getPart().stream().anyMatch(part -> part.getName().equals(name));
    }

    private static <T extends Type> T part(ParametersParameterComponent match, String name, Class<T> type) {
        return match.getPart().stream()
                .filter(part -> part.getName().equals(name))
                .map(part -> type.cast(part.getValue()))
                .findFirst()
                .orElseThrow();
    }
}
