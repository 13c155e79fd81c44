package se.samspar.server;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.BeanDefinitionRegistryPostProcessor;

/** HAPI defines a DAO and an endpoint for all 146 resource types; leaving out the unused ones saves start-up time. */
final class UnusedResourceTypeRemover implements BeanDefinitionRegistryPostProcessor {

    private static final Pattern TYPE_BEAN = Pattern.compile("my(\\w+)(?:Dao|Rp)R4");

    @Override
    public void postProcessBeanDefinitionRegistry(BeanDefinitionRegistry registry) {
        for (String name : registry.getBeanDefinitionNames()) {
            if (isUnused(name)) {
                registry.removeBeanDefinition(name);
            }
        }
    }

    private static boolean isUnused(String beanName) {
        Matcher matcher = TYPE_BEAN.matcher(beanName);
        return matcher.matches()
                && !beanName.startsWith("mySystem")
                && !ResourceTypes.STORED.contains(matcher.group(1))
                && !matcher.group(1).equals("ListResource");
    }

    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory beanFactory) {
        // Definitions only.
    }
}
