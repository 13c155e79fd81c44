package se.samspar.followup;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseItemComponent;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseStatus;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import se.samspar.directory.Quarters;
import se.samspar.fhir.ResourcePath;
import se.samspar.fhir.generated.ExperienceScale;
import se.samspar.fhir.generated.Extensions;
import se.samspar.fhir.generated.Indicator;
import se.samspar.store.StoredRecord;

/**
 * What counts of a person's answers: whether they felt that they took part, and whether they felt secure (UPP-6). They count
 * at the end of their quarter, all at once: so no day tells who answered, and no period cuts a quarter in two, which the
 * summary of experiences tells of as a whole.
 *
 * <p>Of all units that took part the first is the one that began the case or asked for the consultation. The summary tells
 * sums to each of them, so all count as those who know.
 */
final class ExperienceFacts implements FactSource {

    private static final Set<String> PARTICIPATION = Set.of("decided", "informed", "listened");
    private static final Set<String> SECURITY = Set.of("contact", "handover");

    private final StoredRecord record;

    ExperienceFacts(StoredRecord record) {
        this.record = record;
    }

    /** Is it an indicator of answers, which units do not read of each other? */
    static boolean isOf(String indicator) {
        return Stream.of(Indicator.EXPERIENCE_PARTICIPATION, Indicator.EXPERIENCE_SECURITY)
                .anyMatch(known -> known.code().equals(indicator));
    }

    @Override
    public String type() {
        return "QuestionnaireResponse";
    }

    @Override
    public Stream<String> of(Resource resource) {
        return resource instanceof QuestionnaireResponse ? Stream.of(ResourcePath.of(resource)) : Stream.empty();
    }

    @Override
    public List<Fact> facts(String source) {
        return record.withReferrers(source).stream()
                .map(QuestionnaireResponse.class::cast)
                .filter(response -> response.getStatus() == QuestionnaireResponseStatus.COMPLETED)
                .flatMap(response -> facts(source, response))
                .toList();
    }

    private static Stream<Fact> facts(String source, QuestionnaireResponse response) {
        List<Reference> tookPart = response.getExtensionsByUrl(Extensions.TOOK_PART).stream()
                .map(Extension::getValue)
                .map(Reference.class::cast)
                .filter(ResourcePath::isOrganization)
                .toList();
        if (tookPart.isEmpty()) {
            return Stream.empty();
        }
        Instant quarterEnds = Quarters.end(Quarters.of(response.getAuthored().toInstant()));
        Instant counted = quarterEnds.minusMillis(1);
        FactMaker maker = FactMaker.of(
                source,
                Optional.of(response.getSubject()),
                Person.UNKNOWN,
                Stream.concat(tookPart.stream(), Stream.of(response.getAuthor())));
        Reference first = tookPart.get(0);
        return Stream.of(
                maker.share(Indicator.EXPERIENCE_PARTICIPATION, counted, first, agrees(response, PARTICIPATION)),
                maker.share(Indicator.EXPERIENCE_SECURITY, counted, first, agrees(response, SECURITY)));
    }

    /** Did they agree to a large extent or fully, whatever they were asked of these? */
    private static boolean agrees(QuestionnaireResponse response, Set<String> questions) {
        return response.getItem().stream()
                .filter(item -> questions.contains(item.getLinkId()))
                .allMatch(ExperienceFacts::agrees);
    }

    private static boolean agrees(QuestionnaireResponseItemComponent item) {
        return item.getAnswerFirstRep().getValue() instanceof Coding answer
                && (ExperienceScale.CODE_4.matches(answer) || ExperienceScale.CODE_5.matches(answer));
    }
}
