package se.samspar.outpatient.rule;

import java.util.Set;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.Communication.CommunicationPayloadComponent;
import org.hl7.fhir.r4.model.Reference;
import se.samspar.fhir.generated.MessageType;
import se.samspar.outpatient.record.Messages;
import se.samspar.rule.Finding;
import se.samspar.rule.Rule;
import se.samspar.rule.RuleContext;
import se.samspar.rule.RuleInfo;
import se.samspar.rule.Severity;

/** The receiver looks for clinical content in the message that it belongs in. */
@RuleInfo(
        code = "administrative-only",
        severity = Severity.WARN,
        requirement = "OVP-9",
        remedy = "Send clinical content in a vårdbegäran, an MVO or a planering instead.")
final class AdministrativeOnly implements Rule<Communication> {

    private static final Set<String> PRACTICAL =
            Set.of("Appointment", "Organization", "HealthcareService", "Location", "Practitioner", "PractitionerRole");

    @Override
    public Stream<Finding> check(Communication message, RuleContext context) {
        return Messages.type(message).filter(MessageType.ADMINISTRATIVT::equals).isPresent()
                ? Stream.of(
                                clinical(
                                        "Communication.payload",
                                        message.getPayload().stream()
                                                .map(CommunicationPayloadComponent::getContent)
                                                .filter(Reference.class::isInstance)
                                                .map(Reference.class::cast)),
                                clinical("Communication.about", message.getAbout().stream()),
                                clinical("Communication.reasonReference", message.getReasonReference().stream()))
                        .flatMap(findings -> findings)
                : Stream.empty();
    }

    private static Stream<Finding> clinical(String element, Stream<Reference> references) {
        return references.anyMatch(reference -> !PRACTICAL.contains(
                        String.valueOf(reference.getReferenceElement().getResourceType())))
                ? Stream.of(Finding.at(element, "An administrative message carries practical matters only."))
                : Stream.empty();
    }
}
