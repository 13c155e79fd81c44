package se.samspar.server;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.api.EncodingEnum;
import ca.uhn.fhir.rest.api.SummaryEnum;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.exceptions.InvalidRequestException;
import ca.uhn.fhir.rest.server.exceptions.UnclassifiedServerFailureException;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Refuses values of {@code _count}, {@code _summary} and the like that HAPI would pass over or stumble on. */
@Component
@Interceptor
class ControlParameters {

    private static final Set<String> COUNTS = Set.of("_count", "_offset", "_getpagesoffset");

    @Hook(Pointcut.SERVER_INCOMING_REQUEST_POST_PROCESSED)
    public void check(RequestDetails request) {
        request.getParameters().forEach((name, values) -> {
            for (String value : values) {
                check(name, value);
            }
        });
    }

    private static void check(String name, String value) {
        if (COUNTS.contains(name) && !value.matches("\\d{1,9}")) {
            throw refused(name, "a number that is not negative");
        }
        if (name.equals("_summary") && SummaryEnum.fromCode(value) == null) {
            throw refused(name, "true, false, text, data or count");
        }
        if (name.endsWith(":missing") && !Set.of("true", "false").contains(value)) {
            throw refused(name, "true or false");
        }
        EncodingEnum format = name.equals("_format") ? EncodingEnum.forContentType(value.split(";")[0].trim()) : null;
        if (name.equals("_format") && format != EncodingEnum.JSON && format != EncodingEnum.XML) {
            throw new UnclassifiedServerFailureException(
                    HttpStatus.NOT_ACCEPTABLE.value(), "Answers are JSON or XML: _format=json or _format=xml.");
        }
    }

    private static InvalidRequestException refused(String name, String wanted) {
        return new InvalidRequestException("Parameter '" + name + "' is " + wanted + ".");
    }
}
