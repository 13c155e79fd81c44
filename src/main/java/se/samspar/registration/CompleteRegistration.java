package se.samspar.registration;

import ca.uhn.fhir.rest.server.exceptions.UnprocessableEntityException;
import java.util.ArrayList;
import java.util.List;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Encounter.EncounterStatus;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.stereotype.Component;
import se.samspar.directory.Physicians;
import se.samspar.directory.TrackCatalogue;
import se.samspar.fhir.Encounters;
import se.samspar.registration.half.Registration;
import se.samspar.store.Justification;
import se.samspar.store.Records;
import se.samspar.store.ResourceStore;

/** A unit finishes its half of a registration, or adds what was missing in it (DSK-8). */
@Component
class CompleteRegistration {

    private final ResourceStore store;
    private final MedicalRegistration medical;
    private final TrackCatalogue tracks;
    private final Physicians physicians;

    CompleteRegistration(
            ResourceStore store, MedicalRegistration medical, TrackCatalogue tracks, Physicians physicians) {
        this.store = store;
        this.medical = medical;
        this.tracks = tracks;
        this.physicians = physicians;
    }

    List<Resource> complete(
            Encounter half, List<Coding> diagnoses, List<Coding> activities, List<Justification> justifications) {
        OwnHalf.require(half, store.actor());
        if (Encounters.isFinished(half) && diagnoses.isEmpty() && activities.isEmpty()) {
            throw new UnprocessableEntityException(
                    "The registration is finished already: send a diagnosis or an activity to add to it.");
        }
        if (Encounters.isContact(half)) {
            HalfFactory.code(half, person -> physicians.mayBe(person, Records.of(store)));
        }
        half.setStatus(EncounterStatus.FINISHED);
        justifications.forEach(justification -> justification.attachTo(half));
        store.update(half);
        List<Resource> entries = new ArrayList<>(List.of(half));
        entries.addAll(medical.add(
                half,
                diagnoses,
                Registration.isConsultationVisit(half, Records.of(store), tracks)
                        ? MedicalRegistration.withDistanceCode(activities)
                        : activities));
        return entries;
    }
}
