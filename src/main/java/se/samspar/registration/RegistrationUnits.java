package se.samspar.registration;

import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Reference;
import se.samspar.fhir.Parties;
import se.samspar.registration.half.Registration;
import se.samspar.rule.RuleContext;
import se.samspar.store.Records;

/** Who takes part in an encounter: its unit, and both units of the request that it is based on. */
final class RegistrationUnits {

    private RegistrationUnits() {}

    static Stream<Reference> of(Encounter encounter, RuleContext context) {
        return Stream.concat(
                Stream.of(encounter.getServiceProvider()),
                Registration.requestsOf(encounter, Records.of(context)).flatMap(Parties::of));
    }

    static Stream<Reference> of(Reference encounter, RuleContext context) {
        return context.resolve(encounter, Encounter.class).stream().flatMap(found -> of(found, context));
    }
}
