package se.samspar.store;

import java.util.List;
import org.hl7.fhir.r4.model.Resource;

/** Validates a resource against the profile of its type. */
public interface StructureCheck {

    /**
     * @return what is wrong; a violated invariant that carries a rule's code comes under that code
     */
    List<Judgement> check(Resource resource);
}
