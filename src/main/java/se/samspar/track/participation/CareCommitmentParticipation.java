package se.samspar.track.participation;

import java.util.stream.Stream;
import org.hl7.fhir.r4.model.EpisodeOfCare;
import org.hl7.fhir.r4.model.Reference;
import org.springframework.stereotype.Component;
import se.samspar.rule.RuleContext;
import se.samspar.store.Participation;

/** A care commitment is its unit's own affair; the requester reads from its request that it was accepted. */
@Component
class CareCommitmentParticipation implements Participation<EpisodeOfCare> {

    @Override
    public Stream<Reference> units(EpisodeOfCare commitment, RuleContext context) {
        return Stream.of(commitment.getManagingOrganization());
    }

    @Override
    public Stream<Reference> documentedBy(EpisodeOfCare commitment, RuleContext context) {
        return units(commitment, context);
    }

    @Override
    public Stream<Reference> writers(EpisodeOfCare commitment, RuleContext context) {
        return units(commitment, context);
    }

    @Override
    public Stream<Reference> patients(EpisodeOfCare commitment) {
        return Stream.of(commitment.getPatient());
    }
}
