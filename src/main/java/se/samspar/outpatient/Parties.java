package se.samspar.outpatient;

import ca.uhn.fhir.rest.server.exceptions.ForbiddenOperationException;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Reference;
import org.springframework.stereotype.Component;
import se.samspar.consent.Cases;
import se.samspar.directory.Directory;
import se.samspar.fhir.ParameterRefused;
import se.samspar.fhir.generated.Extensions;
import se.samspar.store.Justification;
import se.samspar.store.ResourceStore;

/** Who takes part in a case: parties are let in, and leave (OVP-4). */
@Component
class Parties {

    private final ResourceStore store;
    private final Directory directory;

    Parties(ResourceStore store, Directory directory) {
        this.store = store;
        this.directory = directory;
    }

    /** The unit of the directory that a parameter names. */
    Reference resolve(String parameter, Reference unit) {
        return directory
                .organization(unit)
                .map(found -> new Reference(found.getIdElement().toUnqualifiedVersionless()))
                .orElseThrow(() -> ParameterRefused.unknown(
                        parameter,
                        "Parameter %s names no unit of the directory.".formatted(parameter),
                        "Name an Organization by reference or by its HSA-id."));
    }

    /** A consent that belongs to no case yet. */
    Consent unboundConsent(Reference reference) {
        Consent consent = store.readVisible(Consent.class, reference.getReferenceElement());
        if (consent.getProvision().hasData()) {
            throw ParameterRefused.invalid(
                    "consentReference",
                    "Parameter consentReference names the consent of another case.",
                    "Record the consent for this case, in parameter consent.");
        }
        return consent;
    }

    /** How a party stands in the case; that the person wishes it in is said of those outside health and social care. */
    Reference contributor(Reference party, boolean wishedByPatient) {
        Reference contributor = new Reference(party.getReference());
        if (wishedByPatient && directory.isOutside(party)) {
            contributor.addExtension(new Extension(Extensions.WISHED_BY_PATIENT, new BooleanType(true)));
        }
        return contributor;
    }

    CarePlan invite(CarePlan aCase, Reference party, boolean wishedByPatient, List<Justification> justifications) {
        requireParty(aCase);
        Reference invited = resolve("party", party);
        if (!Cases.takesPart(invited, aCase)) {
            aCase.addContributor(contributor(invited, wishedByPatient));
        }
        return write(aCase, justifications);
    }

    /** The initiating unit, which answers for the case, does not leave it. */
    CarePlan leave(CarePlan aCase, Optional<Reference> party, List<Justification> justifications) {
        Reference leaving = party.map(named -> resolve("party", named))
                .or(() -> store.actor().organization())
                .orElseGet(Reference::new);
        boolean mayDecide = store.actor().actsFor(leaving) || store.actor().actsFor(aCase.getAuthor());
        if (!mayDecide || Cases.isSame(leaving, aCase.getAuthor())) {
            throw new ForbiddenOperationException(
                    "A party leaves by itself or is taken out by the initiating unit, which closes the case itself.");
        }
        aCase.getContributor().removeIf(contributor -> Cases.isSame(contributor, leaving));
        return write(aCase, justifications);
    }

    void requireParty(CarePlan aCase) {
        if (store.actor()
                .organization()
                .filter(own -> Cases.takesPart(own, aCase))
                .isEmpty()) {
            throw new ForbiddenOperationException("Only a party of the case does this.");
        }
    }

    CarePlan write(CarePlan aCase, List<Justification> justifications) {
        justifications.forEach(justification -> justification.attachTo(aCase));
        return store.update(aCase);
    }
}
