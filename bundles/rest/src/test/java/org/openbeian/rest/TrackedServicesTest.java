package org.openbeian.rest;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import java.lang.reflect.Proxy;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.Test;
import org.openbeian.api.order.Refusal;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceEvent;
import org.osgi.framework.ServiceListener;
import org.osgi.framework.ServiceReference;

/** Services that come, cannot be made at first, and go. */
public class TrackedServicesTest {

    private final Clock clock = Clock.systemUTC();
    private final AtomicReference<Clock> made = new AtomicReference<>();
    private final AtomicReference<ServiceListener> listener = new AtomicReference<>();
    private final ServiceReference<?> reference = proxy(ServiceReference.class);
    private int held;

    @Test
    public void aServiceThatCouldNotBeMadeWhenItCameIsAskedForAgain() {
        TrackedServices services = new TrackedServices(proxy(BundleContext.class));
        Refusal refusal = assertThrows(Refusal.class, () -> services.need(Clock.class));
        assertEquals(Refusal.Kind.UNAVAILABLE, refusal.kind());

        made.set(clock);
        assertEquals(clock, services.need(Clock.class));
        assertEquals(List.of(clock), services.all(Clock.class));
        assertEquals("held once", 1, held);

        listener.get().serviceChanged(new ServiceEvent(ServiceEvent.UNREGISTERING, reference));
        assertEquals(0, held);
        assertEquals(List.of(), services.all(Clock.class));
    }

    /** A framework with one service, which is there from the beginning. */
    private <T> T proxy(Class<T> type) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) ->
            switch (method.getName()) {
                case "addServiceListener" -> {
                    listener.set((ServiceListener) arguments[0]);
                    yield null;
                }
                case "getServiceReferences" -> new ServiceReference<?>[] {reference};
                case "getService" -> {
                    held += made.get() == null ? 0 : 1;
                    yield made.get();
                }
                case "ungetService" -> {
                    held--;
                    yield true;
                }
                case "compareTo", "hashCode" -> 0;
                case "equals" -> proxy == arguments[0];
                default -> null;
            }));
    }
}
