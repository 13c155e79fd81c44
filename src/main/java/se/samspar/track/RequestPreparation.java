package se.samspar.track;

import java.util.Date;
import java.util.Optional;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.springframework.stereotype.Component;
import se.samspar.directory.Directory;
import se.samspar.fhir.generated.RequestVersionReason;
import se.samspar.rule.RuleContext;
import se.samspar.store.Preparation;
import se.samspar.track.state.RequestContent;

/** Dates and versions requests, and turns units named by their HSA-id into references. */
@Component
class RequestPreparation implements Preparation<ServiceRequest> {

    private final Directory directory;

    RequestPreparation(Directory directory) {
        this.directory = directory;
    }

    @Override
    public void prepare(ServiceRequest request, RuleContext context) {
        resolve(request.getRequester());
        request.getPerformer().forEach(this::resolve);
        Optional<ServiceRequest> previous = context.previous(request);
        if (previous.isPresent() && context.isWrittenByClient(request)) {
            RequestContent.keepServerSet(request, previous.get());
        }
        if (previous.isEmpty()) {
            request.setAuthoredOn(Date.from(context.now()));
            RequestContent.startVersions(request);
        } else if (RequestContent.differs(previous.get(), request)) {
            RequestContent.nextVersion(
                    request,
                    previous.get(),
                    Base.compareDeep(previous.get().getPerformer(), request.getPerformer(), true)
                            ? RequestVersionReason.AR
                            : RequestVersionReason.VR);
        } else {
            RequestContent.keepVersion(request, previous.get());
        }
    }

    private void resolve(Reference unit) {
        if (!unit.hasReference() && unit.hasIdentifier()) {
            directory
                    .organization(unit)
                    .ifPresent(found ->
                            unit.setReferenceElement(found.getIdElement().toUnqualifiedVersionless()));
        }
    }
}
