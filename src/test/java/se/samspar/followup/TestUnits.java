package se.samspar.followup;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.HealthcareService;
import org.hl7.fhir.r4.model.Location;
import org.hl7.fhir.r4.model.MeasureReport;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.PractitionerRole;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ServiceRequest;
import se.samspar.directory.SwedishTime;
import se.samspar.fhir.generated.CodeSystems;
import se.samspar.fhir.generated.Extensions;
import se.samspar.fhir.generated.IndicatorStratifier;
import se.samspar.support.DemoRequests;
import se.samspar.support.HttpAnswer;
import se.samspar.support.SamsparApi;
import se.samspar.support.TestPatients;
import se.samspar.support.UnitClient;

/** A care provider with a health centre and a clinic that no other test has, so that all that counts for them is this one's. */
public final class TestUnits {

    /** The reporting period of today, which the demo reports though it has not ended. */
    static final String PERIOD = period(LocalDate.now(SwedishTime.ZONE));

    /** One that no test looks for. */
    private static final CodeableConcept SPECIALTY =
            new CodeableConcept(new Coding(CodeSystems.HSA_VERKSAMHETSKOD, "1502", "Allmänmedicin"));

    private final SamsparApi api;
    private final String provider;
    private final String healthCentre;
    private final String clinic;

    public TestUnits(SamsparApi api) {
        this.api = api;
        String name = "test-" + UUID.randomUUID();
        provider = copy(Organization.class, "region-skane", name);
        healthCentre = copy(Organization.class, "vc-dalby", name + "-vc");
        clinic = copy(Organization.class, "sus-ortopedi", name + "-klinik");
        PractitionerRole physician = api.asAdmin().read(PractitionerRole.class, "vc-dalby-lakare-1");
        physician.getOrganization().setReference("Organization/" + healthCentre).setDisplay(null);
        Location place = api.asAdmin().read(Location.class, "vc-dalby");
        place.getManagingOrganization().setReference("Organization/" + healthCentre);
        put(place, name + "-plats");
        physician.setLocation(List.of(new Reference("Location/" + name + "-plats")));
        put(physician, name + "-lakare");
        HealthcareService service = api.asAdmin().read(HealthcareService.class, "sus-ortopedi-dsk");
        service.getProvidedBy().setReference("Organization/" + clinic);
        service.setLocation(null).setSpecialty(List.of(SPECIALTY));
        put(service, name + "-dsk");
    }

    private String copy(Class<Organization> type, String of, String id) {
        Organization organization = api.asAdmin().read(type, of);
        organization.getIdentifierFirstRep().setValue(hsaId(id));
        if (organization.hasPartOf()) {
            organization.setPartOf(new Reference("Organization/" + provider));
        } else {
            organization.getIdentifier().remove(1); // the organisation number is Region Skåne's
        }
        return put(organization, id);
    }

    /** A health centre of the demo's region that no other test has. */
    static String ofSkane(SamsparApi api) {
        String id = "test-" + UUID.randomUUID();
        Organization unit = api.asAdmin().read(Organization.class, "vc-dalby");
        unit.getIdentifierFirstRep().setValue(hsaId(id));
        return put(api, unit, id);
    }

    private String put(Resource resource, String id) {
        return put(api, resource, id);
    }

    private static String put(SamsparApi api, Resource resource, String id) {
        resource.setId(id);
        resource.getMeta().setVersionId(null);
        api.asAdmin().put(resource.fhirType() + "/" + id, resource).expect(201);
        return id;
    }

    private static String hsaId(String id) {
        return "SE2321000255-DEMO-" + id.toUpperCase(Locale.ROOT);
    }

    static String period(LocalDate day) {
        LocalDate start = day.withDayOfMonth(1).withMonth((day.getMonthValue() - 1) / 4 * 4 + 1);
        return "periodStart=%s&periodEnd=%s"
                .formatted(start, start.plusMonths(4).minusDays(1));
    }

    public String provider() {
        return provider;
    }

    public String healthCentre() {
        return healthCentre;
    }

    public String clinic() {
        return clinic;
    }

    public UnitClient asHealthCentre() {
        return as(healthCentre);
    }

    UnitClient asAdministratorOfHealthCentre() {
        return api.withClaims(healthCentre, "system/*.cruds samspar/admin", Map.of());
    }

    public UnitClient asClinic() {
        return as(clinic);
    }

    private UnitClient as(String unit) {
        return as(api, unit);
    }

    /** For a unit that is no client of the demo's. */
    static UnitClient as(SamsparApi api, String unit) {
        return api.withClaims(unit, "user/*.cruds system/*.cruds", Map.of("employeeHsaId", hsaId("x")));
    }

