package se.samspar.support;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;

/** What a receiver was sent. */
public record Notification(String path, Map<String, List<String>> headers, Bundle bundle, String body) {

    public Parameters status() {
        return (Parameters) bundle.getEntryFirstRep().getResource();
    }

    public String type() {
        return value("type");
    }

    public String value(String name) {
        return status().getParameter(name).getValue().primitiveValue();
    }

    public List<ParametersParameterComponent> events() {
        return status().getParameter().stream()
                .filter(parameter -> parameter.getName().equals("notification-event"))
                .toList();
    }

    public List<Long> numbers() {
        return events().stream()
                .flatMap(event -> part(event, "event-number"))
                .map(part -> Long.valueOf(part.getValue().primitiveValue()))
                .toList();
    }

    /** By which an event is known again. */
    public List<String> eventIds() {
        return events().stream().map(event -> event.getId()).toList();
    }

    /** {@code Type/id} of what the events are about, where they say. */
    public List<String> focuses() {
        return events().stream()
                .flatMap(event -> part(event, "focus"))
                .map(part -> ((Reference) part.getValue()).getReferenceElement())
                .map(id -> id.getResourceType() + "/" + id.getIdPart())
                .toList();
    }

    /** What is sent along. */
    public List<Resource> resources() {
        return bundle.getEntry().stream()
                .skip(1)
                .map(Bundle.BundleEntryComponent::getResource)
                .toList();
    }

    private static Stream<ParametersParameterComponent> part(ParametersParameterComponent event, String name) {
        return event.getPart().stream().filter(part -> part.getName().equals(name));
    }
}
