package se.samspar.support;

import java.util.List;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.MarkdownType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestIntent;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestPriority;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestStatus;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Type;
import se.samspar.fhir.generated.CodeSystems;
import se.samspar.fhir.generated.Extensions;
import se.samspar.fhir.generated.Track;

/** Requests as a health centre of the demo region would send them. */
public final class DemoRequests {

    private DemoRequests() {}

    /** A complete digital consultation from Dalby to orthopaedics, without its patient. */
    public static ServiceRequest consultation() {
        ServiceRequest request = new ServiceRequest();
        request.setStatus(ServiceRequestStatus.ACTIVE).setIntent(ServiceRequestIntent.ORDER);
        request.addCategory(Track.DIGITAL_SPECIALISTKONSULTATION.toConcept());
        request.setPriority(ServiceRequestPriority.ROUTINE);
        request.setRequester(new Reference("Organization/vc-dalby"));
        request.addPerformer(new Reference("Organization/sus-ortopedi"));
        request.setPerformerType(new CodeableConcept(new Coding(CodeSystems.HSA_VERKSAMHETSKOD, "1324", "Ortopedi")));
        request.addReasonCode().setText("Tilltagande knäsmärta sedan ett år. Finns indikation för operation?");
        request.addExtension(new Extension(Extensions.WORK_UP, new MarkdownType("Artrosskola. Slätröntgen utförd.")));
        return request;
    }

    /** A complete referral from Dalby to a clinic in Malmö that may send it on to Trelleborg. */
    public static ServiceRequest internalMedicine() {
        ServiceRequest request = consultation();
        request.setCategory(List.of(Track.ELEKTIV_REMISS.toConcept()));
        request.getPerformerFirstRep().setReference("Organization/sus-akut-internmedicin");
        request.setPerformerType(
                new CodeableConcept(new Coding(CodeSystems.HSA_VERKSAMHETSKOD, "1114", "Internmedicin")));
        return request;
    }

    /** The decision to send it on. */
    public static Parameters forwardToTrelleborg() {
        return parameters(
                "decision",
                new CodeType("forward"),
                "forwardTo",
                new Reference("Organization/trelleborg-akut-internmedicin"),
                "reason",
                "Patienten bor i Trelleborg");
    }

    public static Parameters submit(ServiceRequest request, Patient patient) {
        return parameters("request", request, "patient", patient);
    }

    /** Pairs of name and value; a value is a resource, a FHIR type, a boolean or a string. */
    public static Parameters parameters(Object... namesAndValues) {
        Parameters parameters = new Parameters();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            var parameter = parameters.addParameter().setName((String) namesAndValues[i]);
            Object value = namesAndValues[i + 1];
            if (value instanceof Resource resource) {
                parameter.setResource(resource);
            } else if (value instanceof Type type) {
                parameter.setValue(type);
            } else if (value instanceof Boolean flag) {
                parameter.setValue(new BooleanType(flag));
            } else {
                parameter.setValue(new StringType(value.toString()));
            }
        }
        return parameters;
    }

    /** Sets a rule aside. */
    public static Parameters justified(Parameters parameters, String rule) {
        var justification = parameters.addParameter().setName("justification");
        justification.addPart().setName("rule").setValue(new CodeType(rule));
        justification.addPart().setName("reason").setValue(new StringType("Överenskommet per telefon"));
        return parameters;
    }
}
