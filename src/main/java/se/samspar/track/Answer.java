package se.samspar.track;

import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Reference;
import se.samspar.fhir.generated.AnswerKind;
import se.samspar.fhir.generated.ConsultationOutcome;
import se.samspar.track.state.TaskEvent;

/**
 * What the receiver answers.
 *
 * @param kind how final it is
 * @param outcome what the consultation led to
 * @param text the answer in words
 * @param nextStep what happens next, in words for the patient
 * @param patientInformed whether the patient has been told
 * @param diagnoses of the receiver
 * @param receiver of the follow-on referral; the answering unit where absent
 */
record Answer(
        AnswerKind kind,
        Optional<ConsultationOutcome> outcome,
        Optional<String> text,
        Optional<String> nextStep,
        Optional<Boolean> patientInformed,
        List<Coding> diagnoses,
        Optional<Reference> receiver) {

    boolean isFinal() {
        return kind == AnswerKind.FINAL;
    }

    /** Does a referral follow (DSK-9)? A preliminary answer may still change. */
    boolean needsVisit() {
        return isFinal() && outcome.filter(ConsultationOutcome.VISIT_NEEDED::equals).isPresent();
    }

    TaskEvent event() {
        return isFinal() ? TaskEvent.ANSWER_FINALLY : TaskEvent.ANSWER_IN_PART;
    }
}
