package se.samspar.security;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How tokens are read.
 *
 * @param audience the {@code aud} that a token must carry; not checked when empty
 * @param unitClaim claim with the HSA-id of the unit acted for
 * @param careProviderClaim claim with the HSA-id of its care provider
 * @param employeeClaim claim with the HSA-id of the employee
 * @param patientClaim claim with the id of the Patient, in tokens of patients
 * @param purposeClaim claim with what the token was issued for
 * @param clientClaim claim with the OAuth client
 * @param breakGlass for how long a token with the purpose of an emergency opens records, from when it was issued
 * @param corsOrigins sites whose scripts may ask in a browser; none when empty
 * @param unitCache how long a unit's place in the directory is remembered
 */
@ConfigurationProperties("samspar.security")
record SecurityProperties(
        @DefaultValue("") String audience,
        @DefaultValue("careUnitHsaId") String unitClaim,
        @DefaultValue("careProviderHsaId") String careProviderClaim,
        @DefaultValue("employeeHsaId") String employeeClaim,
        @DefaultValue("patient") String patientClaim,
        @DefaultValue("purpose") String purposeClaim,
        @DefaultValue("sub") String clientClaim,
        @DefaultValue("PT1H") Duration breakGlass,
        @DefaultValue List<String> corsOrigins,
        @DefaultValue("30s") Duration unitCache) {}
