package se.samspar.pathway.monitoring;

import static se.samspar.support.DemoRequests.parameters;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.CarePlan.CarePlanActivityDetailComponent;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.DecimalType;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Observation.ObservationStatus;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Task;
import se.samspar.fhir.generated.Extensions;
import se.samspar.support.HttpAnswer;
import se.samspar.support.SamsparApi;
import se.samspar.support.StartedPathways;

/** A patient measures the temperature, because a started pathway asks for it. */
public record MonitoringFlow(SamsparApi api, CarePlan plan) {

    private static final String RETURN = "Prefer: return=representation";
    private static final Coding TEMPERATURE = new Coding("http://loinc.org", "8310-5", "Body temperature");
    private static final Coding WEIGHT = new Coding("http://loinc.org", "29463-7", "Body weight");

    /** Dalby has started the cancer pathway, of whose treatment the temperature is a part. */
    public static MonitoringFlow started(SamsparApi api) {
        return new MonitoringFlow(api, StartedPathways.started(api, "treatment"));
    }

    String path() {
        return StartedPathways.path(plan);
    }

    String patient() {
        return plan.getSubject().getReference();
    }

    CarePlan read() {
        return api.as("vc-dalby").read(CarePlan.class, plan.getIdElement().getIdPart());
    }

    /** What the activity of the treatment asks for. */
    static List<Extension> asked(CarePlan plan) {
        return plan.getActivityFirstRep().getDetail().getExtensionsByUrl(Extensions.MONITORING);
    }

    /** Dalby changes the upper limit for the patient. */
    HttpAnswer limit(double high) {
        CarePlan changed = read();
        asked(changed).get(0).getExtensionByUrl("high").setValue(new DecimalType(high));
        return api.as("vc-dalby").put(path(), changed);
    }

    /** Dalby asks for the weight too, between these. */
    void askForWeight(double low, double high) {
        CarePlan changed = read();
        Extension weight =
                changed.getActivityFirstRep().getDetail().addExtension().setUrl(Extensions.MONITORING);
        weight.addExtension("code", WEIGHT);
        weight.addExtension("unit", new CodeType("kg"));
        weight.addExtension("low", new DecimalType(low));
        weight.addExtension("high", new DecimalType(high));
        api.as("vc-dalby").put(path(), changed).expect(200);
    }

    /** Another unit asks for the temperature in the next phase, with a limit of its own. */
    void askedByToo(String unit, double high) {
        CarePlan changed = read();
        CarePlanActivityDetailComponent next = changed.getActivity().get(1).getDetail();
        next.setPerformer(List.of(new Reference("Organization/" + unit)));
        Extension temperature = asked(changed).get(0).copy();
        temperature.getExtensionByUrl("high").setValue(new DecimalType(high));
        next.addExtension(temperature);
        api.as("vc-dalby").put(path(), changed).expect(200);
    }

    /** Another unit answers for the treatment from now on. */
    void doneBy(String unit) {
        CarePlan changed = read();
        changed.getActivityFirstRep().getDetail().setPerformer(List.of(new Reference("Organization/" + unit)));
        api.as("vc-dalby").put(path(), changed).expect(200);
    }

    Observation temperature(double degrees) {
        return value(TEMPERATURE, degrees, "Cel");
    }

    Observation weight(double kilograms) {
        return value(WEIGHT, kilograms, "kg");
    }

    private Observation value(Coding what, double number, String unit) {
        Observation value = new Observation().setStatus(ObservationStatus.FINAL);
        value.addCategory()
                .addCoding()
                .setSystem("http://terminology.hl7.org/CodeSystem/observation-category")
                .setCode("vital-signs");
        value.getCode().addCoding(what.copy());
        value.setSubject(new Reference(patient())).addBasedOn(new Reference(path()));
        value.setEffective(new DateTimeType(Date.from(Instant.now())));
        value.addPerformer(new Reference(patient()));
        value.setValue(new Quantity()
                .setValue(BigDecimal.valueOf(number))
                .setSystem("http://unitsofmeasure.org")
                .setCode(unit)
                .setUnit(unit));
        return value;
    }

    /** Dalby sends it. */
    HttpAnswer send(Observation value) {
        return api.as("vc-dalby").post("Observation", value, RETURN);
    }

    Observation sent(Observation value) {
        return send(value).expect(201).resource(Observation.class);
    }

    /** Sent, and outside the limits. */
    public Observation fever() {
        return sent(temperature(39.2));
    }

    /** Dalby corrects it to this. */
    HttpAnswer correct(Observation value, double degrees) {
        Observation changed = current(value).setStatus(ObservationStatus.CORRECTED);
        changed.getValueQuantity().setValue(BigDecimal.valueOf(degrees));
        return put(changed);
    }

    HttpAnswer takeBack(Observation value) {
        return put(current(value).setStatus(ObservationStatus.ENTEREDINERROR));
    }

    HttpAnswer put(Observation value) {
        return api.as("vc-dalby").put(StartedPathways.path(value), value, RETURN);
    }

    Observation current(Observation value) {
        return api.as("vc-dalby").read(Observation.class, value.getIdElement().getIdPart());
    }

    List<Task> tasks(Observation value) {
        return tasks("vc-dalby", value);
    }

    List<Task> tasks(String unit, Observation value) {
        return api.as(unit)
                .get("Task?focus=%s&_sort=authored-on".formatted(StartedPathways.path(value)))
                .expect(200)
                .entries(Task.class);
    }

    HttpAnswer acknowledge(String unit, Observation value, String... headers) {
        return api.as(unit).post(StartedPathways.path(value) + "/$acknowledge", parameters(), headers);
    }
}