    /** Requests of as many people, as {@code ServiceRequest/id}. */
    List<String> submitted(int number) {
        return IntStream.range(0, number)
                .mapToObj(i -> submit(request(), "receiver-open"))
                .toList();
    }

    /** A request of somebody who lives there. */
    String submitted(String municipality) {
        return submit(request(), resident(TestPatients.next(), municipality), "receiver-open");
    }

    static Patient resident(Patient patient, String municipality) {
        patient.getExtension().removeIf(extension -> Extensions.MUNICIPALITY.equals(extension.getUrl()));
        patient.addExtension(
                new Extension(Extensions.MUNICIPALITY, new Coding(CodeSystems.KOMMUN, municipality, null)));
        return patient;
    }

    ServiceRequest request() {
        ServiceRequest request = DemoRequests.consultation();
        request.setRequester(new Reference("PractitionerRole/" + provider + "-lakare"));
        request.getPerformerFirstRep().setReference("Organization/" + clinic);
        request.setPerformerType(SPECIALTY.copy());
        request.addExtension(new Extension(Extensions.ADVICE_MAY_BECOME_REFERRAL, new BooleanType(true)));
        return request;
    }

    /** @param setAside a rule that is set aside where the request breaks it */
    String submit(ServiceRequest request, String setAside) {
        return submit(request, TestPatients.next(), setAside);
    }

    private String submit(ServiceRequest request, Patient patient, String setAside) {
        patient.setBirthDateElement(
                new DateType(LocalDate.now(SwedishTime.ZONE).minusYears(70).toString()));
        Parameters parameters = DemoRequests.justified(DemoRequests.submit(request, patient), setAside);
        HttpAnswer answer =
                asHealthCentre().post("ServiceRequest/$submit", parameters).expect(200);
        return "ServiceRequest/"
                + answer.entry(ServiceRequest.class).getIdElement().getIdPart();
    }

    HttpAnswer accept(String request, Object... more) {
        Parameters parameters = DemoRequests.parameters(more);
        parameters.addParameter().setName("decision").setValue(new CodeType("accept"));
        return asClinic().post(request + "/$triage", parameters).expect(200);
    }

    void answer(String request, String outcome) {
        asClinic()
                .post(
                        request + "/$answer",
                        DemoRequests.parameters(
                                "kind",
                                new CodeType("final"),
                                "outcome",
                                new CodeType(outcome),
                                "text",
                                "Måttlig artros.",
                                "nextStep",
                                "Fysioterapeuten ringer.",
                                "patientInformed",
                                true))
                .expect(200);
    }

    /** The report of an indicator for the running period, to the unit itself. */
    MeasureReport report(String indicator, UnitClient client, String unit) {
        return client.get(path(indicator) + "&reporter=Organization/" + unit)
                .expect(200)
                .resource(MeasureReport.class);
    }

    static String path(String indicator) {
        return "Measure/" + indicator + "/$evaluate-measure?" + PERIOD;
    }

    /** The counts of a report in order, and its score; such as {@code 10 5 = 50.0}. */
    public static String total(MeasureReport report) {
        var group = report.getGroupFirstRep();
        return group.getPopulation().stream()
                        .map(population -> counted(
                                population.hasCountElement()
                                                && population.getCountElement().hasValue()
                                        ? population.getCount()
                                        : null))
                        .reduce((one, next) -> one + " " + next)
                        .orElse("")
                + (group.hasMeasureScore()
                        ? " = "
                                + (group.getMeasureScore().hasValue()
                                        ? group.getMeasureScore().getValue()
                                        : "-")
                        : "");
    }

    /** The strata of a report by one of its stratifiers, sorted; such as {@code accept: 5 5, left out: - -}. */
    public static List<String> strata(MeasureReport report, IndicatorStratifier by) {
        return report.getGroupFirstRep().getStratifier().stream()
                .filter(stratifier -> by.isIn(stratifier.getCodeFirstRep()))
                .flatMap(stratifier -> stratifier.getStratum().stream())
                .map(stratum -> name(stratum.getValue()) + ":"
                        + stratum.getPopulation().stream()
                                .map(population -> " "
                                        + counted(
                                                population.getCountElement().hasValue() ? population.getCount() : null))
                                .reduce("", String::concat))
                .sorted()
                .toList();
    }

    private static String name(CodeableConcept value) {
        if (value.hasCoding()) {
            return value.getCodingFirstRep().getCode();
        }
        return value.hasText()
                ? value.getText()
                : value.getExtensionFirstRep().getValue().primitiveValue();
    }

    private static String counted(Integer count) {
        return count == null ? "-" : String.valueOf(count);
    }
}
