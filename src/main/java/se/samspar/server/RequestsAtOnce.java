package se.samspar.server;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;
import se.samspar.rule.Actor;
import se.samspar.security.OutcomeResponse;
import se.samspar.store.Call;

/**
 * A client that sends more at once than it may is told to wait, so that the others are served: it would occupy every
 * thread otherwise. Counted for each client and the unit or patient that it acts for; without a token for each address.
 */
class RequestsAtOnce extends OncePerRequestFilter {

    private final int most;
    private final int mostWithoutToken;
    private final ConcurrentMap<String, Integer> underWay = new ConcurrentHashMap<>();

    RequestsAtOnce(ServerProperties properties) {
        most = properties.requestsAtOnce();
        mostWithoutToken = properties.requestsAtOnceWithoutToken();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Actor actor = request.getAttribute(Call.ACTOR_ATTRIBUTE) instanceof Actor known ? known : null;
        String sender = actor == null
                ? "address " + request.getRemoteAddr()
                : "client " + actor.client() + " of "
                        + actor.unitHsaId().or(actor::patient).orElse("no unit");
        int limit = actor == null ? mostWithoutToken : most;
        try {
            if (underWay.merge(sender, 1, Integer::sum) <= limit) {
                chain.doFilter(request, response);
            } else {
                response.setHeader("Retry-After", "1");
                OutcomeResponse.send(
                        request,
                        response,
                        HttpStatus.TOO_MANY_REQUESTS,
                        IssueType.THROTTLED,
                        "At most " + limit + " requests of yours are handled at once. Wait for an answer, then retry.");
            }
        } finally {
            underWay.computeIfPresent(sender, (who, count) -> count == 1 ? null : count - 1);
        }
    }
}
