package se.samspar.fhir;

import java.util.Optional;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;

/** A code of a code system that the project knows by name; the generated enums are its implementations. */
public interface Code {

    String code();

    String system();

    String display();

    default Coding toCoding() {
        return new Coding(system(), code(), display());
    }

    default CodeableConcept toConcept() {
        return new CodeableConcept(toCoding());
    }

    /** Whether the coding carries this code in this system, whatever its display. */
    default boolean matches(Coding coding) {
        return code().equals(coding.getCode()) && system().equals(coding.getSystem());
    }

    /** Whether one of the codings of the concept carries this code. */
    default boolean isIn(CodeableConcept concept) {
        return concept.getCoding().stream().anyMatch(this::matches);
    }

    /** The value with the code, among the values of a generated enum. */
    static <T extends Code> Optional<T> find(T[] values, String code) {
        return Stream.of(values).filter(value -> value.code().equals(code)).findFirst();
    }
}
