package se.samspar.followup;

import java.util.Optional;
import java.util.function.Function;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Enumerations.AdministrativeGender;
import se.samspar.fhir.Code;
import se.samspar.fhir.generated.AgeGroup;
import se.samspar.fhir.generated.CloseReason;
import se.samspar.fhir.generated.ConsultationOutcome;
import se.samspar.fhir.generated.DeviationStep;
import se.samspar.fhir.generated.HsaVerksamhetskod;
import se.samspar.fhir.generated.IndicatorStratifier;
import se.samspar.fhir.generated.Kommun;
import se.samspar.fhir.generated.RuleCode;
import se.samspar.fhir.generated.Track;
import se.samspar.fhir.generated.TriageDecision;

/** Reads from facts by what an indicator is divided, and says in codes what the values are. */
final class Stratum {

    private Stratum() {}

    /** The value of a fact; null where it has none. */
    static Function<Fact, String> by(IndicatorStratifier stratifier) {
        return switch (stratifier) {
            case UNIT -> Fact::unit;
            case TRACK -> Fact::track;
            case SPECIALTY -> Fact::specialty;
            case AGE_GROUP -> Fact::ageGroup;
            case SEX -> Fact::sex;
            case MUNICIPALITY -> Fact::municipality;
            case OUTCOME, REASON, RULE, STEP, PATHWAY -> Fact::category;
        };
    }

    static CodeableConcept value(IndicatorStratifier stratifier, String value) {
        if (value.equals(OwnFigures.NONE)) {
            CodeableConcept none = new CodeableConcept();
            none.addExtension(Absent.because("unknown"));
            return none;
        }
        return switch (stratifier) {
            case UNIT -> new CodeableConcept().setText("Organization/" + value);
            case TRACK -> coded(Track.of(value), Track.SYSTEM, value);
            case SPECIALTY -> coded(HsaVerksamhetskod.of(value), HsaVerksamhetskod.SYSTEM, value);
            case AGE_GROUP -> coded(AgeGroup.of(value), AgeGroup.SYSTEM, value);
            case SEX -> coded(
                    Optional.empty(), AdministrativeGender.fromCode(value).getSystem(), value);
            case MUNICIPALITY -> coded(Kommun.of(value), Kommun.SYSTEM, value);
            case OUTCOME -> TriageDecision.of(value)
                    .map(Code::toConcept)
                    .orElseGet(() -> coded(ConsultationOutcome.of(value), ConsultationOutcome.SYSTEM, value));
            case REASON -> coded(CloseReason.of(value), CloseReason.SYSTEM, value);
            case PATHWAY -> new CodeableConcept().setText(value);
            case RULE -> coded(RuleCode.of(value), RuleCode.SYSTEM, value);
            case STEP -> coded(DeviationStep.of(value), DeviationStep.SYSTEM, value);
        };
    }

    private static CodeableConcept coded(Optional<? extends Code> known, String system, String value) {
        return known.map(Code::toConcept)
                .orElseGet(
                        () -> new CodeableConcept(new Coding().setSystem(system).setCode(value)));
    }
}
