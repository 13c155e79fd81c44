package se.samspar.directory;

import java.util.Optional;
import java.util.stream.Stream;

/** What is booked when a request is accepted for a time. */
public enum TrackMeeting {
    /** Patient and primary care at the health centre, the specialist by video. */
    VIDEO("video"),
    /** The patient at the receiver. */
    VISIT("visit");

    private final String code;

    TrackMeeting(String code) {
        this.code = code;
    }

    static Optional<TrackMeeting> of(String code) {
        return Stream.of(values()).filter(value -> value.code.equals(code)).findFirst();
    }
}
