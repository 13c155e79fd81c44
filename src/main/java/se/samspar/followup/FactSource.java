package se.samspar.followup;

import java.util.List;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Resource;

/** Tells what counts of one kind of source. Its facts follow from the record as it is, so they can be told anew any time. */
interface FactSource {

    /** The type of the sources. */
    String type();

    /** The sources whose facts may follow from this resource, as {@code Type/id}. */
    Stream<String> of(Resource resource);

    /** All that counts of a source now. */
    List<Fact> facts(String source);
}
