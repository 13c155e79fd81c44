package se.samspar.outpatient.record;

import java.util.Optional;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.CarePlan.CarePlanStatus;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Type;
import se.samspar.fhir.generated.CloseReason;
import se.samspar.fhir.generated.Extensions;

/** Why a case has ended. */
public final class CloseReasons {

    private CloseReasons() {}

    public static Optional<CloseReason> of(CarePlan aCase) {
        return part(aCase, "reason").flatMap(reason -> CloseReason.of(reason.primitiveValue()));
    }

    /** Has the person been offered a coordinated individual plan and declined? */
    public static boolean isSipDeclined(CarePlan aCase) {
        return part(aCase, "sipDeclined")
                .filter(declined -> "true".equals(declined.primitiveValue()))
                .isPresent();
    }

    private static Optional<Type> part(CarePlan aCase, String name) {
        return Optional.ofNullable(aCase.getExtensionByUrl(Extensions.CLOSE_REASON))
                .map(extension -> extension.getExtensionByUrl(name))
                .map(Extension::getValue);
    }

    /** Ends the case, which is yet to be written. */
    public static void close(CarePlan aCase, CloseReason reason, Optional<String> text, boolean sipDeclined) {
        aCase.setStatus(CarePlanStatus.COMPLETED);
        aCase.getExtension().removeIf(extension -> Extensions.CLOSE_REASON.equals(extension.getUrl()));
        Extension why = aCase.addExtension().setUrl(Extensions.CLOSE_REASON);
        why.addExtension("reason", new CodeType(reason.code()));
        text.ifPresent(words -> why.addExtension("text", new StringType(words)));
        if (sipDeclined) {
            why.addExtension("sipDeclined", new BooleanType(true));
        }
    }
}
