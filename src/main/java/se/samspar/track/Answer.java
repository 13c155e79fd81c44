package se.samspar.track;

import ca.uhn.fhir.rest.server.exceptions.UnprocessableEntityException;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DocumentReference;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;
import se.samspar.directory.TrackDefinition;
import se.samspar.fhir.Parsed;
import se.samspar.fhir.generated.AnswerKind;
import se.samspar.fhir.generated.ConsultationOutcome;
import se.samspar.fhir.generated.Track;
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
 * @param receiver of the follow-on referral, a unit or a service; the answering unit where absent
 * @param attachments files that go with it
 */
record Answer(
        AnswerKind kind,
        Optional<ConsultationOutcome> outcome,
        Optional<String> text,
        Optional<String> nextStep,
        Optional<Boolean> patientInformed,
        List<Coding> diagnoses,
        Optional<Reference> receiver,
        List<DocumentReference> attachments) {

    /**
     * Reads the parameters of {@code $answer}.
     *
     * @throws UnprocessableEntityException when they do not go together
     */
    static Answer of(
            CodeType kind,
            CodeType outcome,
            StringType text,
            StringType nextStep,
            BooleanType patientInformed,
            List<Coding> diagnoses,
            Reference receiver,
            List<DocumentReference> attachments) {
        Answer answer = new Answer(
                Parsed.code("kind", kind, AnswerKind.values()),
                Parsed.text(outcome).map(code -> Parsed.code("outcome", outcome, ConsultationOutcome.values())),
                Parsed.text(text),
                Parsed.text(nextStep),
                Optional.ofNullable(patientInformed).map(BooleanType::getValue),
                Parsed.all(diagnoses),
                Optional.ofNullable(receiver),
                Parsed.all(attachments));
        answer.requireContent();
        return answer;
    }

    private void requireContent() {
        if (!isFinal() && text.isEmpty() && attachments.isEmpty() && outcome.isEmpty()) {
            throw new UnprocessableEntityException("An answer says something: send text, attachment or outcome.");
        }
    }

    boolean isFinal() {
        return kind == AnswerKind.FINAL;
    }

    /** The track of the request that follows from the answer (DSK-9). A preliminary answer may still change. */
    Optional<Track> followOn(TrackDefinition track) {
        return outcome.filter(given -> isFinal())
                .flatMap(given -> track.outcomes().getOrDefault(given, Optional.empty()));
    }

    TaskEvent event() {
        return isFinal() ? TaskEvent.ANSWER_FINALLY : TaskEvent.ANSWER_IN_PART;
    }
}
