package se.samspar.server;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.IValidationSupport;
import ca.uhn.fhir.jpa.api.config.JpaStorageSettings;
import ca.uhn.fhir.jpa.api.dao.IFhirSystemDao;
import ca.uhn.fhir.jpa.provider.JpaSystemProvider;
import ca.uhn.fhir.jpa.search.DatabaseBackedPagingProvider;
import ca.uhn.fhir.rest.api.EncodingEnum;
import ca.uhn.fhir.rest.server.HardcodedServerAddressStrategy;
import ca.uhn.fhir.rest.server.IResourceProvider;
import ca.uhn.fhir.rest.server.RestfulServer;
import ca.uhn.fhir.rest.server.provider.ResourceProviderFactory;
import ca.uhn.fhir.rest.server.util.ISearchParamRegistry;
import java.util.List;
import org.apache.catalina.core.StandardHost;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Meta;
import org.hl7.fhir.r4.model.MetadataResource;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import se.samspar.fhir.OperationProvider;
import se.samspar.security.RequestGuard;
import se.samspar.store.Rehearsal;
import se.samspar.store.ResourceSize;

/** The FHIR REST endpoint under {@code /fhir}. */
@Configuration(proxyBeanMethods = false)
class RestConfiguration {

    @Bean
    RestfulServer restfulServer(
            FhirContext fhirContext,
            IFhirSystemDao<Bundle, Meta> systemDao,
            ResourceProviderFactory resourceProviders,
            JpaSystemProvider<Bundle, Meta> systemProvider,
            DatabaseBackedPagingProvider paging,
            JpaStorageSettings settings,
            ISearchParamRegistry searchParameters,
            IValidationSupport validationSupport,
            List<OperationProvider> operations,
            FhirPackage fhirPackage,
            ProfileValidation validation,
            ProfileOfType profiles,
            Rehearsal rehearsal,
            ResourceSize size,
            ControlParameters control,
            RequestGuard guard,
            OperationParameters parameters,
            OutgoingInterceptor outgoing,
            ErrorInterceptor errors,
            ServerProperties properties) {
        // A context of its own: definitions of the base specification and of other packages are read less strictly.
        FhirContext requests = FhirContext.forR4();
        requests.setParserErrorHandler(new UnknownContent());
        RestfulServer server = new RestfulServer(requests) {
            @Override
            protected String createPoweredByHeader() {
                return "Samspar"; // versions of the parts help nobody but an attacker
            }
        };
        server.registerInterceptor(size);
        server.registerInterceptor(control);
        server.registerInterceptor(guard);
        server.registerInterceptor(parameters);
        server.registerInterceptor(outgoing);
        server.registerInterceptor(errors);
        server.registerProviders(packageProviders(fhirContext, fhirPackage));
        server.registerProviders(operations);
        server.registerProviders(resourceProviders.createProviders().stream()
                .map(IResourceProvider.class::cast)
                .filter(provider ->
                        ResourceTypes.SERVED.contains(fhirContext.getResourceType(provider.getResourceType())))
                .toList());
        // HAPI asks the last registered first: ours before its own $validate, which knows no business rules.
        server.registerProviders(validateProviders(fhirContext, validation, profiles, rehearsal));
        server.registerProvider(systemProvider);
        server.setServerConformanceProvider(
                new Capabilities(server, systemDao, settings, searchParameters, validationSupport, fhirPackage));
        server.setServerName("Samspår");
        properties
                .address()
                .map(url -> new HardcodedServerAddressStrategy(url + "/fhir"))
                .ifPresent(server::setServerAddressStrategy);

        paging.setMaximumPageSize(JpaConfiguration.MAX_PAGE_SIZE);
        server.setPagingProvider(paging);
        server.setDefaultResponseEncoding(EncodingEnum.JSON);
        server.setUncompressIncomingContents(false);
        return server;
    }

    @SuppressWarnings("unchecked") // all of them are conformance resources
    private static List<PackageProvider> packageProviders(FhirContext fhirContext, FhirPackage fhirPackage) {
        return ResourceTypes.PACKAGED.stream()
                .map(type -> (Class<? extends MetadataResource>)
                        fhirContext.getResourceDefinition(type).getImplementingClass())
                .map(type -> new PackageProvider(type, fhirPackage))
                .toList();
    }

    @SuppressWarnings("unchecked") // R4 resource types are R4 resources
    private static List<ValidateProvider> validateProviders(
            FhirContext fhirContext, ProfileValidation validation, ProfileOfType profiles, Rehearsal rehearsal) {
        return ResourceTypes.SERVED.stream()
                .map(type -> (Class<? extends Resource>)
                        fhirContext.getResourceDefinition(type).getImplementingClass())
                .map(type -> new ValidateProvider(type, validation.validator(), profiles, rehearsal))
                .toList();
    }

    /** By servlet mapping rather than by text of the URI, which has many spellings; after the token check. */
    @Bean
    FilterRegistrationBean<BodyLimit> bodyLimit(ServerProperties properties) {
        FilterRegistrationBean<BodyLimit> filter = new FilterRegistrationBean<>(new BodyLimit(properties));
        filter.addUrlPatterns("/fhir/*");
        filter.setOrder(Ordered.LOWEST_PRECEDENCE);
        return filter;
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> tomcatErrors() {
        return factory -> factory.addContextCustomizers(
                context -> ((StandardHost) context.getParent()).setErrorReportValveClass(TomcatErrors.class.getName()));
    }

    @Bean
    ServletRegistrationBean<RestfulServer> fhirServlet(RestfulServer server) {
        ServletRegistrationBean<RestfulServer> servlet = new ServletRegistrationBean<>(server, "/fhir/*");
        servlet.setLoadOnStartup(1);
        return servlet;
    }
}
