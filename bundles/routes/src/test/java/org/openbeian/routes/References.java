package org.openbeian.routes;

import java.lang.reflect.Proxy;
import java.util.IdentityHashMap;
import java.util.Map;
import org.osgi.framework.Bundle;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.Version;

/** References to services of bundles that are not there; the one that came first is the greater. */
final class References {

    private final Map<Object, ServiceReference<?>> references = new IdentityHashMap<>();

    /** The reference of a service, made for version 1.0.0 when it was not asked for before. */
    <T> ServiceReference<T> of(T service) {
        return of(service, "1.0.0");
    }

    @SuppressWarnings("unchecked")
    <T> ServiceReference<T> of(T service, String version) {
        return (ServiceReference<T>) references.computeIfAbsent(service, s -> make(version, -references.size()));
    }

    private static ServiceReference<?> make(String version, int order) {
        Bundle owner = (Bundle) Proxy.newProxyInstance(Bundle.class.getClassLoader(), new Class<?>[] {Bundle.class},
            (proxy, method, arguments) -> method.getName().equals("getVersion") ? new Version(version) : "org.example");
        return (ServiceReference<?>) Proxy.newProxyInstance(Bundle.class.getClassLoader(), new Class<?>[] {ServiceReference.class},
            (proxy, method, arguments) -> switch (method.getName()) {
                case "getBundle" -> owner;
                case "getProperty" -> order;
                case "equals" -> proxy == arguments[0];
                case "hashCode" -> System.identityHashCode(proxy);
                case "compareTo" -> Integer.compare(order, (Integer) ((ServiceReference<?>) arguments[0]).getProperty("order"));
                default -> "reference " + order;
            });
    }
}
