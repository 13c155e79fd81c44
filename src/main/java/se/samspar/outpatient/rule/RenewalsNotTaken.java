package se.samspar.outpatient.rule;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.ContactPoint;
import org.hl7.fhir.r4.model.ContactPoint.ContactPointSystem;
import org.hl7.fhir.r4.model.HealthcareService;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Reference;
import se.samspar.directory.Directory;
import se.samspar.fhir.generated.Extensions;
import se.samspar.fhir.generated.MessagePurpose;
import se.samspar.outpatient.record.Messages;
import se.samspar.rule.Finding;
import se.samspar.rule.Rule;
import se.samspar.rule.RuleContext;
import se.samspar.rule.RuleInfo;
import se.samspar.rule.Severity;

/** Prescriptions are renewed by message only where the receiver says that it looks there; elsewhere by telephone. */
@RuleInfo(
        code = "renewals-not-taken",
        severity = Severity.BLOCK,
        requirement = "OVP-14",
        remedy = "Call the unit on the number in the answer.")
final class RenewalsNotTaken implements Rule<Communication> {

    private final Directory directory;

    RenewalsNotTaken(Directory directory) {
        this.directory = directory;
    }

    @Override
    public Stream<Finding> check(Communication message, RuleContext context) {
        boolean asksForRenewal = context.previous(message).isEmpty()
                && Messages.purpose(message)
                        .filter(MessagePurpose.RENEWAL::equals)
                        .isPresent();
        return asksForRenewal
                ? IntStream.range(0, message.getRecipient().size())
                        .filter(index -> !takesRenewals(message.getRecipient().get(index)))
                        .mapToObj(index -> Finding.at(
                                "Communication.recipient[%d]".formatted(index),
                                "The unit takes no renewals by message. "
                                        + phone(message.getRecipient().get(index))))
                : Stream.empty();
    }

    private boolean takesRenewals(Reference unit) {
        return directory.services(unit).stream()
                .map(service -> service.getExtensionByUrl(Extensions.ACCEPTS_RENEWALS))
                .anyMatch(accepts -> accepts != null
                        && accepts.getValue() instanceof BooleanType yes
                        && Boolean.TRUE.equals(yes.getValue()));
    }

    /** The unit's own number, or else its services'. */
    private String phone(Reference unit) {
        String numbers = Stream.concat(
                        directory.organization(unit).stream()
                                .map(Organization::getTelecom)
                                .flatMap(List::stream),
                        directory.services(unit).stream()
                                .map(HealthcareService::getTelecom)
                                .flatMap(List::stream))
                .filter(contact -> contact.getSystem() == ContactPointSystem.PHONE && contact.hasValue())
                .map(ContactPoint::getValue)
                .distinct()
                .collect(Collectors.joining(", "));
        return numbers.isEmpty() ? "The directory has no telephone number of it." : "Telephone: " + numbers + ".";
    }
}
