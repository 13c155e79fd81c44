package se.samspar.server;

import ca.uhn.fhir.interceptor.api.IInterceptorService;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import se.samspar.security.RecordAccess;
import se.samspar.store.Gate;

/**
 * Hangs the gate and the access check on HAPI's storage, where every path passes: HTTP, batches, our own operations.
 * First of all start-up work, so that nothing is ever written or read without them.
 */
@Component
@Order(0)
class Interceptors implements SmartInitializingSingleton {

    private final IInterceptorService storage;
    private final Gate gate;
    private final RecordAccess access;

    Interceptors(IInterceptorService storage, Gate gate, RecordAccess access) {
        this.storage = storage;
        this.gate = gate;
        this.access = access;
    }

    @Override
    public void afterSingletonsInstantiated() {
        storage.registerInterceptor(gate);
        storage.registerInterceptor(access);
    }
}
