package se.samspar.deviation;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How promptly deviations are to be dealt with (OVP-18).
 *
 * @param answerWithin working days after the day of the report until the unit concerned has answered
 */
@ConfigurationProperties("samspar.deviation")
record DeviationProperties(@DefaultValue("10") int answerWithin) {}
