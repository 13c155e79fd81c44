package se.samspar.server;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.rest.api.RestOperationTypeEnum;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.EpisodeOfCare;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.RelatedPerson;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.springframework.stereotype.Component;
import se.samspar.rule.Actor;
import se.samspar.store.AccessLabels;
import se.samspar.store.Call;
import se.samspar.store.Emergency;
import se.samspar.store.ProtectedIdentity;
import se.samspar.store.ResourceStore;

/**
 * What goes out of people with a protected identity (ALL-3). Who a patient is, a unit is told that reads just this patient
 * and has something open about them; where the patient lives and is reached, no unit. In lists and as what comes with
 * something else a patient is an id and the marking, and what is about the patient does not say who that is.
 */
@Component
class ProtectedIdentities {

    private static final Set<RestOperationTypeEnum> DIRECT =
            EnumSet.of(RestOperationTypeEnum.READ, RestOperationTypeEnum.VREAD);

    private final FhirContext fhirContext;
    private final ResourceStore store;

    ProtectedIdentities(FhirContext fhirContext, ResourceStore store) {
        this.fhirContext = fhirContext;
        this.store = store;
    }

    void conceal(Resource answer, ServletRequestDetails request) {
        if (answer instanceof Bundle || answer instanceof Parameters) {
            within(answer).forEach(resource -> concealOne(resource, false, request));
        } else {
            concealOne(answer, DIRECT.contains(request.getRestOperationType()), request);
        }
    }

    /** The resources in a Bundle or Parameters. */
    static Stream<Resource> within(Resource answer) {
        Stream<Resource> parts = answer instanceof Bundle bundle
                ? bundle.getEntry().stream().map(Bundle.BundleEntryComponent::getResource)
                : answer instanceof Parameters parameters
                        ? parameters.getParameter().stream().map(Parameters.ParametersParameterComponent::getResource)
                        : Stream.empty();
        return parts.filter(part -> part != null).flatMap(part -> Stream.concat(Stream.of(part), within(part)));
    }

    private void concealOne(Resource resource, boolean direct, ServletRequestDetails request) {
        if (!ProtectedIdentity.isOf(resource)) {
            return;
        }
        Actor actor = Call.actorOf(request);
        if (actor.has(Actor.POPULATION_SCOPE) || actor.isPatient()) {
            return; // from themselves nothing of themselves is hidden
        }
        if (resource instanceof Patient patient) {
            dropWhereabouts(patient);
            if (!direct || Emergency.patientOf(request).isEmpty() && !hasSomethingOpen(patient, actor)) {
                dropIdentity(patient);
            }
        } else if (resource instanceof RelatedPerson relative) {
            dropWhereabouts(relative);
            if (!direct) {
                relative.setIdentifier(null).setName(null).setGender(null).setBirthDate(null);
            }
        }
        if (resource instanceof DomainResource telling) {
            PersonalDetails.drop(telling, fhirContext);
        }
    }

    private static void dropWhereabouts(Patient patient) {
        patient.setTelecom(null)
                .setAddress(null)
                .setContact(null)
                .setPhoto(null)
                .setGeneralPractitioner(null)
                .setManagingOrganization(null)
                .setLink(null)
                .setMaritalStatus(null)
                .setMultipleBirth(null);
        patient.setExtension(null);
    }

    private static void dropWhereabouts(RelatedPerson relative) {
        relative.setTelecom(null).setAddress(null).setPhoto(null);
        relative.setExtension(null);
    }

    private static void dropIdentity(Patient patient) {
        patient.setIdentifier(null)
                .setName(null)
                .setGender(null)
                .setBirthDate(null)
                .setDeceased(null)
                .setCommunication(null);
    }

    /** A request, a case or a plan, or care that it has taken over. */
    private boolean hasSomethingOpen(Patient patient, Actor actor) {
        String open = "status=active&patient=Patient/" + patient.getIdElement().getIdPart();
        return actor.unit()
                .filter(unit ->
                        store.executeAsServer(() -> Stream.of(ServiceRequest.class, CarePlan.class, EpisodeOfCare.class)
                                .flatMap(type -> store.search(type, open).stream())
                                .anyMatch(resource -> AccessLabels.isFor(resource, unit))))
                .isPresent();
    }
}
