package se.samspar.server;

import ca.uhn.fhir.batch2.jobs.config.Batch2JobsConfig;
import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.jpa.api.config.JpaStorageSettings;
import ca.uhn.fhir.jpa.api.config.JpaStorageSettings.ClientIdStrategyEnum;
import ca.uhn.fhir.jpa.api.config.JpaStorageSettings.IdStrategyEnum;
import ca.uhn.fhir.jpa.api.config.ThreadPoolFactoryConfig;
import ca.uhn.fhir.jpa.batch2.JpaBatch2Config;
import ca.uhn.fhir.jpa.config.HapiJpaConfig;
import ca.uhn.fhir.jpa.config.r4.JpaR4Config;
import ca.uhn.fhir.jpa.config.util.HapiEntityManagerFactoryUtil;
import ca.uhn.fhir.jpa.model.config.PartitionSettings;
import ca.uhn.fhir.jpa.model.config.SubscriptionSettings;
import ca.uhn.fhir.jpa.model.dialect.HapiFhirPostgresDialect;
import ca.uhn.fhir.jpa.model.entity.StorageSettings.TagStorageModeEnum;
import ca.uhn.fhir.jpa.subscription.channel.config.SubscriptionChannelConfig;
import jakarta.persistence.EntityManagerFactory;
import java.util.Map;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.DependsOn;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.orm.jpa.JpaTransactionManager;
import org.springframework.orm.jpa.LocalContainerEntityManagerFactoryBean;
import se.samspar.security.SearchLimits;

/** HAPI's JPA storage on our DataSource, with what clients must not use switched off. */
@Configuration(proxyBeanMethods = false)
@Import({
    JpaR4Config.class,
    HapiJpaConfig.class,
    JpaBatch2Config.class,
    Batch2JobsConfig.class,
    SubscriptionChannelConfig.class,
    ThreadPoolFactoryConfig.class
})
class JpaConfiguration {

    private static final int MAX_BUNDLE_ENTRIES = 200;

    @Bean
    static UnusedResourceTypeRemover unusedResourceTypeRemover() {
        return new UnusedResourceTypeRemover();
    }

    /**
     * Most beans are made while the web server starts, before Spring says by itself that no definition will come; until
     * then it looks through all of them for each thing that is injected.
     */
    @Bean
    static BeanFactoryPostProcessor definitionsAreComplete() {
        return ConfigurableListableBeanFactory::freezeConfiguration;
    }

    @Bean
    JpaStorageSettings storageSettings(SearchLimits limits) {
        JpaStorageSettings settings = new JpaStorageSettings();
        settings.setResourceServerIdStrategy(IdStrategyEnum.UUID);
        // Only an administrator names ids (the directory); the gate refuses it for everyone else.
        settings.setResourceClientIdStrategy(ClientIdStrategyEnum.ANY);
        settings.setTagStorageMode(TagStorageModeEnum.NON_VERSIONED);
        // A work list must show what was written a moment ago.
        settings.setReuseCachedSearchResultsForMillis(null);
        settings.setFetchSizeDefaultMaximum(limits.results());
        settings.setSearchPreFetchThresholds(Stream.of(50, 500, limits.results())
                .filter(threshold -> threshold <= limits.results())
                .toList());
        settings.setMaximumIncludesToLoadPerPage(limits.included());
        settings.setMaxTransactionEntriesForWrite(MAX_BUNDLE_ENTRIES);
        settings.setDefaultTransactionEntriesForWrite(MAX_BUNDLE_ENTRIES);
        settings.setAllowInlineMatchUrlReferences(false);
        settings.setAllowExternalReferences(false);
        settings.setAllowMultipleDelete(false);
        settings.setDeleteEnabled(false); // nothing is; so HAPI may remember which ids there are
        settings.setAllowContainsSearches(false);
        settings.setFilterParameterEnabled(false);
        settings.setAutoCreatePlaceholderReferenceTargets(false);
        // HAPI ignores all added search parameters otherwise; clients cannot write any.
        settings.setDefaultSearchParamsCanBeOverridden(true);
        // The rule reference-known answers for what is missing as for what may not be seen.
        settings.setEnforceReferentialIntegrityOnWrite(false);
        settings.setExpungeEnabled(false);
        settings.setDeleteExpungeEnabled(false);
        settings.setHibernateSearchIndexFullText(false);
        settings.setHibernateSearchIndexSearchParams(false);
        settings.setMarkResourcesForReindexingUponSearchParameterChange(false);
        settings.setEnableTaskBulkExportJobExecution(false);
        settings.setEnableTaskBulkImportJobExecution(false);
        settings.setEnableTaskPreExpandValueSets(false);
        settings.setPreExpandValueSets(false);
        return settings;
    }

    @Bean
    PartitionSettings partitionSettings() {
        return new PartitionSettings();
    }

    @Bean
    SubscriptionSettings subscriptionSettings() {
        return new SubscriptionSettings();
    }

    @Bean
    @Primary
    @DependsOn({"schemaMigration", "profileValidation"}) // the validator warms up while the rest is wired
    LocalContainerEntityManagerFactoryBean entityManagerFactory(
            ConfigurableListableBeanFactory beanFactory,
            FhirContext fhirContext,
            JpaStorageSettings settings,
            SearchLimits limits,
            DataSource dataSource) {
        LocalContainerEntityManagerFactoryBean factory =
                HapiEntityManagerFactoryUtil.newEntityManagerFactory(beanFactory, fhirContext, settings);
        factory.setPersistenceUnitName("samspar");
        factory.setDataSource(dataSource);
        factory.setJpaPropertyMap(Map.of(
                "jakarta.persistence.query.timeout",
                        Math.toIntExact(limits.timeout().toMillis()),
                "hibernate.dialect", HapiFhirPostgresDialect.class.getName(),
                "hibernate.hbm2ddl.auto", "none",
                "hibernate.jdbc.batch_size", "30",
                "hibernate.order_inserts", "true",
                "hibernate.order_updates", "true",
                "hibernate.cache.use_query_cache", "false",
                "hibernate.cache.use_second_level_cache", "false",
                "hibernate.search.enabled", "false"));
        return factory;
    }

    @Bean
    @Primary
    JpaTransactionManager transactionManager(EntityManagerFactory entityManagerFactory) {
        return new JpaTransactionManager(entityManagerFactory);
    }
}
