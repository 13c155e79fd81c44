package se.samspar.notification.delivery;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Bundle.HTTPVerb;
import org.hl7.fhir.r4.model.CanonicalType;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.InstantType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Subscription;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import se.samspar.fhir.ResourcePath;
import se.samspar.notification.outbox.EventTable.Numbered;
import se.samspar.notification.subscription.State;
import se.samspar.notification.subscription.Terms.Content;
import se.samspar.store.AccessLabels;

/**
 * Writes notifications as the guide Subscriptions R5 Backport has them for R4: a history Bundle that begins with the status
 * of the subscription. Every event has its number; what it is about is told as far as the unit sees it now.
 */
@Component
class NotificationBundles {

    private static final String GUIDE = "http://hl7.org/fhir/uv/subscriptions-backport/StructureDefinition/";

    private final Sight sight;
    private final Clock clock;
    private final String base;

    NotificationBundles(Sight sight, Clock clock, @Value("${samspar.server.base-url:}") String baseUrl) {
        this.sight = sight;
        this.clock = clock;
        this.base = baseUrl.isBlank() ? "" : baseUrl.replaceFirst("/+$", "") + "/fhir/";
    }

    /** Read in one transaction, so that what is said holds together. */
    Bundle write(Subscription subscription, State state, Notice notice) {
        Bundle bundle = new Bundle();
        bundle.setId(UUID.randomUUID().toString());
        bundle.getMeta().addProfile(GUIDE + "backport-subscription-notification-r4");
        bundle.setType(BundleType.HISTORY).setTimestamp(Date.from(clock.instant()));
        Parameters status = status(subscription, notice);
        String path = "Subscription/" + state.id() + "/$status";
        bundle.addEntry(entry("urn:uuid:" + status.getIdPart(), path).setResource(status));
        List<Resource> full = new ArrayList<>();
        for (Numbered event : notice.events()) {
            addEvent(status, event, state.unit(), notice.content(), full);
        }
        full.stream()
                .map(resource -> entry(base + ResourcePath.of(resource), ResourcePath.of(resource))
                        .setResource(resource))
                .forEach(bundle::addEntry);
        return bundle;
    }

    private static BundleEntryComponent entry(String fullUrl, String url) {
        BundleEntryComponent entry = new BundleEntryComponent();
        entry.setFullUrl(fullUrl.contains(":") ? fullUrl : null); // relative ones are none
        entry.getRequest().setMethod(HTTPVerb.GET).setUrl(url);
        entry.getResponse().setStatus("200");
        return entry;
    }

    /** The first entry: what subscription it is about, where that stands, and how many events there have been. */
    private Parameters status(Subscription subscription, Notice notice) {
        Parameters status = new Parameters();
        status.setId(UUID.randomUUID().toString());
        status.getMeta().addProfile(GUIDE + "backport-subscription-status-r4");
        status.addParameter()
                .setName("subscription")
                .setValue(
                        reference("Subscription/" + subscription.getIdElement().getIdPart()));
        status.addParameter().setName("topic").setValue(new CanonicalType(subscription.getCriteria()));
        status.addParameter()
                .setName("status")
                .setValue(new CodeType(subscription.getStatus().toCode()));
        status.addParameter()
                .setName("type")
                .setValue(new CodeType(notice.kind().code()));
        status.addParameter()
                .setName("events-since-subscription-start")
                .setValue(new StringType(String.valueOf(notice.lastNumber())));
        return status;
    }

    private void addEvent(Parameters status, Numbered event, String unit, Content content, List<Resource> full) {
        ParametersParameterComponent said = status.addParameter().setName("notification-event");
        said.setId(event.id().toString()); // by which whoever gets it twice knows it again
        said.addPart().setName("event-number").setValue(new StringType(String.valueOf(event.number())));
        said.addPart().setName("timestamp").setValue(new InstantType(Date.from(event.at())));
        Optional<Resource> focus = content == Content.EMPTY ? Optional.empty() : sight.seen(unit, event.focus());
        if (focus.isEmpty()) {
            return;
        }
        said.addPart().setName("focus").setValue(reference(event.focus()));
        Optional<Resource> context = event.context().flatMap(key -> sight.seen(unit, key));
        context.ifPresent(
                seen -> said.addPart().setName("additional-context").setValue(reference(ResourcePath.of(seen))));
        if (content == Content.FULL_RESOURCE) {
            Stream.concat(focus.stream(), context.stream())
                    .filter(Sight::maySend)
                    .filter(resource -> full.stream()
                            .noneMatch(known -> ResourcePath.of(known).equals(ResourcePath.of(resource))))
                    .toList()
                    .forEach(resource -> {
                        AccessLabels.remove(resource);
                        full.add(resource);
                    });
        }
    }

    private Reference reference(String typeAndId) {
        return new Reference(base + typeAndId);
    }
}
