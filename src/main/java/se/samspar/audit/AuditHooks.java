package se.samspar.audit;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.server.RestfulServer;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/** Tells the request's trace what HAPI has read and is about to answer, before anybody refuses or cuts it. */
@Component
@Interceptor
public class AuditHooks implements SmartInitializingSingleton {

    private static final int FIRST = -1000;
    private static final String LOG = "AuditEvent";

    private final RestfulServer server;

    AuditHooks(RestfulServer server) {
        this.server = server;
    }

    @Override
    public void afterSingletonsInstantiated() {
        server.registerInterceptor(this);
        // Which version was read is what the log is for.
        server.getFhirContext().getParserOptions().setDontStripVersionsFromReferencesAtPaths("AuditEvent.entity.what");
    }

    @Hook(value = Pointcut.SERVER_INCOMING_REQUEST_PRE_HANDLED, order = FIRST)
    public void onRequest(ServletRequestDetails request) {
        Trace.of(request.getServletRequest())
                .ifPresent(trace -> trace.sent((Resource) request.getResource(), request.getParameters()));
    }

    @Hook(value = Pointcut.SERVER_OUTGOING_RESPONSE, order = FIRST)
    public void onAnswer(IBaseResource answer, ServletRequestDetails request) {
        Trace.of(request.getServletRequest()).ifPresent(trace -> trace.answered((Resource) answer));
        if (answer instanceof Bundle page && LOG.equals(request.getResourceName())) {
            page.setTotalElement(null); // HAPI gives the size of the page for a total that nobody has counted
        }
    }
}
