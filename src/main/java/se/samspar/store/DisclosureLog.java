package se.samspar.store;

import java.util.List;
import org.hl7.fhir.r4.model.Resource;

/** Is told of what the server sends to a unit unasked, before it does: what this fails to keep is not sent. */
public interface DisclosureLog {

    /**
     * @param unit id of the Organization whose system it goes to
     * @param because what it is sent for, as {@code Subscription/id}
     * @param endpoint where it goes
     * @param resources what is told in full
     */
    void disclose(String unit, String because, String endpoint, List<Resource> resources);
}
