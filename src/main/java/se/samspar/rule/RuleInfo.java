package se.samspar.rule;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What everyone is told about a rule. The code is a concept of {@code CodeSystem/rule}. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface RuleInfo {

    String code();

    Severity severity();

    /** Ids of the requirements it comes from, comma separated. */
    String requirement();

    /** What the client does next; one sentence. */
    String remedy();

    Moment when() default Moment.BEFORE_COMMIT;
}
