package se.samspar.store;

import java.util.Optional;
import org.hl7.fhir.r4.model.Resource;
import se.samspar.rule.RuleContext;

/** Who may write what by plain REST; asked on the final state of the transaction, before any rule. */
public interface WriteGuard {

    /**
     * @throws ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException when the actor may not see what it changes
     * @throws ca.uhn.fhir.rest.server.exceptions.ForbiddenOperationException when it sees it but may not change it
     */
    void permit(Resource resource, Optional<Resource> previous, RuleContext context);
}
