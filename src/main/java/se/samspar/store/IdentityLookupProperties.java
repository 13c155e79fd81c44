package se.samspar.store;

import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How often people may be looked up by their identity.
 *
 * @param perMinute identifiers that a unit may ask for in a minute, on each node
 * @param units other numbers for single units, by their HSA-id
 */
@ConfigurationProperties("samspar.identity-lookup")
record IdentityLookupProperties(@DefaultValue("600") int perMinute, @DefaultValue Map<String, Integer> units) {}
