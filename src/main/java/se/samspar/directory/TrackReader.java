package se.samspar.directory;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.ActivityDefinition;
import org.hl7.fhir.r4.model.ActivityDefinition.ActivityDefinitionKind;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeSystem.ConceptDefinitionComponent;
import org.hl7.fhir.r4.model.CodeSystem.ConceptPropertyComponent;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Enumerations.PublicationStatus;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestPriority;
import se.samspar.fhir.generated.CareLevel;
import se.samspar.fhir.generated.ConsultationOutcome;
import se.samspar.fhir.generated.Extensions;
import se.samspar.fhir.generated.RuleCode;
import se.samspar.fhir.generated.Track;

/** Reads a track from its concept, which holds the defaults, and its definition, which holds all else. */
final class TrackReader {

    private final Track track;
    private final ConceptDefinitionComponent concept;
    private final ActivityDefinition definition;
    private final String source;
    private final Set<RuleCode> rulesOfTracks;

    /** @param rulesOfTracks rules that hold on a track where its definition says so */
    TrackReader(
            Track track,
            ConceptDefinitionComponent concept,
            ActivityDefinition definition,
            String source,
            Set<RuleCode> rulesOfTracks) {
        this.track = track;
        this.concept = concept;
        this.definition = definition;
        this.source = source;
        this.rulesOfTracks = rulesOfTracks;
    }

    /** @throws FaultyTrack when anything in it is not what it has to be */
    TrackDefinition read() {
        requireUsable();
        Map<String, ResponseTime> responses =
                responses(response(duration(property("response-time")), calendar(property("response-calendar"))));
        Set<CareLevel> startedBy = levels(Extensions.TRACK_STARTER, "started-by");
        Set<CareLevel> receivedBy = levels(Extensions.TRACK_RECEIVER, "received-by");
        return new TrackDefinition(
                track,
                property("urgency"),
                startedBy,
                receivedBy,
                responses.values().iterator().next(), // each has a priority, the most usual one first
                responses,
                rules(),
                conditions(),
                isTrue(Extensions.TRACK_CARE_COMMITMENT),
                isTrue(Extensions.TRACK_ADVICE),
                isTrue(Extensions.TRACK_HANDS_BACK),
                isTrue(Extensions.TRACK_CONTACT_ON_DUTY),
                code(Extensions.TRACK_MEETING, TrackMeeting::of),
                outcomes(),
                endingCommitment(),
                codes(Extensions.TRACK_CONVERSION, Track::of),
                code(Extensions.TRACK_ESCALATION, Track::of));
    }

    private Set<CareLevel> levels(String extension, String property) {
        Set<CareLevel> own = codes(extension, CareLevel::of);
        return own.isEmpty()
                ? properties(property)
                        .map(value -> known(property, value, CareLevel::of))
                        .collect(inOrder())
                : own;
    }

    private Map<String, ResponseTime> responses(ResponseTime standard) {
        Map<String, ResponseTime> responses = new LinkedHashMap<>();
        for (Extension own : definition.getExtensionsByUrl(Extensions.TRACK_RESPONSE)) {
            String priority =
                    priority(part(own, "priority").orElseThrow(() -> faulty("track-response without priority")));
            ResponseTime response = response(
                    part(own, "time").map(this::duration).orElse(standard.duration()),
                    part(own, "calendar").map(this::calendar).orElse(standard.calendar()));
            if (responses.put(priority, response) != null) {
                throw faulty("it has more than one track-response for the priority " + priority);
            }
        }
        if (responses.isEmpty()) {
            properties("priority").forEach(priority -> responses.put(priority(priority), standard));
        }
        return responses;
    }

    private ResponseTime response(Duration duration, ResponseCalendar calendar) {
        if (duration.isNegative() || duration.isZero()) {
            throw faulty("%s is no time to respond in".formatted(duration));
        }
        if (calendar == ResponseCalendar.WORKING_DAYS
                && !Duration.ofDays(duration.toDays()).equals(duration)) {
            throw faulty("%s in working-days is no whole number of days".formatted(duration));
        }
        return new ResponseTime(duration, calendar);
    }

    /** A rule that holds whatever the track could be named here without any effect. */
    private Set<RuleCode> rules() {
        Set<RuleCode> rules = codes(Extensions.TRACK_RULE, RuleCode::of);
        rules.stream().filter(rule -> !rulesOfTracks.contains(rule)).findFirst().ifPresent(rule -> {
            throw faulty("track-rule %s does not hold by track".formatted(rule.code()));
        });
        return rules;
    }

