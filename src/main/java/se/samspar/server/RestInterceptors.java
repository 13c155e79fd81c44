package se.samspar.server;

import java.util.List;
import org.springframework.stereotype.Component;
import se.samspar.security.RequestGuard;
import se.samspar.store.ResourceSize;

/** What hangs on the REST endpoint: how large, which control parameters, by whom, which parameters, and the way out. */
@Component
record RestInterceptors(
        ResourceSize size,
        ControlParameters control,
        RequestGuard guard,
        OperationParameters parameters,
        OutgoingInterceptor outgoing,
        ErrorInterceptor errors) {

    /** At one hook HAPI asks them in this order. */
    List<Object> inOrder() {
        return List.of(size, control, guard, parameters, outgoing, errors);
    }
}
