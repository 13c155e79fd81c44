package se.samspar.outpatient.planning;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.CarePlan.CarePlanActivityComponent;
import org.hl7.fhir.r4.model.Element;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.StringType;
import se.samspar.fhir.CarePlans;
import se.samspar.fhir.generated.Extensions;

/** What a person needs help with, and which of it a plan leaves open (OVP-10). */
public final class Needs {

    private Needs() {}

    /** Is it still to be done? */
    public static boolean isGoingOn(CarePlanActivityComponent activity) {
        return !CarePlans.isOver(activity.getDetail());
    }

    /** Says in the plan which of its needs nobody meets; whatever was said of that before goes. */
    static void markUnresolved(CarePlan plan) {
        Set<String> met = plan.getActivity().stream()
                .filter(Needs::isGoingOn)
                .flatMap(activity -> activity.getDetail().getExtensionsByUrl(Extensions.MEETS_NEED).stream())
                .map(Needs::value)
                .collect(Collectors.toSet());
        plan.getExtension().removeIf(extension -> Extensions.UNRESOLVED_NEED.equals(extension.getUrl()));
        ids(plan)
                .filter(need -> !met.contains(need))
                .distinct()
                .toList()
                .forEach(need -> plan.addExtension(new Extension(Extensions.UNRESOLVED_NEED, new StringType(need))));
    }

    private static Stream<String> ids(CarePlan plan) {
        return parts(plan, Extensions.PATIENT_PART)
                .flatMap(part -> parts(part, "need"))
                .flatMap(need -> parts(need, "id"))
                .map(Needs::value)
                .filter(id -> !id.isBlank());
    }

    private static Stream<Extension> parts(Element of, String url) {
        return of.getExtensionsByUrl(url).stream();
    }

    private static Stream<Extension> parts(CarePlan of, String url) {
        return of.getExtensionsByUrl(url).stream();
    }

    private static String value(Extension extension) {
        return extension.hasValue() ? String.valueOf(extension.getValue().primitiveValue()) : "";
    }
}
