package se.samspar.fhir.generated;

/** Canonical URLs of the code systems. */
public final class CodeSystems {
    public static final String RULE = "https://samspar.example/fhir/CodeSystem/rule";

    private CodeSystems() {}
}
