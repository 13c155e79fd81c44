package se.samspar.server;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.ContactPoint;
import org.hl7.fhir.r4.model.ContactPoint.ContactPointSystem;
import org.hl7.fhir.r4.model.Narrative;
import org.hl7.fhir.r4.model.UrlType;
import org.hl7.fhir.utilities.xhtml.XhtmlNode;
import org.springframework.stereotype.Component;

/**
 * Finds what FHIR allows but would tell an outsider that a resource is being looked at, or run as a program when
 * somebody follows it: the record is shown by other units' systems, which did not choose its content.
 */
@Component
class ActiveContent extends ElementCheck {

    private static final Pattern SCHEME = Pattern.compile("([a-z][a-z0-9+.-]*):.*", Pattern.DOTALL);

    private static final Set<String> SCHEMES = Set.of("http", "https", "mailto", "tel", "sip", "sips", "urn");

    @Override
    Optional<String> fault(Base element) {
        if (element instanceof Narrative narrative && loads(narrative.getDiv())) {
            return Optional.of("A narrative has neither images nor styles of its own, which could be fetched from"
                    + " elsewhere when it is shown.");
        }
        boolean isLink = element instanceof UrlType
                || element instanceof ContactPoint contact && contact.getSystem() == ContactPointSystem.URL;
        String link = element instanceof ContactPoint contact ? contact.getValue() : element.primitiveValue();
        return isLink && link != null && !isHarmless(link)
                ? Optional.of(
                        "A link begins with one of " + SCHEMES.stream().sorted().toList() + ".")
                : Optional.empty();
    }

    private static boolean loads(XhtmlNode node) {
        return "img".equals(node.getName())
                || node.hasAttributes() && node.getAttributes().containsKey("style")
                || node.hasChildren() && node.getChildNodes().stream().anyMatch(ActiveContent::loads);
    }

    /** Browsers pass over white space and control characters in a link. A link without a scheme stays on its server. */
    private static boolean isHarmless(String link) {
        Matcher scheme =
                SCHEME.matcher(link.replaceAll("[\\p{Cntrl}\\p{Space}]", "").toLowerCase(Locale.ROOT));
        return !scheme.matches() || SCHEMES.contains(scheme.group(1));
    }
}
