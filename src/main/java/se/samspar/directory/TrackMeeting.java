package se.samspar.directory;

import java.util.Optional;
import java.util.stream.Stream;

/** Where an accepted request is taken up. */
public enum TrackMeeting {
    /** Patient and primary care at the health centre, the specialist by video. */
    VIDEO("video"),
    /** The patient at the receiver. */
    VISIT("visit"),
    /** A conference without the patient, which takes up several cases: they are signed up for it. */
    CONFERENCE("conference");

    private final String code;

    TrackMeeting(String code) {
        this.code = code;
    }

    static Optional<TrackMeeting> of(String code) {
        return Stream.of(values()).filter(value -> value.code.equals(code)).findFirst();
    }
}
