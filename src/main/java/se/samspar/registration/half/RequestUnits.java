package se.samspar.registration.half;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.Task;
import se.samspar.fhir.Parties;
import se.samspar.fhir.WorkItems;
import se.samspar.store.Records;
import se.samspar.store.UnitOf;

/** The two units of a request, and whether the receiver has taken it on. */
public final class RequestUnits {

    private RequestUnits() {}

    /** Literal references of the requesting and the receiving unit. */
    public static Set<String> of(ServiceRequest request, Records records) {
        return units(Parties.of(request), records);
    }

    /** Literal reference of the requesting unit, where the visit takes place; empty when it is not known. */
    public static Set<String> requesting(ServiceRequest request, Records records) {
        return units(Stream.of(request.getRequester()), records);
    }

    /** Literal references of the receiving unit, whose contact it becomes; empty when it is not known. */
    public static Set<String> receiving(ServiceRequest request, Records records) {
        return units(request.getPerformer().stream(), records);
    }

    private static Set<String> units(Stream<Reference> references, Records records) {
        return references
                .flatMap(reference -> UnitOf.actor(reference, records).stream())
                .map(Halves::literal)
                .filter(unit -> unit.startsWith("Organization/"))
                .collect(Collectors.toSet());
    }

    /** Has the present receiver accepted the request? */
    public static boolean isAccepted(ServiceRequest request, Records records) {
        return WorkItems.receivers(request, records.search(Task.class, WorkItems.query(request)))
                .filter(WorkItems::isTakenOn)
                .isPresent();
    }
}
