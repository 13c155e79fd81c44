package se.samspar.consent;

import java.util.List;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Consent.ConsentProvisionType;
import org.hl7.fhir.r4.model.Consent.provisionActorComponent;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Reference;
import org.springframework.stereotype.Component;
import se.samspar.directory.Directory;
import se.samspar.fhir.generated.Extensions;
import se.samspar.store.Records;

/**
 * The one place that says what the consents of a case mean (OVP-5). A refusal goes before a consent; a consent that names
 * no party covers every party; and whoever began the case may be answered by those whom the person has let in.
 */
@Component
public class ConsentDecisions {

    private final Directory directory;

    ConsentDecisions(Directory directory) {
        this.directory = directory;
    }

    /** What the consents of a case, in force now, say of what one unit tells others. */
    public Decision of(CarePlan aCase, Reference teller, Records records) {
        List<Consent> inForce = inForce(aCase, records);
        return unit -> coverage(unit, teller, aCase, inForce);
    }

    /** The consents and refusals of a case that hold now; they change under the lock of the case, see {@link Cases#lock}. */
    public List<Consent> inForce(CarePlan aCase, Records records) {
        return records.searchSerialized(
                Consent.class,
                "status=active&data=CarePlan/" + aCase.getIdElement().getIdPart());
    }

    /** Has the unit made sure for itself of a consent that holds in the case? */
    public boolean isVerifiedBy(Reference unit, CarePlan aCase, Records records) {
        return inForce(aCase, records).stream()
                .filter(ConsentDecisions::permits)
                .flatMap(ConsentDecisions::verifiers)
                .anyMatch(verifier -> Cases.isSame(verifier, unit));
    }

    /** Has the unit made sure for itself of a consent that lets another be told? */
    public boolean isVerifiedBy(Reference unit, Reference told, CarePlan aCase, Records records) {
        return inForce(aCase, records).stream()
                .filter(consent -> permits(consent) && lets(consent, told, aCase))
                .flatMap(ConsentDecisions::verifiers)
                .anyMatch(verifier -> Cases.isSame(verifier, unit));
    }

    /** The units that have made sure of a consent for themselves. */
    public static Stream<Reference> verifiers(Consent consent) {
        return consent.getExtensionsByUrl(Extensions.VERIFIED_BY_UNIT).stream()
                .map(verification -> verification.getExtensionByUrl("unit").getValue())
                .filter(Reference.class::isInstance)
                .map(Reference.class::cast);
    }

    private Coverage coverage(Reference unit, Reference teller, CarePlan aCase, List<Consent> inForce) {
        String provider = provider(unit);
        if (provider.equals(provider(teller))) {
            return Coverage.INSIDE;
        }
        if (inForce.stream().filter(consent -> !permits(consent)).anyMatch(denial -> isAbout(denial, unit))) {
            return Coverage.DENIED;
        }
        return inForce.stream().anyMatch(consent -> permits(consent) && lets(consent, unit, aCase))
                ? Coverage.COVERED
                : Coverage.MISSING;
    }

    /** Whoever began the case may be answered by those whom the person has let in. */
    private boolean lets(Consent consent, Reference unit, CarePlan aCase) {
        return provider(unit).equals(provider(aCase.getAuthor())) || isAbout(consent, unit);
    }

    private static boolean permits(Consent consent) {
        return consent.getProvision().getType() == ConsentProvisionType.PERMIT;
    }

    private boolean isAbout(Consent consent, Reference unit) {
        List<String> named = List.of(Cases.id(unit), provider(unit));
        List<provisionActorComponent> actors = consent.getProvision().getActor();
        return actors.isEmpty()
                || actors.stream().map(actor -> Cases.id(actor.getReference())).anyMatch(named::contains);
    }

    /** The care provider that a unit belongs to; a party that belongs to none stands for itself. */
    private String provider(Reference unit) {
        return directory
                .unitOf(unit)
                .map(Organization::getPartOf)
                .filter(Reference::hasReference)
                .map(Cases::id)
                .orElseGet(() -> Cases.id(unit));
    }

    /** Answers for one teller, however many units are asked about. */
    @FunctionalInterface
    public interface Decision {

        Coverage about(Reference unit);
    }
}
