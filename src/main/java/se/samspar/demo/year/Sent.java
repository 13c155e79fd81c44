package se.samspar.demo.year;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Type;
import se.samspar.fhir.Code;
import se.samspar.fhir.generated.RuleCode;

/** What an operation is sent, put together piece by piece, and what of its answer is looked for. */
final class Sent {

    private final Parameters parameters = new Parameters();

    static Sent nothing() {
        return new Sent();
    }

    Sent with(String name, Resource resource) {
        parameters.addParameter().setName(name).setResource(resource);
        return this;
    }

    Sent with(String name, Type value) {
        parameters.addParameter().setName(name).setValue(value);
        return this;
    }

    Sent with(String name, String text) {
        return with(name, new StringType(text));
    }

    Sent with(String name, boolean flag) {
        return with(name, new BooleanType(flag));
    }

    Sent with(String name, Code code) {
        return with(name, new CodeType(code.code()));
    }

    /** Sets a rule aside, as people do who know of it. */
    Sent although(RuleCode rule, String reason) {
        ParametersParameterComponent justification = parameters.addParameter().setName("justification");
        justification.addPart().setName("rule").setValue(new CodeType(rule.code()));
        justification.addPart().setName("reason").setValue(new StringType(reason));
        return this;
    }

    Parameters parameters() {
        return parameters;
    }

    static Reference unit(String slug) {
        return new Reference("Organization/" + slug);
    }

    /** The first or second physician of a unit, of whom the demo region names two everywhere. */
    static Reference physician(String slug, int number) {
        return new Reference("PractitionerRole/%s-lakare-%d".formatted(slug, number));
    }

    static <T extends Resource> Stream<T> each(Resource answer, Class<T> type) {
        List<Resource> all = new ArrayList<>(List.of(answer));
        if (answer instanceof Bundle bundle) {
            bundle.getEntry().stream().map(BundleEntryComponent::getResource).forEach(all::add);
        }
        return all.stream().filter(type::isInstance).map(type::cast);
    }

    static <T extends Resource> T first(Resource answer, Class<T> type) {
        return each(answer, type).findFirst().orElseThrow();
    }
}
