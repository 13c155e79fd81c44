package se.samspar.fhir.generated;

/** Canonical URLs of the extensions. */
public final class Extensions {
    public static final String RULE_JUSTIFICATION =
            "https://samspar.example/fhir/StructureDefinition/rule-justification";

    private Extensions() {}
}
