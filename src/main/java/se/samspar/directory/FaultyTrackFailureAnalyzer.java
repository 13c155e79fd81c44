package se.samspar.directory;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in one paragraph which track definition of the region stops the start. */
final class FaultyTrackFailureAnalyzer extends AbstractFailureAnalyzer<FaultyTrack> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, FaultyTrack cause) {
        return new FailureAnalysis(
                cause.getMessage() + ".",
                "Correct " + cause.source() + ", or take it out of the folder samspar.directory.tracks: the packaged"
                        + " definition of the track then holds. StructureDefinition/track-definition says what may"
                        + " stand in one.",
                cause);
    }
}
