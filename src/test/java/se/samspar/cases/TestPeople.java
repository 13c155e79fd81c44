package se.samspar.cases;

import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.MarkdownType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestIntent;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestStatus;
import org.hl7.fhir.r4.model.StringType;
import se.samspar.fhir.generated.Extensions;
import se.samspar.fhir.generated.Track;
import se.samspar.support.SamsparApi;
import se.samspar.support.TestPatients;
import se.samspar.support.UnitClient;

/** The people of a golden case, new for each. */
final class TestPeople {

    private static final String HEALTH_CENTRE = "vc-dalby";
    private static final String CLINIC = "sus-reumatologi";

    private final SamsparApi api;
    private final String unit;

    /** @param unit slug of the unit that the case is about */
    TestPeople(SamsparApi api, String unit) {
        this.api = api;
        this.unit = unit;
    }

    String make(String name) {
        return switch (name) {
            case "patient" -> known(TestPatients.next());
            case "stranger" -> "Patient/" + registered(TestPatients.next());
            case "deceased" -> bury(known(TestPatients.next()));
            case "personnummer" -> TestPatients.nextNumber();
            case "deceasedNumber" -> buried(TestPatients.next());
            default -> throw new IllegalArgumentException("Nothing is known as ${" + name + "}");
        };
    }

    /** Someone in the record whom the unit does not know. */
    private String registered(Patient patient) {
        return api.asAdmin()
                .post("Patient", patient)
                .expect(201)
                .resource(Patient.class)
                .getIdElement()
                .getIdPart();
    }

    /** Someone whom the unit has sent or received a request for, which has been taken back. */
    private String known(Patient patient) {
        boolean isHealthCentre = unit.startsWith("vc-");
        boolean isAmbulance = unit.startsWith("ambulans-");
        UnitClient requester = api.as(isHealthCentre || isAmbulance ? unit : HEALTH_CENTRE);
        Parameters submission = isAmbulance
                ? submission(Track.TILLGANGLIG_PRIMARVARD, patient, unit, HEALTH_CENTRE)
                : submission(
                        Track.ELEKTIV_REMISS,
                        patient,
                        isHealthCentre ? unit : HEALTH_CENTRE,
                        isHealthCentre ? CLINIC : unit);
        ServiceRequest referral =
                requester.post("ServiceRequest/$submit", submission).expect(200).entry(ServiceRequest.class);
        Parameters cancellation = new Parameters().addParameter("reason", new StringType("Patienten är känd."));
        requester
                .post("ServiceRequest/" + referral.getIdElement().getIdPart() + "/$cancel", cancellation)
                .expect(200);
        return referral.getSubject().getReference();
    }

    private static Parameters submission(Track track, Patient patient, String requester, String receiver) {
        ServiceRequest request = new ServiceRequest();
        request.setStatus(ServiceRequestStatus.ACTIVE).setIntent(ServiceRequestIntent.ORDER);
        request.addCategory(track.toConcept());
        request.addExtension(new Extension(Extensions.WORK_UP, new MarkdownType("Basal utredning.")));
        request.setSubject(new Reference().setIdentifier(patient.getIdentifierFirstRep()));
        request.setRequester(new Reference("Organization/" + requester));
        request.addPerformer(new Reference("Organization/" + receiver));
        request.addReasonCode().setText("Bedömning?");
        Parameters submission = new Parameters();
        submission.addParameter().setName("request").setResource(request);
        submission.addParameter().setName("patient").setResource(patient);
        var justification = submission.addParameter().setName("justification");
        justification.addPart().setName("rule").setValue(new CodeType("receiver-open"));
        justification.addPart().setName("reason").setValue(new StringType("Vilken tid som helst på dygnet."));
        return submission;
    }

    private String buried(Patient patient) {
        bury("Patient/" + registered(patient));
        return patient.getIdentifierFirstRep().getValue();
    }

    private String bury(String reference) {
        Patient patient = api.asAdmin().get(reference).expect(200).resource(Patient.class);
        patient.setDeceased(new BooleanType(true));
        api.asAdmin().put(reference, patient).expect(200);
        return reference;
    }
}
