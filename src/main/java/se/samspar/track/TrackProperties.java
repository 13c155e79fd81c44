package se.samspar.track;

import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What a region decides about requests.
 *
 * @param videoBaseUrl where its video service has the rooms; a link is this and an unguessable room
 * @param meetingLength how long a consultation is booked for
 */
@ConfigurationProperties("samspar.track")
record TrackProperties(
        @DefaultValue("https://video.samspar.example/rum/") URI videoBaseUrl,
        @DefaultValue("PT30M") Duration meetingLength) {}
