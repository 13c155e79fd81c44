package se.samspar.outpatient.planning;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Reference;
import org.springframework.stereotype.Component;
import se.samspar.directory.Directory;
import se.samspar.fhir.generated.PrincipalType;

/** Who runs the units of a case: a coordinated individual plan is one of region and municipality. */
@Component
public class Principals {

    private static final Set<PrincipalType> OF_A_SIP = Set.of(PrincipalType.REGION, PrincipalType.MUNICIPALITY);

    private final Directory directory;

    Principals(Directory directory) {
        this.directory = directory;
    }

    /** Are there units of a region and of a municipality among these? */
    public boolean both(Stream<Reference> units) {
        return units.flatMap(unit -> directory.principal(unit).stream())
                .collect(Collectors.toSet())
                .containsAll(OF_A_SIP);
    }
}
