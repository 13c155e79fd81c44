package se.samspar.fhir;

import java.util.Optional;
import org.hl7.fhir.r4.model.CanonicalType;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.PlanDefinition;

/** What a canonical names: one version of a resource by its URL. */
public record VersionedUrl(String url, String version) {

    public static VersionedUrl of(PlanDefinition pathway) {
        return new VersionedUrl(pathway.getUrl(), pathway.getVersion());
    }

    /** The pathway that a started pathway follows; empty where it names none, or no version of one. */
    public static Optional<VersionedUrl> followedBy(CarePlan plan) {
        return plan.getInstantiatesCanonical().stream()
                .map(canonical -> String.valueOf(canonical.getValue()).split("\\|", 2))
                .filter(parts -> parts.length == 2)
                .map(parts -> new VersionedUrl(parts[0], parts[1]))
                .findFirst();
    }

    public CanonicalType canonical() {
        return new CanonicalType(url + "|" + version);
    }
}
