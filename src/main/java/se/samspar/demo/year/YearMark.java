package se.samspar.demo.year;

import java.time.LocalDate;
import java.util.List;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** That the database has a year, so that it gets no second one. */
@Component
@Profile("demo")
class YearMark {

    private final JdbcTemplate jdbc;

    YearMark(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * False where there is one already.
     *
     * @throws IllegalStateException where a part of one is there
     */
    boolean begin(int courses, long seed, LocalDate last) {
        boolean isFirst = jdbc.update(
                        "INSERT INTO demo_year (courses, seed, last_day) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
                        courses,
                        seed,
                        last)
                == 1;
        if (!isFirst && !isWhole()) {
            throw new IllegalStateException(
                    "The year in this database was not made to its end. Delete the data folder for a new beginning.");
        }
        return isFirst;
    }

    private boolean isWhole() {
        return List.of(true).equals(jdbc.queryForList("SELECT is_whole FROM demo_year", Boolean.class));
    }

    void end() {
        jdbc.update("UPDATE demo_year SET is_whole = true");
    }
}
