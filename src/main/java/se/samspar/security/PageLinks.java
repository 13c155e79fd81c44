package se.samspar.security;

import ca.uhn.fhir.interceptor.model.RequestPartitionId;
import ca.uhn.fhir.jpa.entity.Search;
import ca.uhn.fhir.jpa.search.cache.ISearchCacheSvc;
import ca.uhn.fhir.rest.server.exceptions.ResourceGoneException;
import ca.uhn.fhir.rest.server.util.ICachedSearchDetails;
import java.util.Optional;
import org.springframework.stereotype.Component;
import se.samspar.rule.Actor;

/**
 * A page link is its searcher's own: to another unit even the total would tell. HAPI keeps the text of a search to use
 * its results again for the same text; as that is switched off, who searched is kept in its place.
 */
@Component
class PageLinks {

    private static final String EMERGENCY = " about ";

    private final ISearchCacheSvc searches;

    PageLinks(ISearchCacheSvc searches) {
        this.searches = searches;
    }

    static void claim(ICachedSearchDetails details, Actor actor, Optional<String> opened) {
        if (details instanceof Search search) {
            search.setSearchQueryString(
                    searcher(actor) + opened.map(EMERGENCY::concat).orElse(""), RequestPartitionId.allPartitions());
        }
    }

    /** The patient whose record the search opened in an emergency, as the same employee pages on. */
    Optional<String> openedBy(Actor actor, String page) {
        return searcherOf(page)
                .filter(searcher -> searcher.startsWith(searcher(actor) + EMERGENCY))
                .map(searcher -> searcher.substring((searcher(actor) + EMERGENCY).length()));
    }

    private Optional<String> searcherOf(String page) {
        return searches.fetchByUuid(page, RequestPartitionId.allPartitions()).map(Search::getSearchQueryString);
    }

    /**
     * The type that the pages list.
     *
     * @throws ResourceGoneException when the link is another's, as when there is none
     */
    String typeOfOwn(Actor actor, String page) {
        return searches.fetchByUuid(page, RequestPartitionId.allPartitions())
                .filter(search -> searcher(actor).equals(search.getSearchQueryString())
                        || openedBy(actor, page).isPresent())
                .map(Search::getResourceType)
                .orElseThrow(() -> new ResourceGoneException("The page link has expired. Search again."));
    }

    private static String searcher(Actor actor) {
        String unit = actor.unit()
                .map("unit "::concat)
                .or(() -> actor.patient().map("patient "::concat))
                .orElseGet(() -> "client " + actor.client());
        return actor.isInEmergency()
                ? unit + " employee " + actor.employeeHsaId().orElse("")
                : unit;
    }
}
