package se.samspar.pathway.monitoring;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How promptly values outside the limits are to be dealt with.
 *
 * @param acknowledgeWithin working days after the day on which the value came
 */
@ConfigurationProperties("samspar.monitoring")
record MonitoringProperties(@DefaultValue("1") int acknowledgeWithin) {}
