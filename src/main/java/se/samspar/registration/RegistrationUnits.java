package se.samspar.registration;

import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Reference;
import se.samspar.fhir.Parties;
import se.samspar.registration.half.Registration;
import se.samspar.rule.RuleContext;
import se.samspar.store.Records;

/** Who sees an encounter: its unit, which takes part in it, and both units of the request that it is based on. */
final class RegistrationUnits {

    private RegistrationUnits() {}

    static Stream<Reference> own(Encounter encounter) {
        return Stream.of(encounter.getServiceProvider());
    }

    static Stream<Reference> own(Reference encounter, RuleContext context) {
        return context.resolve(encounter, Encounter.class).stream().flatMap(RegistrationUnits::own);
    }

    static Stream<Reference> guests(Encounter encounter, RuleContext context) {
        return Registration.requestsOf(encounter, Records.of(context)).flatMap(Parties::of);
    }

    static Stream<Reference> guests(Reference encounter, RuleContext context) {
        return context.resolve(encounter, Encounter.class).stream().flatMap(found -> guests(found, context));
    }
}
