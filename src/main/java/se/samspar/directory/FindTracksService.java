package se.samspar.directory;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.ContactPoint;
import org.hl7.fhir.r4.model.HealthcareService;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Reference;
import org.springframework.stereotype.Service;
import se.samspar.fhir.ParameterRefused;
import se.samspar.fhir.generated.CareLevel;
import se.samspar.fhir.generated.CodeSystems;
import se.samspar.store.ResourceStore;

/** Which services take a request of a unit, on the tracks that its care level may start (TRK-7, TRK-9, DSK-2). */
@Service
class FindTracksService {

    private static final String ACTIVITY_CODE = "\\d{4}";

    private final ResourceStore store;
    private final Directory directory;
    private final TrackCatalogue tracks;
    private final OpeningHours openingHours;
    private final Deadlines deadlines;
    private final OnCall onCall;
    private final Clock clock;

    FindTracksService(
            ResourceStore store,
            Directory directory,
            TrackCatalogue tracks,
            OpeningHours openingHours,
            Deadlines deadlines,
            OnCall onCall,
            Clock clock) {
        this.store = store;
        this.directory = directory;
        this.tracks = tracks;
        this.openingHours = openingHours;
        this.deadlines = deadlines;
        this.onCall = onCall;
        this.clock = clock;
    }

    List<TrackMatch> find(FindTracksQuery query) {
        CareLevel asking = careLevelOf(query.from());
        query.track().ifPresent(this::requireKnownTrack);
        query.specialty().ifPresent(FindTracksService::requireActivityCode);
        List<HealthcareService> services = directory.trackServices(query.track()).stream()
                .filter(service -> query.specialty()
                        .map(specialty -> Directory.offers(service, activity(specialty)))
                        .orElse(true))
                .toList();
        Map<String, Organization> units = directory.organizations(
                services.stream().map(FindTracksService::unitId).collect(Collectors.toSet()));
        Instant at = query.at().orElseGet(clock::instant);
        List<TrackMatch> matches = services.stream()
                .filter(service -> units.containsKey(unitId(service)))
                .flatMap(service -> tracksOf(service)
                        .filter(track -> isAskedFor(track, query, asking))
                        .filter(track -> receives(units.get(unitId(service)), track))
                        .map(track -> match(service, units.get(unitId(service)), track, at)))
                .sorted(TrackMatch.SOONEST_FIRST)
                .toList();
        return withWhoIsOnDuty(matches, at);
    }

    /** Where the track says so, the contact is whoever is on duty then. */
    private List<TrackMatch> withWhoIsOnDuty(List<TrackMatch> matches, Instant at) {
        Map<String, List<ContactPoint>> onDuty = onCall.contacts(
                matches.stream()
                        .filter(match -> match.track().contactOnDuty())
                        .map(TrackMatch::service)
                        .toList(),
                at);
        return matches.stream()
                .map(match -> match.withContact(
                        onDuty.getOrDefault(match.service().getIdElement().getIdPart(), match.contact())))
                .toList();
    }

    private static boolean isAskedFor(TrackDefinition track, FindTracksQuery query, CareLevel asking) {
        return track.startedBy().contains(asking)
                && query.track().map(track.track().code()::equals).orElse(true);
    }

    private CareLevel careLevelOf(Optional<Reference> from) {
        Reference unit = from.or(() -> store.actor().unit().map(id -> new Reference("Organization/" + id)))
                .orElseThrow(FindTracksService::unknownUnit);
        return directory.organization(unit).flatMap(directory::careLevel).orElseThrow(FindTracksService::unknownUnit);
    }

    private static ParameterRefused unknownUnit() {
        return ParameterRefused.unknown(
                "from",
                "There is no such unit, or it has no care level.",
                "Name a care unit as Organization/id or by its HSA-id.");
    }

    private void requireKnownTrack(String track) {
        if (tracks.find(track).isEmpty()) {
            throw ParameterRefused.unknown("track", "There is no such track.", "Choose a code of CodeSystem/track.");
        }
    }

    /** The server has a fragment of the codes only: another one is right, and finds the services that have it. */
    private static void requireActivityCode(String specialty) {
        if (!specialty.matches(ACTIVITY_CODE)) {
            throw ParameterRefused.unknown(
                    "specialty",
                    "There is no such specialty.",
                    "Choose an HSA activity code (verksamhetskod), which has four digits.");
        }
    }

    private static Coding activity(String specialty) {
        return new Coding().setSystem(CodeSystems.HSA_VERKSAMHETSKOD).setCode(specialty);
    }

    private Stream<TrackDefinition> tracksOf(HealthcareService service) {
        return service.getType().stream()
                .flatMap(type -> type.getCoding().stream())
                .filter(coding -> CodeSystems.TRACK.equals(coding.getSystem()))
                .flatMap(coding -> tracks.find(coding.getCode()).stream())
                .distinct();
    }

    private boolean receives(Organization unit, TrackDefinition track) {
        return (!unit.hasActive() || unit.getActive())
                && directory.careLevel(unit).map(track.receivedBy()::contains).orElse(false);
    }

    private TrackMatch match(HealthcareService service, Organization unit, TrackDefinition track, Instant at) {
        boolean open = openingHours.isOpen(service, at);
        return new TrackMatch(
                service,
                track,
                open,
                open ? Optional.empty() : openingHours.nextOpening(service, at),
                deadlines.respondBy(track, service, at),
                service.hasTelecom() ? service.getTelecom() : unit.getTelecom());
    }

    private static String unitId(HealthcareService service) {
        return String.valueOf(service.getProvidedBy().getReferenceElement().getIdPart());
    }
}
