package se.samspar.track;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.MarkdownType;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestPriority;
import org.hl7.fhir.r4.model.StringType;
import se.samspar.fhir.generated.CodeSystems;
import se.samspar.fhir.generated.Extensions;
import se.samspar.fhir.generated.Track;
import se.samspar.support.SamsparApi;
import se.samspar.support.WorkingDays;

/** A complete request on each track, between units of the demo region. */
final class TrackRequests {

    private TrackRequests() {}

    /** A complete request on any track, which breaks no rule at any hour. */
    static ServiceRequest complete(Track track, SamsparApi api) {
        return switch (track) {
            case AKUT_REMISS -> emergency();
            case AKUT_DIREKT_STEMI -> infarction();
            case AKUT_DIREKT_HOFTFRAKTUR -> hipFracture();
            case AKUT_DIREKT_STROKE_TIA -> stroke();
            case AKUT_BAKJOUR -> onCall();
            case SUBAKUT_KONSULT -> whenOpen(onDemand());
            case ELEKTIV_REMISS, DIGITAL_SPECIALISTKONSULTATION -> RequestFlow.request(track);
            case ELEKTIV_SVF -> cancerPathway();
            case ELEKTIV_MDK -> Calendars.caseFor(Calendars.held(api.as(RequestFlow.CLINIC)));
            case TILLGANGLIG_PRIMARVARD -> whenOpen(primaryCare());
            case UTREMITTERING -> comeBack();
        };
    }

    /** The door of a sub-acute receiver is closed by night unless the request asks for another time. */
    private static ServiceRequest whenOpen(ServiceRequest request) {
        return request.setOccurrence(new DateTimeType(Date.from(WorkingDays.officeTime())));
    }

    static ServiceRequest emergency() {
        return request(Track.AKUT_REMISS, "vc-dalby", "sus-akut-internmedicin", "1145", ServiceRequestPriority.ASAP);
    }

    static ServiceRequest onCall() {
        ServiceRequest request =
                request(Track.AKUT_BAKJOUR, "vc-dalby", "sus-ortopedi", "1324", ServiceRequestPriority.ASAP);
        Extension contact = request.addExtension().setUrl(Extensions.ON_CALL_CONTACT);
        contact.addExtension("who", new StringType("Bakjourskoordinatorn"));
        contact.addExtension("when", new DateTimeType(Date.from(Instant.now().minus(5, ChronoUnit.MINUTES))));
        return request;
    }

    static ServiceRequest direct(Track track, String receiver, String specialty, String condition) {
        ServiceRequest request = request(track, "ambulans-skane", receiver, specialty, ServiceRequestPriority.STAT);
        request.getReasonCodeFirstRep().addCoding(new Coding(CodeSystems.ICD_10_SE, condition, null));
        request.setOccurrence(new DateTimeType(Date.from(Instant.now().plus(15, ChronoUnit.MINUTES))));
        return request;
    }

    static ServiceRequest hipFracture() {
        return direct(Track.AKUT_DIREKT_HOFTFRAKTUR, "sus-ortopedi", "1324", "S72.0");
    }

    static ServiceRequest infarction() {
        return direct(Track.AKUT_DIREKT_STEMI, "sus-akut-internmedicin", "1145", "I21.0");
    }

    static ServiceRequest stroke() {
        return direct(Track.AKUT_DIREKT_STROKE_TIA, "sus-neurologi", "1123", "G45.9");
    }

    static ServiceRequest onDemand() {
        return worked(
                request(Track.SUBAKUT_KONSULT, "vc-dalby", "sus-ortopedi", "1324", ServiceRequestPriority.URGENT));
    }

    static ServiceRequest cancerPathway() {
        ServiceRequest request =
                worked(request(Track.ELEKTIV_SVF, "vc-dalby", "sus-ortopedi", "1324", ServiceRequestPriority.URGENT));
        Extension suspicion = request.addExtension().setUrl(Extensions.SVF_SUSPICION);
        suspicion.addExtension("pathway", new StringType("Sarkom"));
        suspicion.addExtension("date", new DateType("2026-01-12"));
        return request;
    }

    static ServiceRequest primaryCare() {
        return worked(request(
                Track.TILLGANGLIG_PRIMARVARD, "sus-ortopedi", "vc-dalby", "1502", ServiceRequestPriority.URGENT));
    }

    static ServiceRequest comeBack() {
        ServiceRequest request =
                request(Track.UTREMITTERING, "sus-ortopedi", "vc-dalby", "1502", ServiceRequestPriority.ROUTINE);
        request.addExtension(new Extension(Extensions.RETURN_SUMMARY, new MarkdownType("Opererad, läkt.")));
        request.addExtension(new Extension(Extensions.RETURN_PLAN, new MarkdownType("Röntgen om ett år.")));
        request.addExtension(
                new Extension(Extensions.NAMED_RECEIVER, new Reference("PractitionerRole/vc-dalby-lakare-1")));
        request.addExtension(new Extension(Extensions.PATIENT_INFORMED, new BooleanType(true)));
        return request;
    }

    /** The unit that it is sent to, by its id. */
    static String receiver(ServiceRequest request) {
        return new IdType(request.getPerformerFirstRep().getReference()).getIdPart();
    }

    /** The unit that sends it, by its id. */
    static String requester(ServiceRequest request) {
        String literal = request.getRequester().getReference();
        return literal.startsWith("PractitionerRole/") ? "vc-dalby" : new IdType(literal).getIdPart();
    }

    private static ServiceRequest worked(ServiceRequest request) {
        request.addExtension(new Extension(Extensions.WORK_UP, new MarkdownType("Undersökt, röntgen och prover.")));
        return request;
    }

    private static ServiceRequest request(
            Track track, String requester, String receiver, String specialty, ServiceRequestPriority priority) {
        ServiceRequest request = new ServiceRequest();
        request.setStatus(ServiceRequest.ServiceRequestStatus.ACTIVE)
                .setIntent(ServiceRequest.ServiceRequestIntent.ORDER);
        request.addCategory(track.toConcept());
        request.setPriority(priority);
        request.setRequester(new Reference("Organization/" + requester));
        request.addPerformer(new Reference("Organization/" + receiver));
        request.setPerformerType(new CodeableConcept(new Coding(CodeSystems.HSA_VERKSAMHETSKOD, specialty, null)));
        request.addReasonCode().setText("Kan ni bedöma och ta över?");
        return request;
    }
}
