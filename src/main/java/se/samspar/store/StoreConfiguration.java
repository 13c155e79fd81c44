package se.samspar.store;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import se.samspar.rule.RuleInfo;

/** Finds the rules of all features and gives the server its clock. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
@ComponentScan(basePackages = "se.samspar", useDefaultFilters = false, includeFilters = @Filter(RuleInfo.class))
class StoreConfiguration {

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
