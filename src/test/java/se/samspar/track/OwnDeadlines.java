package se.samspar.track;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;

/** The deadlines of some work items, one a page: those of other tests in the same database are theirs. */
class OwnDeadlines extends DeadlineTable {

    private final Set<String> taskIds;

    OwnDeadlines(JdbcTemplate jdbc, String... taskIds) {
        super(jdbc);
        this.taskIds = Set.of(taskIds);
    }

    @Override
    List<Due> passed(Instant now, Due after, int most) {
        return firstOwn(super.passed(now, after, Integer.MAX_VALUE));
    }

    @Override
    List<Due> escalationsPending(Due after, int most) {
        return firstOwn(super.escalationsPending(after, Integer.MAX_VALUE));
    }

    private List<Due> firstOwn(List<Due> all) {
        return all.stream()
                .filter(due -> taskIds.contains(due.taskId()))
                .limit(1)
                .toList();
    }
}
