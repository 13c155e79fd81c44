package se.samspar.fhir;

import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.Resource;
import se.samspar.fhir.generated.CodeSystems;

/** Tells communications apart. */
public final class Communications {

    private Communications() {}

    /** Is it the answer to a request, rather than a message of a case? */
    public static boolean isAnswer(Resource resource) {
        return resource instanceof Communication communication
                && communication.getCategory().stream()
                        .flatMap(category -> category.getCoding().stream())
                        .anyMatch(coding -> CodeSystems.ANSWER_KIND.equals(coding.getSystem()));
    }
}
