package se.samspar.fhir;

import java.util.stream.Stream;
import org.hl7.fhir.r4.model.MetadataResource;

/** A bean with conformance resources that hold instead of those with the same type and id in our FHIR package. */
public interface ConformanceSource {

    Stream<? extends MetadataResource> resources();
}
