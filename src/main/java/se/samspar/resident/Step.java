package se.samspar.resident;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.StringType;
import se.samspar.directory.SwedishTime;

/**
 * Something that happens next in a person's care.
 *
 * @param when it begins, to the second, or the day by which it is done; empty where nobody has said
 * @param what happens, in Swedish and in words for the person: without codes and abbreviations of ours
 * @param where the unit or place by name; empty where that is not known
 * @param source what it follows from
 */
record Step(Optional<DateTimeType> when, String what, Optional<String> where, Resource source) {

    /** In order of time, a day at its end; last, what has no time. */
    static final Comparator<Step> IN_ORDER =
            Comparator.comparing(step -> step.when().map(SwedishTime::afterLast).orElse(Instant.MAX));

    /** What the operation answers. */
    static Parameters parameters(List<Step> steps) {
        Parameters answer = new Parameters();
        steps.forEach(step -> step.addTo(answer.addParameter().setName("step")));
        return answer;
    }

    private void addTo(ParametersParameterComponent step) {
        when.ifPresent(time -> step.addPart().setName("when").setValue(time));
        step.addPart().setName("what").setValue(new StringType(what));
        where.ifPresent(place -> step.addPart().setName("where").setValue(new StringType(place)));
        step.addPart()
                .setName("source")
                .setValue(new Reference(source.getIdElement().toUnqualifiedVersionless()));
    }
}
