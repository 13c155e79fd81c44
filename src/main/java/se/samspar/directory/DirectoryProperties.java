package se.samspar.directory;

import java.nio.file.Path;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What a region decides about its calendar and its tracks.
 *
 * @param closedEves eves that count as public holidays although the law does not make them so
 * @param tracks folder with track definitions (ActivityDefinition in JSON) that replace packaged ones; none when empty
 */
@ConfigurationProperties("samspar.directory")
record DirectoryProperties(
        @DefaultValue({"MIDSUMMER_EVE", "CHRISTMAS_EVE", "NEW_YEARS_EVE"}) Set<Eve> closedEves, Path tracks) {

    /** Eves that the Swedish calendar of the holiday library lists under these keys. */
    enum Eve {
        MIDSUMMER_EVE,
        CHRISTMAS_EVE,
        NEW_YEARS_EVE
    }
}
