package se.samspar.audit;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.rest.api.Constants;
import java.util.List;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.springframework.jdbc.core.JdbcTemplate;
import se.samspar.support.DemoRequests;
import se.samspar.support.HttpAnswer;
import se.samspar.support.SamsparApi;
import se.samspar.support.TestPatients;

/** What the log has of a request, found by the request's id. */
final class LoggedAccesses {

    private final AccessLog log;

    LoggedAccesses(JdbcTemplate jdbc) {
        log = new AccessLog(jdbc);
    }

    List<Access> of(HttpAnswer answer) {
        return log.find(List.of("request_id = ?"), List.of(answer.header(Constants.HEADER_REQUEST_ID)), 100).stream()
                .map(AccessEvent::access)
                .toList();
    }

    /** The row of a request that has one. */
    Access only(HttpAnswer answer) {
        List<Access> rows = of(answer);
        assertThat(rows).hasSize(1);
        return rows.get(0);
    }

    /** A request of a patient of its own from Dalby to orthopaedics. */
    static ServiceRequest submitted(SamsparApi api) {
        return api.as("vc-dalby")
                .post("ServiceRequest/$submit", DemoRequests.submit(DemoRequests.consultation(), TestPatients.next()))
                .expect(200)
                .entry(ServiceRequest.class);
    }

    static String path(ServiceRequest request) {
        return "ServiceRequest/" + request.getIdElement().getIdPart();
    }

    static String patient(ServiceRequest request) {
        return request.getSubject().getReferenceElement().getIdPart();
    }
}
