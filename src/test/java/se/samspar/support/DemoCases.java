package se.samspar.support;

import static se.samspar.support.DemoRequests.parameters;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Consent.ConsentProvisionType;
import org.hl7.fhir.r4.model.Consent.ConsentState;
import org.hl7.fhir.r4.model.Consent.provisionActorComponent;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;
import se.samspar.fhir.generated.ConsentBasis;
import se.samspar.fhir.generated.MessagePurpose;
import se.samspar.fhir.generated.MessageType;

/** Cases between units of the demo region, for tests that are about what comes after. */
public final class DemoCases {

    private DemoCases() {}

    /** Opens a case with a consent for these units, or for every party where none is named. */
    public static HttpAnswer open(SamsparApi api, String initiator, List<String> parties, String... covered) {
        return openFor(api.as(initiator), initiator, parties, covered);
    }

    /** The same by a client of the unit that initiates it. */
    public static HttpAnswer openFor(UnitClient client, String initiator, List<String> parties, String... covered) {
        List<Object> sent = new ArrayList<>(List.of(
                "patient",
                TestPatients.next(),
                "initiator",
                unit(initiator),
                "need",
                "Yrsel och fall hemma",
                "consent",
                consent(ConsentProvisionType.PERMIT, covered)));
        parties.forEach(party -> sent.addAll(List.of("party", unit(party))));
        return client.post("CarePlan/$open-case", parameters(sent.toArray())).expect(200);
    }

    /** About these units or care providers; about every party where none is named. */
    public static Consent consent(ConsentProvisionType type, String... units) {
        Consent consent = new Consent().setStatus(ConsentState.ACTIVE);
        consent.setPolicyRule(ConsentBasis.CONSENT.toConcept());
        consent.getProvision().setType(type);
        Stream.of(units).forEach(named -> {
            provisionActorComponent actor = consent.getProvision().addActor();
            actor.getRole()
                    .addCoding()
                    .setSystem("http://terminology.hl7.org/CodeSystem/v3-ParticipationType")
                    .setCode("IRCP");
            actor.setReference(unit(named));
        });
        return consent;
    }

    /** A message of information, as it is sent. */
    public static Communication message(String... receivers) {
        Communication message = new Communication();
        message.addCategory(MessageType.ADMINISTRATIVT.toConcept());
        message.setTopic(MessagePurpose.INFORMATION.toConcept());
        Stream.of(receivers).forEach(receiver -> message.addRecipient(unit(receiver)));
        message.addPayload().setContent(new StringType("Tiden är ändrad till torsdag."));
        return message;
    }

    public static void close(SamsparApi api, String initiator, String aCase) {
        api.as(initiator)
                .post(aCase + "/$close", parameters("reason", new CodeType("goals-met")))
                .expect(200);
    }

    public static Reference unit(String slug) {
        return new Reference("Organization/" + slug);
    }
}
