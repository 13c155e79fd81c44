package se.samspar.bench;

import java.util.regex.Pattern;

/** What the servers are made to do. */
enum Work {
    READ("read a ServiceRequest by id", "\"resourceType\":\"ServiceRequest\"", 1),
    INBOX("inbox page: 20 newest requested tasks of a unit", "\"resourceType\":\"Task\"", 20),
    SUBMIT("send a request: ServiceRequest, Task, Patient", "\"resourceType\":\"ServiceRequest\"", 1);

    private final String title;
    private final Pattern expected;
    private final long times;

    Work(String title, String expected, long times) {
        this.title = title;
        this.expected = Pattern.compile(expected, Pattern.LITERAL);
        this.times = times;
    }

    String title() {
        return title;
    }

    /** A server that answers quickly but not what was asked must not look fast. */
    void check(String answer) {
        long found = expected.matcher(answer).results().count();
        if (found != times) {
            throw new IllegalStateException("%s: expected %d times %s, found %d in %.600s"
                    .formatted(this, times, expected.pattern(), found, answer));
        }
    }
}
