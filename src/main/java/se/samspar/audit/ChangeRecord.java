package se.samspar.audit;

import java.util.List;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.stereotype.Component;
import se.samspar.store.AfterCommit;
import se.samspar.store.ChangeLog;
import se.samspar.store.RecordSubjects;

/** Logs each change in the change's own transaction: neither is there without the other. */
@Component
class ChangeRecord implements ChangeLog {

    private final AccessLog log;
    private final RecordSubjects subjects;

    ChangeRecord(AccessLog log, RecordSubjects subjects) {
        this.log = log;
        this.subjects = subjects;
    }

    @Override
    public void changed(List<Resource> written, List<Resource> before) {
        Trace trace = Trace.current()
                .orElseThrow(() -> new IllegalStateException("A change on somebody's behalf comes with a request"));
        About about = new About();
        written.forEach(about::show);
        try {
            log.add(trace.ofChange(about.resolve(subjects)));
        } catch (RuntimeException failure) {
            trace.lost();
            throw failure;
        }
        AfterCommit.run(() -> trace.committed(about));
    }
}
