package se.samspar.audit;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.stereotype.Component;
import se.samspar.fhir.HsaId;
import se.samspar.store.DisclosureLog;
import se.samspar.store.RecordSubjects;
import se.samspar.store.ResourceStore;

/** Logs what goes out unasked, as notifications with their resources do. */
@Component
class DisclosureRecord implements DisclosureLog {

    /** It is about to be sent; what the endpoint says of it comes later, when it may have read it already. */
    private static final int SENT = 202;

    private final AccessLog log;
    private final RecordSubjects subjects;
    private final ResourceStore store;

    DisclosureRecord(AccessLog log, RecordSubjects subjects, ResourceStore store) {
        this.log = log;
        this.subjects = subjects;
        this.store = store;
    }

    @Override
    public void disclose(String unit, String because, String endpoint, List<Resource> resources) {
        About about = new About();
        resources.forEach(about::show);
        Optional<Organization> receiver =
                store.executeAsServer(() -> store.find(new Reference("Organization/" + unit), Organization.class));
        Optional<Organization> provider = receiver.map(Organization::getPartOf)
                .filter(Reference::hasReference)
                .flatMap(partOf -> store.executeAsServer(() -> store.find(partOf, Organization.class)));
        about.resolve(subjects);
        log.add(new Access(
                UUID.randomUUID().toString(),
                String.valueOf(URI.create(endpoint).getHost()),
                because,
                null,
                unit,
                receiver.flatMap(HsaId::of).orElse(null),
                provider.flatMap(HsaId::of).orElse(null),
                null,
                null,
                null,
                Interaction.EXPORT,
                "POST " + endpoint,
                SENT,
                about.patients(),
                about.resources(),
                List.of()));
    }
}
