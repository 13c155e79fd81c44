package se.samspar.registration;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Procedure;
import org.hl7.fhir.r4.model.Procedure.ProcedureStatus;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.codesystems.ConditionCategory;
import org.hl7.fhir.r4.model.codesystems.ConditionClinical;
import org.hl7.fhir.r4.model.codesystems.ConditionVerStatus;
import org.springframework.stereotype.Component;
import se.samspar.fhir.Same;
import se.samspar.fhir.generated.Kva;
import se.samspar.registration.half.Halves;
import se.samspar.registration.half.Registration;
import se.samspar.store.AccessLabels;
import se.samspar.store.Records;
import se.samspar.store.ResourceStore;

/** The medical registration of a half: its diagnoses and activities (DSK-6). What is there already is not doubled. */
@Component
class MedicalRegistration {

    private final ResourceStore store;
    private final Clock clock;

    MedicalRegistration(ResourceStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** Registers the diagnoses and activities of a half that was stored just now. */
    List<Resource> begin(Encounter half, List<Coding> diagnoses, List<Coding> activities) {
        return write(half, diagnoses, activities, List.of(), List.of());
    }

    /**
     * Adds diagnoses and activities to a half that may have some.
     *
     * @return all of it that the acting unit sees, what was there before included
     */
    List<Resource> add(Encounter half, List<Coding> diagnoses, List<Coding> activities) {
        List<Condition> conditions = Registration.conditionsOf(half, Records.of(store));
        List<Procedure> procedures = Registration.proceduresOf(half, Records.of(store));
        List<Resource> all = new ArrayList<>();
        Stream.concat(conditions.stream(), procedures.stream())
                .filter(this::isVisible)
                .forEach(all::add);
        all.addAll(write(
                half,
                diagnoses,
                activities,
                conditions.stream()
                        .filter(Halves::isDiagnosis)
                        .map(Condition::getCode)
                        .toList(),
                procedures.stream()
                        .filter(procedure -> procedure.getStatus() == ProcedureStatus.COMPLETED)
                        .map(Procedure::getCode)
                        .toList()));
        return all;
    }

    private List<Resource> write(
            Encounter half,
            List<Coding> diagnoses,
            List<Coding> activities,
            List<CodeableConcept> knownDiagnoses,
            List<CodeableConcept> knownActivities) {
        List<Resource> written = new ArrayList<>();
        unknown(diagnoses, knownDiagnoses).forEach(code -> written.add(store.create(condition(half, code))));
        unknown(activities, knownActivities).forEach(code -> written.add(store.create(procedure(half, code))));
        return written;
    }

    /** These activities with XS004, which every finished visit of a consultation has: nobody enters it by hand. */
    static List<Coding> withDistanceCode(List<Coding> activities) {
        return Stream.concat(
                        Stream.of(Kva.XS004.toCoding()),
                        activities.stream().filter(code -> !Kva.XS004.code().equals(code.getCode())))
                .toList();
    }

    private boolean isVisible(Resource resource) {
        return store.actor()
                .unit()
                .filter(unit -> AccessLabels.covers(resource, unit))
                .isPresent();
    }

    private Condition condition(Encounter half, Coding code) {
        Condition condition = new Condition();
        ConditionClinical active = ConditionClinical.ACTIVE;
        condition.getClinicalStatus().addCoding().setSystem(active.getSystem()).setCode(active.toCode());
        ConditionVerStatus confirmed = ConditionVerStatus.CONFIRMED;
        condition
                .getVerificationStatus()
                .addCoding()
                .setSystem(confirmed.getSystem())
                .setCode(confirmed.toCode());
        ConditionCategory category = ConditionCategory.ENCOUNTERDIAGNOSIS;
        condition.addCategory().addCoding().setSystem(category.getSystem()).setCode(category.toCode());
        condition.setCode(new CodeableConcept(code));
        condition.setSubject(new Reference(Halves.literal(half.getSubject())));
        condition.setEncounter(new Reference(Halves.literal(half)));
        condition.setRecordedDate(Date.from(clock.instant()));
        return condition;
    }

    private static Procedure procedure(Encounter half, Coding code) {
        Procedure procedure = new Procedure();
        procedure.setStatus(ProcedureStatus.COMPLETED);
        procedure.setCode(new CodeableConcept(code));
        procedure.setSubject(new Reference(Halves.literal(half.getSubject())));
        procedure.setEncounter(new Reference(Halves.literal(half)));
        procedure.setPerformed(half.getPeriod().copy());
        return procedure;
    }

    /** The codes that are not there yet, each once. */
    private static List<Coding> unknown(List<Coding> codes, List<CodeableConcept> known) {
        List<Coding> unknown = new ArrayList<>();
        codes.stream()
                .filter(code -> known.stream()
                        .flatMap(concept -> concept.getCoding().stream())
                        .noneMatch(other -> Same.isSame(other, code)))
                .filter(code -> unknown.stream().noneMatch(other -> Same.isSame(other, code)))
                .forEach(unknown::add);
        return unknown;
    }
}
