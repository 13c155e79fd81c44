package se.samspar.followup;

import java.util.List;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Resource;

/**
 * Tells what counts of one kind of source. Its facts follow from the record as it is, so they can be told anew any time. Of
 * a resource several kinds may count, each for indicators of its own.
 */
interface FactSource {

    /** The type of the sources. */
    String type();

    /** The sources whose facts may follow from this resource, as {@code Type/id}. */
    Stream<String> of(Resource resource);

    /** What counts of a source now; nothing of one of another kind. */
    List<Fact> facts(String source);
}
