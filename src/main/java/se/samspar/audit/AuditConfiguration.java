package se.samspar.audit;

import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import se.samspar.store.RecordSubjects;

/** The log stands before all that may refuse a request. */
@Configuration(proxyBeanMethods = false)
class AuditConfiguration {

    @Bean
    FilterRegistrationBean<AuditFilter> auditFilter(AccessLog log, RecordSubjects subjects) {
        FilterRegistrationBean<AuditFilter> filter = new FilterRegistrationBean<>(new AuditFilter(log, subjects));
        filter.addUrlPatterns("/fhir/*");
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 1); // after the headers of every answer
        return filter;
    }
}