    /** That the profile is known is looked at when all profiles have been read. */
    private void requireUsable() {
        if (!definition.hasProfile()) {
            throw faulty("profile is missing");
        }
        if (definition.getKind() != ActivityDefinitionKind.SERVICEREQUEST) {
            throw faulty("its kind is not ServiceRequest");
        }
        if (definition.getStatus() != PublicationStatus.ACTIVE) {
            throw faulty("its status is not active");
        }
        if (definition.hasModifierExtension()) {
            throw faulty("no modifierExtension is understood");
        }
    }

    private List<Coding> conditions() {
        return definition.getExtensionsByUrl(Extensions.TRACK_CONDITION).stream()
                .map(Extension::getValue)
                .map(value -> {
                    if (value instanceof Coding coding && coding.hasSystem() && coding.hasCode()) {
                        return coding;
                    }
                    throw faulty("track-condition without system and code");
                })
                .toList();
    }

    private Map<ConsultationOutcome, Optional<Track>> outcomes() {
        Map<ConsultationOutcome, Optional<Track>> outcomes = new LinkedHashMap<>();
        for (Extension extension : definition.getExtensionsByUrl(Extensions.TRACK_OUTCOME)) {
            String outcome = part(extension, "outcome").orElseThrow(() -> faulty("track-outcome without outcome"));
            Optional<Track> before = outcomes.put(
                    known("track-outcome", outcome, ConsultationOutcome::of),
                    part(extension, "followOn").map(followOn -> known("track-outcome", followOn, Track::of)));
            if (before != null) {
                throw faulty("it has more than one track-outcome " + outcome);
            }
        }
        if (outcomes.isEmpty()) {
            throw faulty("it has no track-outcome, so nothing could be answered");
        }
        return outcomes;
    }

    private Set<ConsultationOutcome> endingCommitment() {
        return definition.getExtensionsByUrl(Extensions.TRACK_OUTCOME).stream()
                .filter(outcome ->
                        part(outcome, "endsCommitment").filter("true"::equals).isPresent())
                .flatMap(outcome -> part(outcome, "outcome").flatMap(ConsultationOutcome::of).stream())
                .collect(inOrder());
    }

    private boolean isTrue(String extension) {
        return definition.hasExtension(extension)
                && definition.getExtensionByUrl(extension).getValue() instanceof BooleanType value
                && value.booleanValue();
    }

    private <T> Optional<T> code(String extension, Function<String, Optional<T>> known) {
        return codes(extension, known).stream().findFirst();
    }

    private <T> Set<T> codes(String extension, Function<String, Optional<T>> known) {
        return definition.getExtensionsByUrl(extension).stream()
                .map(value -> known(
                        extension.substring(extension.lastIndexOf('/') + 1),
                        value.hasValue() ? value.getValue().primitiveValue() : null,
                        known))
                .collect(inOrder());
    }

    private <T> T known(String element, String code, Function<String, Optional<T>> known) {
        return Optional.ofNullable(code)
                .flatMap(known)
                .orElseThrow(() -> faulty("%s has the unknown value %s".formatted(element, code)));
    }

    private String priority(String code) {
        boolean exists =
                Arrays.stream(ServiceRequestPriority.values()).anyMatch(priority -> code.equals(priority.toCode()));
        if (!exists) {
            throw faulty("there is no priority " + code);
        }
        return code;
    }

    private Duration duration(String text) {
        try {
            return Duration.parse(text);
        } catch (DateTimeParseException unreadable) {
            throw faulty("%s is not an ISO 8601 duration such as PT2H or P2D".formatted(text));
        }
    }

    private ResponseCalendar calendar(String code) {
        return known("calendar", code, ResponseCalendar::of);
    }

    private static Optional<String> part(Extension extension, String name) {
        return Optional.ofNullable(extension.getExtensionByUrl(name))
                .filter(Extension::hasValue)
                .map(part -> part.getValue().primitiveValue());
    }

    private String property(String name) {
        return properties(name).findFirst().orElseThrow(() -> faulty("CodeSystem/track lacks its " + name));
    }

    private Stream<String> properties(String name) {
        return concept.getProperty().stream()
                .filter(candidate -> candidate.getCode().equals(name))
                .map(ConceptPropertyComponent::getValue)
                .map(value -> value.primitiveValue());
    }

    private FaultyTrack faulty(String what) {
        return new FaultyTrack(source, what);
    }

    private static <T> Collector<T, ?, Set<T>> inOrder() {
        return Collectors.toCollection(LinkedHashSet::new);
    }
}
