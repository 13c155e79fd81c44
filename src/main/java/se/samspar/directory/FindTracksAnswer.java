package se.samspar.directory;

import java.util.List;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.Reference;

/** What {@code $find-tracks} answers: a repeating {@code match}. */
final class FindTracksAnswer {

    private FindTracksAnswer() {}

    static Parameters of(List<TrackMatch> matches) {
        Parameters answer = new Parameters();
        matches.forEach(match -> fill(answer.addParameter().setName("match"), match));
        return answer;
    }

    private static void fill(ParametersParameterComponent part, TrackMatch match) {
        Reference service = new Reference(match.service().getIdElement().toUnqualifiedVersionless())
                .setDisplay(match.service().getName());
        part.addPart().setName("service").setValue(service);
        part.addPart()
                .setName("track")
                .setValue(new CodeType(match.track().track().code()));
        part.addPart().setName("open").setValue(new BooleanType(match.open()));
        match.nextOpening()
                .ifPresent(opening -> part.addPart().setName("nextOpening").setValue(SwedishTime.dateTime(opening)));
        part.addPart().setName("respondBy").setValue(SwedishTime.dateTime(match.respondBy()));
        match.contact().forEach(contact -> part.addPart().setName("contact").setValue(contact));
    }
}
