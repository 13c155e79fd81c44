package se.samspar.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Bundle.HTTPVerb;
import org.hl7.fhir.r4.model.Bundle.SearchEntryMode;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.samspar.support.HttpAnswer;
import se.samspar.support.InParallel;
import se.samspar.support.ServerProcess;
import se.samspar.support.UnitClient;

/** A server that gives little at once gives what it may, and says what it does not. */
class TightLimitsTest {

    private static final Pattern DATABASE = Pattern.compile("jdbc:postgresql://\\S+?(?=;)");

    private static final int PAGE = 5;
    private static final int RESULTS = 40;
    private static final int INCLUDED = 4;
    private static final int AT_ONCE = 3;

    /** A search by name looks here, a read by id does not. */
    private static final String BY_NAME = "Organization?name=ortopedi";

    @TempDir
    static Path folder;

    private static ServerProcess server;
    private static UnitClient dalby;
    private static UnitClient limhamn;

    @BeforeAll
    static void start() {
        server = ServerProcess.start(
                folder,
                "--samspar.search.page-size=" + PAGE,
                "--samspar.search.results=" + RESULTS,
                "--samspar.search.included=" + INCLUDED,
                "--samspar.search.timeout=3s",
                "--samspar.server.requests-at-once=" + AT_ONCE);
        dalby = server.as("vc-dalby");
        limhamn = server.as("vc-limhamn");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void aPageHasAsManyAsAreAskedForAndNoMoreThanItMay() {
        assertThat(matches(search("Organization?_count=" + (PAGE - 1)))).hasSize(PAGE - 1);
        Bundle most = search("Organization?_count=1000");
        assertThat(matches(most)).hasSize(PAGE);
        assertThat(most.getLink("next")).isNotNull();
    }

    @Test
    void aSearchThatFindsAllItMaySaysThatThereMayBeMore() {
        List<Bundle> pages = new ArrayList<>();
        for (String next = "PractitionerRole?_count=5"; next != null; next = next(pages.get(pages.size() - 1))) {
            pages.add(search(next));
        }

        assertThat(pages.stream().mapToLong(page -> matches(page).size()).sum())
                .isBetween((long) RESULTS, RESULTS + 1L); // HAPI looks for one more
        assertThat(outcomes(pages.get(pages.size() - 1))).singleElement().satisfies(outcome -> assertThat(
                        outcome.getIssueFirstRep().getCode())
                .isEqualTo(IssueType.INCOMPLETE));
        assertThat(outcomes(search("Organization?_id=vc-dalby"))).isEmpty();
    }

    @Test
    void aPageIncludesNoMoreThanItMay() {
        Bundle few = search("HealthcareService?organization=Organization/vc-dalby&_count=1&_include=*");
        assertThat(included(few)).isBetween(1L, (long) INCLUDED);
        Bundle many = search("Organization?_id=sus-ortopedi&_revinclude=*");
        assertThat(included(many)).isBetween(1L, (long) INCLUDED);
    }

    @Test
    void aSearchThatTakesTooLongIsStoppedAndMayBeTriedAgain() throws Exception {
        try (Connection blocked = blocked()) {
            HttpAnswer stopped = dalby.get(BY_NAME).refused(503);
            assertThat(stopped.header("Retry-After")).isNotBlank();
            assertThat(stopped.body()).contains("took longer than 3 seconds").doesNotContain("statement");

            Bundle batch = new Bundle().setType(BundleType.BATCH);
            batch.addEntry().getRequest().setMethod(HTTPVerb.GET).setUrl(BY_NAME);
            Bundle answer = dalby.post("", batch).expect(200).resource(Bundle.class);
            assertThat(answer.getEntryFirstRep().getResponse().getStatus()).startsWith("5");
            blocked.rollback();
        }
        assertThat(matches(search(BY_NAME))).isNotEmpty();
    }

    @Test
    void whoAsksForMoreAtOnceThanItMayWaitsAndTheOthersDoNot() throws Exception {
        List<Callable<HttpAnswer>> together = new ArrayList<>();
        for (int i = 0; i <= AT_ONCE; i++) {
            together.add(() -> dalby.get(BY_NAME));
        }
        together.add(() -> limhamn.get("Organization/vc-limhamn"));

        List<HttpAnswer> answers;
        try (Connection blocked = blocked()) {
            answers = InParallel.run(together);
            blocked.rollback();
        }

        assertThat(answers.subList(0, AT_ONCE + 1))
                .extracting(HttpAnswer::status)
                .containsExactlyInAnyOrder(429, 503, 503, 503);
        HttpAnswer refused = answers.stream()
                .filter(answer -> answer.status() == 429)
                .findFirst()
                .orElseThrow();
        assertThat(refused.refused(429).header("Retry-After")).isEqualTo("1");
        assertThat(refused.body()).contains("At most 3 requests");
        answers.get(AT_ONCE + 1).expect(200);
        assertThat(InParallel.run(AT_ONCE, () -> dalby.get(BY_NAME)))
                .extracting(HttpAnswer::status)
                .containsOnly(200);
    }

    /** Names cannot be searched for until this transaction ends. */
    private static Connection blocked() throws Exception {
        Matcher url = DATABASE.matcher(server.log());
        assertThat(url.find()).isTrue();
        Connection connection = DriverManager.getConnection(url.group(), "postgres", "postgres");
        connection.setAutoCommit(false);
        try (Statement lock = connection.createStatement()) {
            lock.execute("LOCK TABLE hfj_spidx_string IN ACCESS EXCLUSIVE MODE");
        }
        return connection;
    }

    private static Bundle search(String path) {
        return dalby.get(path).expect(200).resource(Bundle.class);
    }

    private static String next(Bundle page) {
        return page.getLink("next") == null
                ? null
                : page.getLink("next").getUrl().replaceFirst(".*/fhir/?", "");
    }

    private static List<BundleEntryComponent> matches(Bundle page) {
        return page.getEntry().stream()
                .filter(entry -> entry.getSearch().getMode() == SearchEntryMode.MATCH)
                .toList();
    }

    private static long included(Bundle page) {
        return page.getEntry().stream()
                .filter(entry -> entry.getSearch().getMode() == SearchEntryMode.INCLUDE)
                .count();
    }

    private static List<OperationOutcome> outcomes(Bundle page) {
        return page.getEntry().stream()
                .map(BundleEntryComponent::getResource)
                .filter(OperationOutcome.class::isInstance)
                .map(OperationOutcome.class::cast)
                .toList();
    }
}
