package se.samspar.demo.year;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Nobody makes up patients on a server that may have real ones. */
@Component
@Profile("!demo")
@ConditionalOnProperty("samspar.demo.year")
class YearWithoutDemo {

    YearWithoutDemo() {
        throw new IllegalStateException("samspar.demo.year needs the profile demo: it makes up patients");
    }
}
