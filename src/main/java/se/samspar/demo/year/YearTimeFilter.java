package se.samspar.demo.year;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.springframework.context.annotation.Profile;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import se.samspar.security.OutcomeResponse;

/** Lets the generator say when a request happens, and nobody else at any time. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 2) // after the headers of every answer, and the access log
@Profile("demo")
class YearTimeFilter extends OncePerRequestFilter {

    static final String HEADER = "X-Demo-Time";

    private final YearClock clock;

    YearTimeFilter(YearClock clock) {
        this.clock = clock;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String sent = request.getHeader(HEADER);
        if (sent == null) {
            chain.doFilter(request, response);
            return;
        }
        Optional<Instant> time = clock.read(sent);
        if (time.isEmpty()) {
            OutcomeResponse.send(
                    request,
                    response,
                    HttpStatus.BAD_REQUEST,
                    IssueType.INVALID,
                    "The header " + HEADER + " is the generator's of the demo year, while it makes one. Leave it out.");
            return;
        }
        clock.standAt(time.get());
        try {
            chain.doFilter(request, response);
        } finally {
            clock.goOn();
        }
    }
}
