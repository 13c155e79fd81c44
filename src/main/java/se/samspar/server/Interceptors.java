package se.samspar.server;

import ca.uhn.fhir.interceptor.api.IInterceptorService;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;
import se.samspar.security.RecordAccess;
import se.samspar.store.AliasSearch;
import se.samspar.store.Gate;

/**
 * Hangs the gate and the access check on HAPI's storage, where every path passes: HTTP, batches, our own operations.
 * Done before the web server takes its first request.
 */
@Component
class Interceptors implements SmartInitializingSingleton {

    private final IInterceptorService storage;
    private final Gate gate;
    private final RecordAccess access;
    private final AliasSearch aliases;

    Interceptors(IInterceptorService storage, Gate gate, RecordAccess access, AliasSearch aliases) {
        this.storage = storage;
        this.gate = gate;
        this.access = access;
        this.aliases = aliases;
    }

    @Override
    public void afterSingletonsInstantiated() {
        storage.registerInterceptor(gate);
        storage.registerInterceptor(access);
        storage.registerInterceptor(aliases);
    }
}
