package se.samspar.registration;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.Map;
import java.util.Optional;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Bundle.HTTPVerb;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.MarkdownType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Procedure;
import org.hl7.fhir.r4.model.Procedure.ProcedureStatus;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestIntent;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestPriority;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestStatus;
import se.samspar.fhir.Encounters;
import se.samspar.fhir.generated.CodeSystems;
import se.samspar.fhir.generated.Extensions;
import se.samspar.fhir.generated.Kva;
import se.samspar.fhir.generated.Track;
import se.samspar.support.HttpAnswer;
import se.samspar.support.SamsparApi;
import se.samspar.support.TestPatients;
import se.samspar.support.UnitClient;

/** Consultations between the health centre in Dalby and the orthopaedic clinic, for tests. */
final class Consultations {

    static final String DALBY = "Organization/vc-dalby";
    static final String ORTHOPAEDICS = "Organization/sus-ortopedi";
    static final String DALBY_PHYSICIAN = "PractitionerRole/vc-dalby-lakare-1";
    static final String ORTHOPAEDIST = "PractitionerRole/sus-ortopedi-lakare-1";
    static final String REGISTER = "Encounter/$register-consultation";
    static final Coding KNEE = new Coding(CodeSystems.ICD_10_SE, "M17.1", null);
    static final Coding HAND = new Coding(CodeSystems.ICD_10_SE, "S62.6", null);
    static final Coding XS004 = Kva.XS004.toCoding();

    private final SamsparApi api;

    Consultations(SamsparApi api) {
        this.api = api;
    }

    UnitClient dalby() {
        return api.as("vc-dalby");
    }

    UnitClient orthopaedics() {
        return api.as("sus-ortopedi");
    }

    /** A request of Dalby for a new patient that orthopaedics has accepted. */
    ServiceRequest accepted() {
        ServiceRequest request = submitted();
        accept(request);
        return request;
    }

    void accept(ServiceRequest request) {
        Parameters triage = new Parameters();
        triage.addParameter().setName("decision").setValue(new CodeType("accept"));
        orthopaedics().post(to(request).getReference() + "/$triage", triage).expect(200);
    }

    ServiceRequest submitted() {
        return submitted(TestPatients.next());
    }

    ServiceRequest submitted(Patient patient) {
        ServiceRequest request = new ServiceRequest();
        request.setStatus(ServiceRequestStatus.ACTIVE).setIntent(ServiceRequestIntent.ORDER);
        request.setPriority(ServiceRequestPriority.ROUTINE);
        request.addCategory(Track.DIGITAL_SPECIALISTKONSULTATION.toConcept());
        request.setSubject(new Reference().setDisplay("Patienten"));
        request.setAuthoredOn(new Date());
        request.setRequester(new Reference(DALBY));
        request.addPerformer(new Reference(ORTHOPAEDICS));
        request.addReasonCode(new CodeableConcept().setText("Knäsmärta sedan ett år: artros, operation?"));
        request.addExtension(new Extension(Extensions.WORK_UP, new MarkdownType("Röntgen, sjukgymnastik")));
        Parameters parameters = new Parameters();
        parameters.addParameter().setName("request").setResource(request);
        parameters.addParameter().setName("patient").setResource(patient);
        return dalby().post("ServiceRequest/$submit", parameters).expect(200).entry(ServiceRequest.class);
    }

    /** All that $register-consultation needs of this request, which has taken place just now. */
    static Parameters registration(ServiceRequest request) {
        return registration(request, halfHour());
    }

    static Parameters registration(ServiceRequest request, Period period) {
        Parameters parameters = new Parameters();
        parameters.addParameter().setName("request").setValue(to(request));
        parameters.addParameter().setName("period").setValue(period);
        parameters.addParameter().setName("primaryCareUnit").setValue(new Reference(DALBY));
        parameters.addParameter().setName("primaryCarePractitioner").setValue(new Reference(DALBY_PHYSICIAN));
        parameters.addParameter().setName("specialistUnit").setValue(new Reference(ORTHOPAEDICS));
        parameters.addParameter().setName("specialistPractitioner").setValue(new Reference(ORTHOPAEDIST));
        return parameters;
    }

    static Parameters without(Parameters parameters, String name) {
        parameters.getParameter().removeIf(parameter -> name.equals(parameter.getName()));
        return parameters;
    }

    static Reference to(ServiceRequest request) {
        return new Reference("ServiceRequest/" + request.getIdElement().getIdPart());
    }

    /** The last half hour, which ends after any request of the test was sent. */
    static Period halfHour() {
        return period(now().minus(30, ChronoUnit.MINUTES), 30);
    }

    static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.SECONDS);
    }

    static Period period(Instant start, int minutes) {
        return new Period().setStart(Date.from(start)).setEnd(Date.from(start.plus(minutes, ChronoUnit.MINUTES)));
    }

    /** Registers this request from Dalby with nothing but what is required. */
    HttpAnswer registered(ServiceRequest request, Period period) {
        return dalby().post(REGISTER, registration(request, period));
    }

    static Encounter visit(HttpAnswer answer) {
        return answer.entries(Encounter.class).stream()
                .filter(Encounters::isClinicVisit)
                .findFirst()
                .orElseThrow();
    }

    static Encounter contact(HttpAnswer answer) {
        return answer.entries(Encounter.class).stream()
                .filter(Encounters::isContact)
                .findFirst()
                .orElseThrow();
    }

    /** A visit in Dalby as its own system would write it by plain REST. */
    static Encounter visit(ServiceRequest request, Period period) {
        Encounter visit = HalfFactory.visit(request, period);
        visit.setServiceProvider(new Reference(DALBY));
        visit.addParticipant().setIndividual(new Reference(DALBY_PHYSICIAN));
        return visit;
    }

    /** The contact of orthopaedics as its own system would write it by plain REST. */
    static Encounter contact(ServiceRequest request, Encounter visit, Period period) {
        Encounter contact = HalfFactory.contact(request, period, visit, Optional.of(new Reference(ORTHOPAEDIST)));
        contact.setServiceProvider(new Reference(ORTHOPAEDICS));
        return contact;
    }

    static Procedure distanceCode(Encounter visit, String encounter) {
        Procedure procedure = new Procedure();
        procedure.setStatus(ProcedureStatus.COMPLETED);
        procedure.setCode(Kva.XS004.toConcept());
        procedure.setSubject(visit.getSubject());
        procedure.setEncounter(new Reference(encounter));
        procedure.setPerformed(visit.getPeriod());
        return procedure;
    }

    /** A transaction that posts these resources under the given full URLs. */
    static Bundle transaction(Map<String, Resource> resources) {
        Bundle bundle = new Bundle().setType(BundleType.TRANSACTION);
        resources.forEach((url, resource) -> bundle.addEntry()
                .setFullUrl(url)
                .setResource(resource)
                .getRequest()
                .setMethod(HTTPVerb.POST)
                .setUrl(resource.fhirType()));
        return bundle;
    }

    /** What this unit stores by plain REST. */
    static <T extends Resource> T stored(UnitClient unit, T resource, Class<T> type) {
        return unit.post(type.getSimpleName(), resource, "Prefer: return=representation")
                .expect(201)
                .resource(type);
    }
}
