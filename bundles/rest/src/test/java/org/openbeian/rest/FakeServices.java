package org.openbeian.rest;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Services that a test puts there. */
final class FakeServices implements Services {

    volatile Clock realTime = Clock.systemUTC();
    private final Map<Class<?>, Object> there = new ConcurrentHashMap<>();

    /** Replaces the service of a type; null takes it away. */
    <T> void put(Class<T> type, T service) {
        if (service == null) {
            there.remove(type);
        } else {
            there.put(type, service);
        }
    }

    @Override
    public <T> List<T> all(Class<T> type) {
        return there.containsKey(type) ? List.of(type.cast(there.get(type))) : List.of();
    }

    @Override
    public Clock realTime() {
        return realTime;
    }
}
