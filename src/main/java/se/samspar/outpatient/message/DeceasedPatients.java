package se.samspar.outpatient.message;

import java.util.Optional;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.Appointment.AppointmentStatus;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.CarePlan.CarePlanStatus;
import org.hl7.fhir.r4.model.Patient;
import org.springframework.stereotype.Component;
import se.samspar.fhir.Appointments;
import se.samspar.fhir.SearchValues;
import se.samspar.fhir.generated.CarePlanType;
import se.samspar.fhir.generated.CloseReason;
import se.samspar.outpatient.record.CloseReasons;
import se.samspar.patient.Deaths;
import se.samspar.rule.RuleContext;
import se.samspar.store.Consequence;
import se.samspar.store.ResourceStore;

/**
 * When a person has died, the open cases end (OVP-15), nothing that was planned is carried out, and nobody meets;
 * administrative messages are possible as before.
 */
@Component
class DeceasedPatients implements Consequence<Patient> {

    private final ResourceStore store;

    DeceasedPatients(ResourceStore store) {
        this.store = store;
    }

    @Override
    public void follow(Patient patient, RuleContext context) {
        if (Deaths.isDeceased(patient)
                && context.previous(patient).filter(Deaths::isDeceased).isEmpty()) {
            String id = patient.getIdElement().getIdPart();
            context.serialize(Deaths.key(id));
            plans(id, CarePlanType.OUTPATIENT_CASE).forEach(aCase -> {
                CloseReasons.close(aCase, CloseReason.DECEASED, Optional.empty(), false);
                store.update(aCase);
            });
            Stream.of(CarePlanType.SHARED_PLANNING, CarePlanType.COORDINATED_PLAN)
                    .flatMap(type -> plans(id, type))
                    .forEach(plan -> store.update(plan.setStatus(CarePlanStatus.REVOKED)));
            store
                    .search(
                            Appointment.class,
                            "status=proposed,pending,booked&patient=Patient/%s&date=gt%s".formatted(id, context.now()))
                    .stream()
                    .filter(Appointments::isOfCase)
                    .forEach(meeting -> store.update(meeting.setStatus(AppointmentStatus.CANCELLED)));
        }
    }

    private Stream<CarePlan> plans(String patientId, CarePlanType type) {
        return store
                .search(
                        CarePlan.class,
                        "status=active&subject=Patient/%s&category=%s"
                                .formatted(patientId, SearchValues.token(type.system(), type.code())))
                .stream();
    }
}
