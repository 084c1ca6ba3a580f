package org.openbeian.provider;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.Collections;
import java.util.Dictionary;
import java.util.HashMap;
import java.util.Hashtable;
import java.util.Map;
import java.util.TreeMap;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;

/** Configurations in memory: PID to properties. Counts what is written. */
final class FakeConfigurations {

    final Map<String, Map<String, Object>> stored = new HashMap<>();
    int writes;

    ConfigurationAdmin admin() {
        return proxy(ConfigurationAdmin.class, (self, method, arguments) -> switch (method.getName()) {
            case "getConfiguration" -> configuration((String) arguments[0]);
            case "listConfigurations" -> stored.entrySet().stream().filter(one -> one.getValue().containsKey(SettingsWriter.MARK))
                .map(one -> configuration(one.getKey())).toArray(Configuration[]::new);
            default -> throw new UnsupportedOperationException(method.getName());
        });
    }

    /** What stands in a configuration, without the mark; lists by commas. */
    Map<String, String> values(String pid) {
        Map<String, String> values = new TreeMap<>();
        stored.getOrDefault(pid, Map.of()).forEach((key, value) -> values.put(key, value instanceof String[] several
            ? String.join(",", several) : value.toString()));
        values.remove(SettingsWriter.MARK);
        return values;
    }

    private Configuration configuration(String pid) {
        return proxy(Configuration.class, (self, method, arguments) -> switch (method.getName()) {
            case "getPid" -> pid;
            case "getProperties" -> stored.containsKey(pid) ? new Hashtable<>(stored.get(pid)) : null;
            case "update" -> write(pid, (Dictionary<?, ?>) arguments[0]);
            case "delete" -> {
                stored.remove(pid);
                yield null;
            }
            default -> throw new UnsupportedOperationException(method.getName());
        });
    }

    private Object write(String pid, Dictionary<?, ?> properties) {
        Map<String, Object> copy = new HashMap<>();
        Collections.list(properties.keys()).forEach(key -> copy.put((String) key, properties.get(key)));
        stored.put(pid, copy);
        writes++;
        return null;
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
