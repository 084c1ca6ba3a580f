package org.openbeian.aftercare;

import java.lang.reflect.Proxy;

/** The defaults of the configuration. */
final class Settings {

    private Settings() {
    }

    static AftercareConfig defaults() {
        return (AftercareConfig) Proxy.newProxyInstance(AftercareConfig.class.getClassLoader(), new Class<?>[] {AftercareConfig.class},
            (proxy, method, arguments) -> method.getDefaultValue());
    }
}
