package se.samspar.audit;

import ca.uhn.fhir.rest.param.DateRangeParam;
import ca.uhn.fhir.rest.param.ReferenceParam;
import ca.uhn.fhir.rest.param.TokenParam;
import ca.uhn.fhir.rest.server.exceptions.ForbiddenOperationException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import se.samspar.rule.Actor;

/** What rows of the log a reader asks for, within those that are the reader's at all. */
final class AccessConditions {

    /** The second half is that of the index. */
    private static final String OF_PATIENT = "patients @> ARRAY[?::text] AND patients <> '{}'";

    private final List<String> sql = new ArrayList<>();
    private final List<Object> values = new ArrayList<>();

    private AccessConditions() {}

    /** A patient's: what others did about them, and were let do. A reviewer's: what the unit's staff did. */
    static AccessConditions of(Actor actor) {
        AccessConditions own = new AccessConditions();
        if (actor.isPatient()) {
            own.and(OF_PATIENT, actor.patient().orElseThrow());
            own.sql.add("patient IS NULL AND client IS NOT NULL AND status < 400");
        } else {
            own.and(
                    "unit_hsa_id = ?",
                    actor.unitHsaId()
                            .orElseThrow(() -> new ForbiddenOperationException("Only a unit reviews its log.")));
        }
        return own;
    }

    /** What was answered as if it were not there is nobody's, for the reader either. */
    AccessConditions patient(ReferenceParam patient) {
        return patient == null ? this : and(OF_PATIENT + " AND status <> 404", patient.getIdPart());
    }

    AccessConditions date(DateRangeParam date) {
        if (date == null) {
            return this;
        }
        Date from = date.getLowerBoundAsInstant();
        Date to = date.getUpperBoundAsInstant();
        if (from != null) {
            and("occurred >= ?", Timestamp.from(from.toInstant()));
        }
        // The bound is a millisecond, the whole of which belongs to it.
        return to == null
                ? this
                : and("occurred < ?", Timestamp.from(to.toInstant().plusMillis(1)));
    }

    /** By HSA-id, alone or after its system. */
    AccessConditions agent(ReferenceParam agent) {
        return agent == null
                ? this
                : and("employee_hsa_id = ?", agent.getValue().replaceFirst("^.*[|/]", ""));
    }

    AccessConditions purpose(TokenParam purpose) {
        return purpose == null ? this : and("purpose = ?", purpose.getValue());
    }

    AccessConditions outcome(TokenParam outcome) {
        if (outcome == null) {
            return this;
        }
        List<Integer> statuses = AuditEvents.statuses(outcome.getValue());
        return and("status >= ?", statuses.get(0)).and("status < ?", statuses.get(1));
    }

    AccessConditions before(long id) {
        return and("id < ?", id);
    }

    private AccessConditions and(String condition, Object value) {
        sql.add(condition);
        values.add(value);
        return this;
    }

    List<String> sql() {
        return sql;
    }

    List<Object> values() {
        return values;
    }
}
