package se.samspar.experience;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How experiences are summed up (OVP-19).
 *
 * @param fewestAnswers of fewer people than these nothing is told
 */
@ConfigurationProperties("samspar.experience")
record ExperienceProperties(@DefaultValue("5") int fewestAnswers) {}
