package org.openbeian.security.crypt;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.osgi.service.component.annotations.Component;

/** The keys used last, unwrapped, by key id. Keys that fall out or are destroyed are wiped. Thread-safe. */
@Component(service = ClearKeys.class)
public final class ClearKeys {

    private static final int MOST = 4_000;

    private final Map<String, byte[]> keys = new LinkedHashMap<>(64, 0.75f, true);

    /** A key as it is now, or null; the caller's own copy. */
    synchronized byte[] find(String id) {
        byte[] key = keys.get(id);
        return key == null ? null : key.clone();
    }

    synchronized void put(String id, byte[] key) {
        keys.put(id, key.clone());
        if (keys.size() > MOST) {
            String eldest = keys.keySet().iterator().next();
            Arrays.fill(keys.remove(eldest), (byte) 0);
        }
    }

    synchronized void destroy(String id) {
        byte[] key = keys.remove(id);
        if (key != null) {
            Arrays.fill(key, (byte) 0);
        }
    }
}
