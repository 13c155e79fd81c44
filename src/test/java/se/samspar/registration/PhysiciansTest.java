package se.samspar.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static se.samspar.registration.Consultations.REGISTER;
import static se.samspar.registration.Consultations.contact;
import static se.samspar.registration.Consultations.halfHour;
import static se.samspar.registration.Consultations.registration;
import static se.samspar.registration.Consultations.stored;
import static se.samspar.registration.Consultations.visit;
import static se.samspar.registration.Consultations.without;

import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Encounter.EncounterParticipantComponent;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.PractitionerRole;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.samspar.fhir.generated.CodeSystems;
import se.samspar.fhir.generated.PasisProfessionalCategory;
import se.samspar.registration.half.Halves;
import se.samspar.support.SamsparTest;

/** Physician and specialist of a registered consultation are physicians, as far as their codes tell (DSK-1, DSK-6). */
@SamsparTest
class PhysiciansTest extends WithConsultations {

    private static final String SECRETARY = "PractitionerRole/sus-ortopedi-sekreterare-1";

    @ParameterizedTest
    @CsvSource({
        "primaryCarePractitioner, PractitionerRole/vc-dalby-sekreterare-1",
        "specialistPractitioner, PractitionerRole/sus-ortopedi-sekreterare-1"
    })
    void aSecretaryIsNotRegisteredAsAPhysician(String parameter, String secretary) {
        Parameters parameters = without(registration(consultations.accepted()), parameter);
        parameters.addParameter().setName(parameter).setValue(new Reference(secretary));

        assertThat(dalby.post(REGISTER, parameters).expect(422).ruleCodes()).containsExactly("three-parties");
    }

    @Test
    void whoHasNoCodeOrOneThatMeansAPhysicianMayBeOne() {
        Coding overlakare = new Coding(CodeSystems.HSA_BEFATTNING, "201010", null);
        Coding distriktslakare = new Coding("urn:oid:1.2.752.129.2.2.1.4", "201011", null);
        for (CodeableConcept code : new CodeableConcept[] {
            new CodeableConcept().setText("Läkare"),
            new CodeableConcept(overlakare),
            new CodeableConcept(distriktslakare)
        }) {
            Parameters parameters = without(registration(consultations.accepted()), "primaryCarePractitioner");
            parameters.addParameter().setName("primaryCarePractitioner").setValue(roleAtDalby(code));

            dalby.post(REGISTER, parameters).expect(200);
        }
    }

    @Test
    void aPositionThatIsNoPhysiciansIsRefused() {
        CodeableConcept nurse = new CodeableConcept(new Coding(CodeSystems.HSA_BEFATTNING, "206010", "Sjuksköterska"));
        Parameters parameters = without(registration(consultations.accepted()), "primaryCarePractitioner");
        parameters.addParameter().setName("primaryCarePractitioner").setValue(roleAtDalby(nurse));

        assertThat(dalby.post(REGISTER, parameters).expect(422).ruleCodes()).containsExactly("three-parties");
    }

    @Test
    void theCategoryOfPhysiciansIsGivenToThePhysicianAmongThoseWhoTookPart() {
        Encounter contact = contactWithASecretaryFirst();
        contact = stored(orthopaedics, contact, Encounter.class);

        Encounter completed = contact(orthopaedics
                .post(Halves.literal(contact) + "/$complete-registration", new Parameters())
                .expect(200));

        assertThat(completed.getParticipant())
                .filteredOn(
                        participant -> participant.getType().stream().anyMatch(PasisProfessionalCategory.CODE_10::isIn))
                .extracting(EncounterParticipantComponent::getIndividual)
                .extracting(Reference::getReference)
                .containsExactly(Consultations.ORTHOPAEDIST);
    }

    @Test
    void aSecretaryDoesNotHaveTheCategoryOfPhysicians() {
        Encounter contact = contactWithASecretaryFirst();
        contact.getParticipantFirstRep().addType(PasisProfessionalCategory.CODE_10.toConcept());

        assertThat(orthopaedics.post("Encounter", contact).expect(422).ruleCodes())
                .containsExactly("three-parties");
    }

    private Encounter contactWithASecretaryFirst() {
        ServiceRequest request = consultations.accepted();
        Period period = halfHour();
        Encounter visit = stored(dalby, visit(request, period), Encounter.class);
        Encounter contact = contact(request, visit, period);
        contact.setParticipant(null);
        contact.addParticipant().setIndividual(new Reference(SECRETARY));
        contact.addParticipant().setIndividual(new Reference(Consultations.ORTHOPAEDIST));
        return contact;
    }

    private Reference roleAtDalby(CodeableConcept code) {
        PractitionerRole role = new PractitionerRole().setActive(true).addCode(code);
        role.setOrganization(new Reference(Consultations.DALBY));
        role.setPractitioner(new Reference("Practitioner/vc-kavlinge-lakare-1"));
        PractitionerRole created =
                api.asAdmin().post("PractitionerRole", role).expect(201).resource(PractitionerRole.class);
        return new Reference(created.getIdElement().toUnqualifiedVersionless());
    }
}
