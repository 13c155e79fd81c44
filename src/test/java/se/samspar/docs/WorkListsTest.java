package se.samspar.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.hl7.fhir.r4.model.Bundle;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.samspar.support.SamsparApi;
import se.samspar.support.SamsparTest;

/** Every search that the guide offers for work lists is answered as it stands there. */
@SamsparTest
class WorkListsTest {

    private static final Pattern SEARCH = Pattern.compile("`((?:Task|Communication)\\?[^`]+)`");

    @Autowired
    SamsparApi api;

    @Test
    void everyWorkListOfTheGuideIsAnswered() throws IOException {
        String page = Files.readString(Path.of("ig/pages/search.md"));
        List<String> searches = SEARCH.matcher(page.substring(page.indexOf("## Work lists")))
                .results()
                .map(MatchResult::group)
                .map(search -> search.replace("`", ""))
                .map(search -> search.replace("Organization/x", "Organization/sus-ortopedi"))
                .map(search -> search.replace("PractitionerRole/y", "PractitionerRole/sus-ortopedi-lakare-1"))
                .toList();
        assertThat(searches).hasSizeGreaterThan(5).allSatisfy(search -> assertThat(api.as("sus-ortopedi")
                        .get(search + "&_count=5")
                        .expect(200)
                        .resource(Bundle.class)
                        .getLink("self")
                        .getUrl())
                .as(search)
                .contains(search.substring(0, search.indexOf('?'))));
    }
}
