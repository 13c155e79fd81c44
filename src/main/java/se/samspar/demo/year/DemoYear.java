package se.samspar.demo.year;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import se.samspar.directory.PublicHolidays;
import se.samspar.directory.SwedishTime;
import se.samspar.store.Background;
import se.samspar.store.IdentityLookups;

/**
 * Makes the year that {@code samspar.demo.year} asks for, once for a database: it ends yesterday, and is there before the server
 * says that it is ready. A few clients at once go through the courses, all of one person by the same client, so that they come
 * in their order and the year does not depend on who is quicker.
 */
@Component
@Profile("demo")
class DemoYear {

    private static final Logger log = LoggerFactory.getLogger(DemoYear.class);

    private static final int CLIENTS = 3;

    /** How often it says how far it has come. */
    private static final int PARTS = 10;

    private final YearProperties properties;
    private final YearMark mark;
    private final YearClock clock;
    private final Background background;
    private final PublicHolidays holidays;
    private final Environment environment;
    private final LoggingSystem logging;
    private final Queue<String> refusals = new ConcurrentLinkedQueue<>();

    DemoYear(
            YearProperties properties,
            YearMark mark,
            YearClock clock,
            Background background,
            PublicHolidays holidays,
            Environment environment,
            LoggingSystem logging) {
        this.properties = properties;
        this.mark = mark;
        this.clock = clock;
        this.background = background;
        this.holidays = holidays;
        this.environment = environment;
        this.logging = logging;
    }

    /** The region is there, and readiness is said after this. */
    @EventListener(ApplicationReadyEvent.class)
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void start() {
        if (properties.year() != null) {
            make(properties.year(), properties.seed());
        }
    }

    /** False where there is a year already. */
    boolean make(int courses, long seed) {
        Year year = new Year(SwedishTime.day(Clock.systemUTC().instant()).minusDays(1), holidays::isWorkingDay);
        if (!mark.begin(courses, seed, year.last())) {
            log.info("Demo year: there is one already");
            return false;
        }
        log.info("Demo year: {} courses from {} to {}, seed {}", courses, year.first(), year.last(), seed);
        Instant start = Instant.now();
        List<PlannedCourse> plan = YearPlan.of(year, courses, seed);
        Loopback server =
                new Loopback("http://localhost:" + environment.getRequiredProperty("local.server.port"), clock.open());
        try {
            background.hold(() -> withoutLookups(() -> run(year, plan, server)));
            Aims.set(year, server);
        } finally {
            clock.close();
        }
        mark.end();
        double seconds = Duration.between(start, Instant.now()).toMillis() / 1000.0;
        log.info(String.format(
                Locale.ROOT,
                "Demo year: %d courses and %d requests in %.0f s: %.1f and %.1f a second",
                courses,
                server.requests(),
                seconds,
                courses / seconds,
                server.requests() / seconds));
        return true;
    }

    /** Thousands of look-ups of made-up people would hide how far it has come; the access log has them all the same. */
    private void withoutLookups(Runnable made) {
        LogLevel before = logging.getLoggerConfiguration(IdentityLookups.LOGGER).getEffectiveLevel();
        logging.setLogLevel(IdentityLookups.LOGGER, LogLevel.WARN);
        try {
            made.run();
        } finally {
            logging.setLogLevel(IdentityLookups.LOGGER, before);
        }
    }

    private void run(Year year, List<PlannedCourse> plan, Loopback server) {
        Map<Integer, List<PlannedCourse>> shares = plan.stream().collect(Collectors.groupingBy(DemoYear::client));
        AtomicInteger done = new AtomicInteger();
        Consumer<PlannedCourse> client = course -> {
            attempt(year, course, server);
            sayHowFar(done.incrementAndGet(), plan.size());
        };
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        try {
            CompletionService<Void> running = new ExecutorCompletionService<>(clients);
            shares.values().forEach(share -> running.submit(() -> share.forEach(client), null));
            for (int i = 0; i < shares.size(); i++) {
                running.take().get(); // of several the first that is refused, at once
            }
        } catch (ExecutionException refused) {
            throw new IllegalStateException("The demo year could not be made", refused.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        } finally {
            clients.shutdownNow();
        }
    }

    /** A course that comes to grief ends there, as one that is given up; the others are not to suffer from it. */
    private void attempt(Year year, PlannedCourse course, Loopback server) {
        try {
            run(year, course, server);
        } catch (Loopback.Refused refused) {
            refusals.add(refused.getMessage());
            log.warn("Demo year: a course of {} ends early. {}", course.kind(), refused.getMessage());
        }
    }

    /** What the server has refused of the year: nothing, unless the courses are wrong. */
    List<String> refusals() {
        return List.copyOf(refusals);
    }

    private static void sayHowFar(int done, int all) {
        if (done < all && done % Math.max(1, all / PARTS) == 0) {
            log.info("Demo year: {} of {} courses", done, all);
        }
    }

    private static int client(PlannedCourse course) {
        return Math.floorMod(course.patient().personnummer().hashCode(), CLIENTS);
    }

    static void run(Year year, PlannedCourse course, Loopback server) {
        Chance chance = new Chance(course.seed());
        Diary diary = new Diary(year, new Chance(chance.seed()), course.start());
        try {
            course.kind().course().run(new Scene(server, diary, chance, course.patient()));
        } catch (NotYet goesOn) {
            log.trace("A course goes on after the year");
        }
    }
}
