package se.samspar.registration;

import ca.uhn.fhir.rest.server.exceptions.ForbiddenOperationException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Encounter;
import org.springframework.stereotype.Component;
import se.samspar.directory.Directory;
import se.samspar.directory.TrackCatalogue;
import se.samspar.fhir.generated.RuleCode;
import se.samspar.fhir.generated.Track;
import se.samspar.store.ResourceStore;

/** The medical secretary's list: which registrations of the own unit lack something (DSK-8). */
@Component
class RegistrationGaps {

    private static final String BEGUN = "&status=arrived,triaged,in-progress,onleave,finished,unknown";

    private final ResourceStore store;
    private final Directory directory;
    private final TrackCatalogue tracks;

    RegistrationGaps(ResourceStore store, Directory directory, TrackCatalogue tracks) {
        this.store = store;
        this.directory = directory;
        this.tracks = tracks;
    }

    /**
     * All gaps, oldest first.
     *
     * @param unit the acting unit, as {@code Organization/id} or HSA-id; the acting unit when empty
     * @param start contacts from this FHIR time on
     * @param end contacts up to this FHIR time
     * @throws ForbiddenOperationException when it is another unit
     */
    List<Gap> of(Optional<String> unit, Optional<String> start, Optional<String> end) {
        StringBuilder query = new StringBuilder("service-provider=Organization/" + own(unit)).append(BEGUN);
        start.ifPresent(time -> query.append("&date=ge").append(escape(time)));
        end.ifPresent(time -> query.append("&date=le").append(escape(time)));
        List<String> ids = halves().stream()
                .flatMap(half -> store.ids(Encounter.class, query + half).stream())
                .distinct()
                .toList();
        // Each batch takes a fixed number of searches.
        return store.inBatches(Encounter.class, ids)
                .flatMap(halves -> new GapSearch(store, tracks, halves).gaps().stream())
                .sorted(Comparator.comparing(gap -> gap.since().getValue()))
                .toList();
    }

    /** Contacts, and of all visits those of consultations: by their request, or by the contact that is part of them. */
    private List<String> halves() {
        List<String> halves = new ArrayList<>(List.of("&class=VR", "&class=AMB&_has:Encounter:part-of:class=VR"));
        String consultations = list(
                tracks.askingFor(RuleCode.REGISTRATIONS_AGREE).map(track -> Track.SYSTEM + escape("|") + track.code()));
        if (!consultations.isEmpty()) {
            halves.add("&class=AMB&based-on:ServiceRequest.category=" + consultations);
        }
        return halves;
    }

    private String own(Optional<String> unit) {
        String acting = store.actor()
                .unit()
                .orElseThrow(() -> new ForbiddenOperationException("The token names no unit of the directory."));
        boolean other = unit.filter(asked -> !directory.unitId(asked).equals(Optional.of(acting)))
                .isPresent();
        if (other) {
            throw new ForbiddenOperationException("A unit sees the gaps of its own registrations only.");
        }
        return acting;
    }

    static String escape(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    static String list(Stream<String> values) {
        return String.join(",", values.toList());
    }
}
