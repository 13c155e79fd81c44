package se.samspar.fhir;

import java.util.List;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.MetadataResource;

/** A bean with conformance resources that hold instead of those with the same type and id in our FHIR package. */
public interface ConformanceSource {

    Stream<? extends MetadataResource> resources();

    /**
     * Looks at the start whether what its resources name is there; throws where it is not.
     *
     * @param all that this server goes by, the packages of a region among them
     */
    void check(List<MetadataResource> all);
}
