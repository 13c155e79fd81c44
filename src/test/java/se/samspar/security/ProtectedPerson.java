package se.samspar.security;

import java.sql.Date;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.ContactPoint.ContactPointSystem;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Narrative.NarrativeStatus;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.RelatedPerson;
import se.samspar.fhir.generated.CodeSystems;
import se.samspar.fhir.generated.Extensions;
import se.samspar.support.TestPatients;

/** Somebody with all that is to stay secret when the identity is protected, and a relative. */
final class ProtectedPerson {

    static final String NAME = "Hemligsson";
    static final String STREET = "Gömda gränden";
    static final String MUNICIPALITY = "1281";
    static final String PHONE = "070-1740605";

    private ProtectedPerson() {}

    static Patient person(String marking) {
        Patient person = TestPatients.next();
        person.getNameFirstRep().setFamily(NAME);
        person.addAddress().addLine(STREET).setCity("Lund");
        person.addExtension(new Extension(Extensions.MUNICIPALITY, new Coding(CodeSystems.KOMMUN, MUNICIPALITY, null)));
        person.addTelecom().setSystem(ContactPointSystem.PHONE).setValue(PHONE);
        person.addContact().getName().setFamily(NAME);
        person.setBirthDate(Date.valueOf("1966-06-06"));
        person.getText().setStatus(NarrativeStatus.GENERATED).setDivAsString("<div>" + NAME + ", " + STREET + "</div>");
        if (marking != null) {
            person.getMeta().addSecurity(new Coding(CodeSystems.SE_SECURITY_LABEL, marking, null));
        }
        return person;
    }

    static RelatedPerson relative(String patient) {
        RelatedPerson next = new RelatedPerson().setPatient(new Reference(patient).setDisplay(NAME));
        next.addName().setFamily("Anhörig").addGiven(NAME);
        next.addAddress().addLine(STREET);
        next.addTelecom().setSystem(ContactPointSystem.PHONE).setValue(PHONE);
        return next;
    }
}
