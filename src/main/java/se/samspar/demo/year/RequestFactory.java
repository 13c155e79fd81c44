package se.samspar.demo.year;

import java.time.Instant;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.MarkdownType;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestIntent;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestPriority;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestStatus;
import org.hl7.fhir.r4.model.StringType;
import se.samspar.directory.SwedishTime;
import se.samspar.fhir.generated.CodeSystems;
import se.samspar.fhir.generated.Extensions;
import se.samspar.fhir.generated.Track;

/** Requests as units write them before they are sent. */
final class RequestFactory {

    private RequestFactory() {}

    static ServiceRequest request(Track track, ServiceRequestPriority priority, Reference requester, String receiver) {
        ServiceRequest request = new ServiceRequest();
        request.setStatus(ServiceRequestStatus.ACTIVE).setIntent(ServiceRequestIntent.ORDER);
        request.addCategory(track.toConcept());
        request.setPriority(priority);
        request.setRequester(requester);
        request.addPerformer(Sent.unit(receiver));
        return request;
    }

    static ServiceRequest about(ServiceRequest request, CodeableConcept specialty, String question) {
        request.setPerformerType(specialty);
        request.addReasonCode().setText(question);
        return request;
    }

    static CodeableConcept specialty(String code) {
        return new CodeableConcept(new Coding(CodeSystems.HSA_VERKSAMHETSKOD, code, null));
    }

    static ServiceRequest workedUp(ServiceRequest request, String workUp) {
        request.addExtension(new Extension(Extensions.WORK_UP, new MarkdownType(workUp)));
        return request;
    }

    static ServiceRequest responsibilityGoesOver(ServiceRequest request) {
        request.addExtension(new Extension(Extensions.CARE_RESPONSIBILITY_REMAINS, new BooleanType(false)));
        return request;
    }

    /** The request of a standardised cancer pathway. */
    static ServiceRequest suspected(ServiceRequest request, String pathway, Instant when) {
        Extension suspicion = request.addExtension().setUrl(Extensions.SVF_SUSPICION);
        suspicion.addExtension("pathway", new Coding().setDisplay(pathway));
        suspicion.addExtension("date", new DateType(SwedishTime.day(when).toString()));
        return request;
    }

    static ServiceRequest afterCall(ServiceRequest request, Instant when) {
        Extension contact = request.addExtension().setUrl(Extensions.ON_CALL_CONTACT);
        contact.addExtension("who", new StringType("Bakjourskoordinatorn"));
        contact.addExtension("when", Diary.sent(when));
        return request;
    }

    /** The ambulance says what it suspects and when it arrives. */
    static ServiceRequest arriving(ServiceRequest request, String condition, Instant arrival) {
        request.getReasonCodeFirstRep().addCoding(new Coding(CodeSystems.ICD_10_SE, condition, null));
        return request.setOccurrence(Diary.sent(arrival));
    }

    static ServiceRequest givenBack(ServiceRequest request, String summary, String plan, Reference receiver) {
        request.addExtension(new Extension(Extensions.RETURN_SUMMARY, new MarkdownType(summary)));
        request.addExtension(new Extension(Extensions.RETURN_PLAN, new MarkdownType(plan)));
        request.addExtension(new Extension(Extensions.NAMED_RECEIVER, receiver));
        request.addExtension(new Extension(Extensions.PATIENT_INFORMED, new BooleanType(true)));
        return request;
    }
}
