package se.samspar.outpatient;

import ca.uhn.fhir.rest.server.exceptions.ForbiddenOperationException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.CarePlan.CarePlanIntent;
import org.hl7.fhir.r4.model.CarePlan.CarePlanStatus;
import org.hl7.fhir.r4.model.CareTeam;
import org.hl7.fhir.r4.model.CareTeam.CareTeamStatus;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Consent.ConsentDataMeaning;
import org.hl7.fhir.r4.model.Goal;
import org.hl7.fhir.r4.model.Goal.GoalLifecycleStatus;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.stereotype.Component;
import se.samspar.fhir.generated.CarePlanType;
import se.samspar.fhir.generated.CaseTeamRole;
import se.samspar.fhir.generated.Extensions;
import se.samspar.patient.Patients;
import se.samspar.store.Justification;
import se.samspar.store.ResourceStore;

/** A unit opens a case, and answers for its planning as a whole from then on (OVP-3). */
@Component
class OpenCaseService {

    private final ResourceStore store;
    private final Patients patients;
    private final Parties parties;

    OpenCaseService(ResourceStore store, Patients patients, Parties parties) {
        this.store = store;
        this.patients = patients;
        this.parties = parties;
    }

    /**
     * What a case begins with.
     *
     * @param wishedByPatient does the person wish the parties outside health and social care in?
     */
    record Beginning(
            Optional<Patient> patient,
            Optional<Reference> patientReference,
            Reference initiator,
            List<Reference> parties,
            Optional<String> need,
            List<String> goals,
            Optional<Consent> consent,
            Optional<Reference> consentReference,
            Optional<Reference> fixedContact,
            boolean wishedByPatient) {}

    /** The case, its team, its consent where there is one, and the patient as it was sent. */
    List<Resource> open(Beginning beginning, List<Justification> justifications) {
        Reference initiator = parties.resolve("initiator", beginning.initiator());
        if (!store.actor().actsFor(initiator)) {
            throw new ForbiddenOperationException(
                    "A unit opens cases of its own only: initiator has to be the unit of" + " the token.");
        }
        List<Reference> others = beginning.parties().stream()
                .map(party -> parties.resolve("party", party))
                .toList();
        Patient patient = beginning
                .patient()
                .map(sent -> patients.identify(sent, List.of(initiator)))
                .orElseGet(() -> patients.known(
                        "patientReference", beginning.patientReference().orElseGet(Reference::new)));
        Reference subject = new Reference(patient.getIdElement().toUnqualifiedVersionless());
        CareTeam team = store.create(team(beginning, subject, initiator));
        Optional<Consent> consent = beginning
                .consent()
                .map(sent -> record(sent, subject))
                .or(() -> beginning.consentReference().map(parties::unboundConsent));
        CarePlan aCase = aCase(beginning, subject, initiator, others);
        aCase.addCareTeam(reference(team));
        consent.ifPresent(found -> aCase.addSupportingInfo(reference(found)));
        justifications.forEach(justification -> justification.attachTo(aCase));
        store.create(aCase);
        consent.ifPresent(found -> {
            found.getProvision()
                    .addData()
                    .setMeaning(ConsentDataMeaning.INSTANCE)
                    .setReference(reference(aCase));
            store.update(found);
        });
        return Stream.of(Stream.of(aCase, team), consent.stream(), Stream.of(patient))
                .flatMap(resources -> resources)
                .map(Resource.class::cast)
                .toList();
    }

    /** The caller has made sure of what it sends (OVP-5). */
    private Consent record(Consent sent, Reference subject) {
        Consent consent = sent.copy(); // the transaction may run again
        consent.setId((String) null);
        consent.setPatient(subject.copy());
        consent.setOrganization(null);
        consent.getProvision().setData(null);
        consent.getExtension().removeIf(extension -> Extensions.VERIFIED_BY_UNIT.equals(extension.getUrl()));
        return store.create(consent);
    }

    private static CareTeam team(Beginning beginning, Reference subject, Reference initiator) {
        CareTeam team = new CareTeam().setStatus(CareTeamStatus.ACTIVE).setSubject(subject.copy());
        team.addManagingOrganization(initiator.copy());
        beginning.fixedContact().ifPresent(contact -> team.addParticipant()
                .setMember(contact.copy())
                .addRole(CaseTeamRole.FIXED_CARE_CONTACT.toConcept()));
        return team;
    }

    private CarePlan aCase(Beginning beginning, Reference subject, Reference initiator, List<Reference> others) {
        CarePlan aCase = new CarePlan().setStatus(CarePlanStatus.ACTIVE).setIntent(CarePlanIntent.PLAN);
        aCase.addCategory(CarePlanType.OUTPATIENT_CASE.toConcept());
        aCase.setSubject(subject.copy());
        aCase.setAuthor(initiator);
        others.forEach(party -> aCase.addContributor(parties.contributor(party, beginning.wishedByPatient())));
        beginning.need().ifPresent(aCase::setDescription);
        for (int i = 0; i < beginning.goals().size(); i++) {
            Goal goal =
                    new Goal().setLifecycleStatus(GoalLifecycleStatus.ACTIVE).setSubject(subject.copy());
            goal.setDescription(new CodeableConcept().setText(beginning.goals().get(i)));
            goal.setId("mal-" + (i + 1));
            aCase.addContained(goal);
            aCase.addGoal(new Reference("#" + goal.getId()));
        }
        return aCase;
    }

    private static Reference reference(Resource resource) {
        return new Reference(resource.getIdElement().toUnqualifiedVersionless());
    }
}
