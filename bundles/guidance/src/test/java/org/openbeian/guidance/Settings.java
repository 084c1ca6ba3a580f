package org.openbeian.guidance;

import java.lang.reflect.Proxy;
import java.util.Map;

/** Configurations. */
final class Settings {

    private Settings() {
    }

    static GuidanceConfig defaults() {
        return with(Map.of());
    }

    /** The defaults but for some values, by the names of their methods. */
    static GuidanceConfig with(Map<String, Object> other) {
        return (GuidanceConfig) Proxy.newProxyInstance(GuidanceConfig.class.getClassLoader(), new Class<?>[] {GuidanceConfig.class},
            (proxy, method, arguments) -> other.getOrDefault(method.getName(), method.getDefaultValue()));
    }
}
