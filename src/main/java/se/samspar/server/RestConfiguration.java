package se.samspar.server;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.IValidationSupport;
import ca.uhn.fhir.jpa.api.config.JpaStorageSettings;
import ca.uhn.fhir.jpa.api.dao.IFhirSystemDao;
import ca.uhn.fhir.jpa.search.DatabaseBackedPagingProvider;
import ca.uhn.fhir.rest.api.EncodingEnum;
import ca.uhn.fhir.rest.server.HardcodedServerAddressStrategy;
import ca.uhn.fhir.rest.server.RestfulServer;
import ca.uhn.fhir.rest.server.util.ISearchParamRegistry;
import org.apache.catalina.core.StandardHost;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Meta;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import se.samspar.security.BodyShape;
import se.samspar.security.SearchLimits;

/** The FHIR REST endpoint under {@code /fhir}. */
@Configuration(proxyBeanMethods = false)
class RestConfiguration {

    @Bean
    RestfulServer restfulServer(
            RestInterceptors interceptors,
            RestProviders providers,
            DatabaseBackedPagingProvider paging,
            ServerProperties properties,
            SearchLimits limits) {
        // A context of its own: definitions of the base specification and of other packages are read less strictly.
        FhirContext requests = FhirContext.forR4();
        requests.setParserErrorHandler(new UnknownContent());
        RestfulServer server = new RestfulServer(requests) {
            @Override
            protected String createPoweredByHeader() {
                return "Samspar"; // versions of the parts help nobody but an attacker
            }
        };
        interceptors.inOrder().forEach(server::registerInterceptor);
        server.registerProviders(providers.inOrder());
        server.setServerName("Samspår");
        properties
                .address()
                .map(url -> new HardcodedServerAddressStrategy(url + "/fhir"))
                .ifPresent(server::setServerAddressStrategy);

        paging.setMaximumPageSize(limits.pageSize());
        server.setPagingProvider(paging);
        server.setDefaultResponseEncoding(EncodingEnum.JSON);
        server.setUncompressIncomingContents(false);
        return server;
    }

    @Bean
    Capabilities capabilities(
            RestfulServer server,
            IFhirSystemDao<Bundle, Meta> systemDao,
            JpaStorageSettings settings,
            ISearchParamRegistry searchParameters,
            IValidationSupport validationSupport,
            FhirPackage fhirPackage) {
        return new Capabilities(server, systemDao, settings, searchParameters, validationSupport, fhirPackage);
    }

    /** By servlet mapping rather than by text of the URI, which has many spellings; after the token check. */
    @Bean
    FilterRegistrationBean<BodyLimit> bodyLimit(ServerProperties properties, BodyShape shape) {
        FilterRegistrationBean<BodyLimit> filter = new FilterRegistrationBean<>(new BodyLimit(properties, shape));
        filter.addUrlPatterns("/fhir/*");
        filter.setOrder(Ordered.LOWEST_PRECEDENCE);
        return filter;
    }

    /** After the token check, which says who asks, and before the body is read. */
    @Bean
    FilterRegistrationBean<RequestsAtOnce> requestsAtOnce(ServerProperties properties) {
        FilterRegistrationBean<RequestsAtOnce> filter = new FilterRegistrationBean<>(new RequestsAtOnce(properties));
        filter.addUrlPatterns("/fhir/*");
        filter.setOrder(Ordered.LOWEST_PRECEDENCE - 1);
        return filter;
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> tomcatErrors() {
        return factory -> factory.addContextCustomizers(
                context -> ((StandardHost) context.getParent()).setErrorReportValveClass(TomcatErrors.class.getName()));
    }

    @Bean
    ServletRegistrationBean<RestfulServer> fhirServlet(RestfulServer server, Capabilities capabilities) {
        server.setServerConformanceProvider(capabilities);
        ServletRegistrationBean<RestfulServer> servlet = new ServletRegistrationBean<>(server, "/fhir/*");
        servlet.setLoadOnStartup(1);
        return servlet;
    }
}
