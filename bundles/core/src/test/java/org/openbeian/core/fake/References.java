package org.openbeian.core.fake;

import java.lang.reflect.Proxy;
import org.osgi.framework.Bundle;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.Version;

/** References to services of bundles that are not there. */
public final class References {

    private References() {
    }

    /** A reference; one of a higher ranking is greater. */
    @SuppressWarnings("unchecked")
    public static <T> ServiceReference<T> of(String bundle, String version, int ranking) {
        Bundle owner = (Bundle) Proxy.newProxyInstance(Bundle.class.getClassLoader(), new Class<?>[] {Bundle.class},
            (proxy, method, arguments) -> method.getName().equals("getSymbolicName") ? bundle : new Version(version));
        return (ServiceReference<T>) Proxy.newProxyInstance(Bundle.class.getClassLoader(),
            new Class<?>[] {ServiceReference.class}, (proxy, method, arguments) -> switch (method.getName()) {
                case "getBundle" -> owner;
                case "getProperty" -> ranking;
                case "equals" -> proxy == arguments[0];
                case "hashCode" -> System.identityHashCode(proxy);
                case "compareTo" -> Integer.compare(ranking, (Integer) ((ServiceReference<?>) arguments[0]).getProperty("service.ranking"));
                default -> bundle + " " + version;
            });
    }
}
