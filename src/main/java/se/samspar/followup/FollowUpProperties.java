package se.samspar.followup;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How indicators are reported (UPP-1, UPP-3).
 *
 * @param fewest counts of fewer people than these are left out
 * @param onlyEnded are the figures of others reported once the period has ended only, as anywhere with real patients?
 */
@ConfigurationProperties("samspar.followup")
record FollowUpProperties(@DefaultValue("5") int fewest, @DefaultValue("true") boolean onlyEnded) {

    FollowUpProperties {
        if (fewest < 1 || fewest > Crowd.MOST) {
            throw new IllegalArgumentException("samspar.followup.fewest has to be 1 to " + Crowd.MOST);
        }
    }
}
