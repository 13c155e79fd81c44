package se.samspar.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.filter.OncePerRequestFilter;
import se.samspar.rule.Actor;
import se.samspar.store.Call;

/** Turns a validated token into the {@link Actor} that the rest of the server goes by. */
final class ActorFilter extends OncePerRequestFilter {

    /** By so much may the issuer's clock be ahead. */
    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(1);

    /** What an id may be: a blank one would be no bound at all to what is searched. */
    private static final String PATIENT_ID = "[A-Za-z0-9.-]{1,64}";

    private final Units units;
    private final SecurityProperties properties;

    ActorFilter(Units units, SecurityProperties properties) {
        this.units = units;
        this.properties = properties;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication instanceof JwtAuthenticationToken token) {
            Actor actor = actor(token.getToken());
            request.setAttribute(Call.ACTOR_ATTRIBUTE, actor); // of a refusal too, the access log says whose it was
            if (actor.client().isBlank()) {
                OutcomeResponse.send(
                        request,
                        response,
                        HttpStatus.FORBIDDEN,
                        IssueType.FORBIDDEN,
                        "The token names no client. It needs the claim " + properties.clientClaim() + ".");
                return;
            }
            if (actor.patient().filter(id -> !id.matches(PATIENT_ID)).isPresent()) {
                OutcomeResponse.send(
                        request,
                        response,
                        HttpStatus.FORBIDDEN,
                        IssueType.FORBIDDEN,
                        "The token names no patient. Its claim " + properties.patientClaim()
                                + " has to be the id of a Patient.");
                return;
            }
            if (actor.unit().isEmpty()
                    && !actor.isPatient()
                    && !actor.has(Actor.ADMIN_SCOPE)
                    && !actor.has(Actor.POPULATION_SCOPE)) {
                OutcomeResponse.send(
                        request,
                        response,
                        HttpStatus.FORBIDDEN,
                        IssueType.FORBIDDEN,
                        "The token names no unit of the directory. It needs the claim " + properties.unitClaim()
                                + " with the HSA-id of the unit acted for.");
                return;
            }
            if (actor.isInEmergency()) {
                Instant end = endOfEmergency(token.getToken());
                if (!Instant.now().isBefore(end)) {
                    OutcomeResponse.send(
                            request,
                            response,
                            HttpStatus.FORBIDDEN,
                            IssueType.FORBIDDEN,
                            "The emergency that this token was issued for is over. A new one needs a new token and a"
                                    + " reason of its own.");
                    return;
                }
                request.setAttribute(BreakGlass.END, end);
            }
        }
        chain.doFilter(request, response);
    }

    /** A token that does not say when it was issued, or says a time to come, opens nothing. */
    private Instant endOfEmergency(Jwt token) {
        return Optional.ofNullable(token.getIssuedAt())
                .filter(issued -> issued.isBefore(Instant.now().plus(CLOCKS_DIFFER)))
                .map(issued -> issued.plus(properties.breakGlass()))
                .orElse(Instant.MIN);
    }

    /** A patient's token names no unit: one that does is a unit's, whoever's record was open when it was issued. */
    private Actor actor(Jwt token) {
        Optional<String> unitHsaId = claim(token, properties.unitClaim());
        Optional<String> patient = unitHsaId.isPresent() ? Optional.empty() : claim(token, properties.patientClaim());
        return new Actor(
                claim(token, properties.clientClaim()).orElse(""),
                unitHsaId.flatMap(units::idOf),
                unitHsaId,
                claim(token, properties.careProviderClaim()),
                claim(token, properties.employeeClaim()),
                patient,
                claim(token, properties.purposeClaim()),
                patient.isPresent() ? Scopes.ofPatient(scopes(token)) : scopes(token));
    }

    private static Optional<String> claim(Jwt token, String name) {
        return Optional.ofNullable(token.getClaimAsString(name));
    }

    /** Issuers write scopes as one string or as a list, in {@code scope} or in {@code scp}. */
    private static Set<String> scopes(Jwt token) {
        return Stream.of("scope", "scp")
                .map(token.getClaims()::get)
                .flatMap(claim -> claim instanceof Collection<?> list
                        ? list.stream().map(String::valueOf)
                        : claim == null
                                ? Stream.empty()
                                : Arrays.stream(claim.toString().split(" ")))
                .collect(Collectors.toUnmodifiableSet());
    }
}
