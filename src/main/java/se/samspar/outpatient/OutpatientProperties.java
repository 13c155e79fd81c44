package se.samspar.outpatient;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How promptly messages are to be dealt with (OVP-1, OVP-2), in working days.
 *
 * @param acknowledgeWithin after the day a message was sent, until a receiver has acknowledged it
 * @param answerWithin after the day the receiver opened it, until it has answered one that asks for more
 */
@ConfigurationProperties("samspar.outpatient")
public record OutpatientProperties(@DefaultValue("1") int acknowledgeWithin, @DefaultValue("3") int answerWithin) {}
