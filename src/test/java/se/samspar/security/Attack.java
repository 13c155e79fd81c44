package se.samspar.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.core.io.ClassPathResource;
import se.samspar.support.RawHttp;
import se.samspar.support.RawHttp.Answer;

/**
 * A line of a table of attempts to learn what is another's.
 *
 * @param theme heading that it stands under
 * @param request method and path
 * @param status expected
 * @param more headers, and last of all a body that begins with a brace or an equals sign
 */
record Attack(String theme, String request, String status, List<String> more) {

    /** The status of a search that finds nothing. */
    private static final String EMPTY = "none";

    /** Two searches are never the same bytes: their id, when they were made, and their page links. */
    private static final String NEVER_THE_SAME =
            "\"id\":\"[^\"]*\"|\"lastUpdated\":\"[^\"]*\"|_getpages=[^&\"]*|request id \\w+|\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?";

    /** All lines of a table among the test resources. */
    static Stream<Attack> table(String name) throws IOException {
        List<Attack> attacks = new ArrayList<>();
        String theme = "";
        for (String line : new ClassPathResource(name)
                .getContentAsString(StandardCharsets.UTF_8)
                .lines()
                .toList()) {
            if (line.startsWith("#")) {
                theme = line.replaceFirst("#+\\s*", "");
            } else if (!line.isBlank()) {
                attacks.add(Attack.of(theme, line.strip()));
            }
        }
        return attacks.stream();
    }

    private static Attack of(String theme, String line) {
        String[] cells = line.split("\\s*\\|\\s*");
        return new Attack(theme, cells[0], cells[1], Arrays.asList(cells).subList(2, cells.length));
    }

    /** The same with something of the attacker's own in the place of its name. */
    Attack with(String name, String value) {
        return new Attack(
                theme,
                request.replace(name, value),
                status,
                more.stream().map(text -> text.replace(name, value)).toList());
    }

    /**
     * Makes the attempt with this token, and once more after what is not there at all: it gets the status that is expected,
     * nothing of the victim's, and the very same answer.
     */
    void tellsNothing(String baseUrl, String token, Secrets victim, Secrets nobodys) {
        Answer answer = made(baseUrl, token, victim);
        String sent = victim.in(request + more);

        if (status.equals(EMPTY)) {
            assertThat(answer.status()).as(answer.text()).isEqualTo(200);
            assertThat(answer.body()).contains("\"total\":0").doesNotContain("\"entry\"");
        } else {
            assertThat(answer.status()).as(answer.text()).isEqualTo(Integer.parseInt(status));
        }
        victim.assertHidden(answer.text(), sent);
        assertThat(answer.text()).doesNotContainPattern("\\w\\.\\w+Exception|HAPI-\\d|\tat ");
        Answer after = made(baseUrl, token, nobodys);
        assertThat(blank(victim, answer)).isEqualTo(blank(nobodys, after));
    }

    private Answer made(String baseUrl, String token, Secrets victim) {
        List<String> headers = new ArrayList<>(List.of("Authorization: Bearer " + token));
        String body = "";
        for (String next : more) {
            if (next.matches("(?s)[{=<].*")) {
                body = victim.in(next.replaceFirst("^=", ""));
            } else {
                headers.add(victim.in(next));
            }
        }
        if (!body.isEmpty() && headers.stream().noneMatch(header -> header.startsWith("Content-Type"))) {
            headers.add("Content-Type: application/" + (body.startsWith("{") ? "fhir+json" : "x-www-form-urlencoded"));
        }
        return RawHttp.send(baseUrl, victim.in(request), body, headers.toArray(String[]::new));
    }

    private static String blank(Secrets victim, Answer answer) {
        return answer.status() + " " + victim.out(answer.body()).replaceAll(NEVER_THE_SAME, "~");
    }

    @Override
    public String toString() {
        return theme + ": " + request + (more.isEmpty() ? "" : " " + more);
    }
}
