package org.openbeian.aftercare;

import java.lang.reflect.Proxy;
import java.util.Map;

/** Configurations. */
final class Settings {

    private Settings() {
    }

    static AftercareConfig defaults() {
        return with(Map.of());
    }

    /** The defaults but for some values, by the names of their methods. */
    static AftercareConfig with(Map<String, Object> other) {
        return (AftercareConfig) Proxy.newProxyInstance(AftercareConfig.class.getClassLoader(), new Class<?>[] {AftercareConfig.class},
            (proxy, method, arguments) -> other.getOrDefault(method.getName(), method.getDefaultValue()));
    }
}
