package se.samspar.resident;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What a region decides about what residents are shown.
 *
 * @param nextStepShown for how long the next step that an answer names is one, as it has no time of its own
 */
@ConfigurationProperties("samspar.resident")
record ResidentProperties(@DefaultValue("P90D") Duration nextStepShown) {}
