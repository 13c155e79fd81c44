package se.samspar.pathway;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.PlanDefinition;

/**
 * How far a region has come with its introduction of a pathway (UPP-2): the actions are the milestones.
 *
 * @param overdue those that were due before today and are not done
 * @param nextDue the first day from today on at which one is due that is not done
 */
record Readiness(int total, int done, int overdue, Optional<LocalDate> nextDue) {

    static Readiness of(PlanDefinition regional, LocalDate today) {
        List<Extension> actions = Pathways.actions(regional);
        List<LocalDate> open = actions.stream()
                .filter(Predicate.not(action -> action.hasExtension("done")))
                .flatMap(action -> Pathways.part(action, "due").stream())
                .map(LocalDate::parse)
                .sorted()
                .toList();
        int overdue = (int) open.stream().filter(due -> due.isBefore(today)).count();
        return new Readiness(
                actions.size(),
                actions.size() - open.size(),
                overdue,
                open.stream().skip(overdue).findFirst());
    }

    boolean isReady() {
        return done == total;
    }

    Parameters parameters() {
        Parameters parameters = new Parameters();
        parameters.addParameter("total", new IntegerType(total));
        parameters.addParameter("done", new IntegerType(done));
        parameters.addParameter("overdue", new IntegerType(overdue));
        nextDue.ifPresent(day -> parameters.addParameter("nextDue", new DateType(day.toString())));
        parameters.addParameter("ready", new BooleanType(isReady()));
        return parameters;
    }
}
