package org.openbeian.core.config;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.slf4j.Logger;

/**
 * Holds the checked values of a configuration. A value that cannot be read or is not accepted is refused: it is named in
 * the log with what is expected, and the value in force stays, which at first is the default. The refused value itself is
 * not logged, as it may be a secret. Thread-safe once its checks are stated.
 *
 * <p>A component keeps a guard in a field, states its checks there, and calls {@link #update} in its activate constructor
 * and in its modified method; whoever needs a value asks {@link #get} each time.
 *
 * @param <A> configuration annotation; each method has a default
 */
public final class ConfigGuard<A> {

    private final Class<A> type;
    private final String pid;
    private final Logger log;
    private final Map<String, Check> checks = new LinkedHashMap<>();
    private volatile A inForce;
    private volatile List<String> refused = List.of();

    /**
     * With the defaults in force and no checks.
     *
     * @param type configuration annotation
     * @param pid PID of the configuration, for the log
     * @param log where refused values are named
     */
    public ConfigGuard(Class<A> type, String pid, Logger log) {
        this.type = type;
        this.pid = pid;
        this.log = log;
        Map<String, Object> defaults = new LinkedHashMap<>();
        for (Method method : type.getDeclaredMethods()) {
            defaults.put(method.getName(), method.getDefaultValue());
        }
        this.inForce = view(defaults);
    }

    /** Accepts a whole number (int or long) only between two bounds, both included. */
    public ConfigGuard<A> number(String property, long min, long max) {
        return check(property, "a whole number from " + min + " to " + max,
            value -> value instanceof Number number && number.longValue() >= min && number.longValue() <= max);
    }

    /** Accepts growing lists of whole numbers (int[]) only, each at least 1. */
    public ConfigGuard<A> growing(String property) {
        return check(property, "whole numbers from 1 up, each greater than the one before", value -> {
            int before = 0;
            for (int number : (int[]) value) {
                if (number <= before) {
                    return false;
                }
                before = number;
            }
            return true;
        });
    }

    /** Accepts only text, or lists of texts, that match a pattern as a whole. */
    public ConfigGuard<A> text(String property, Pattern pattern, String expectation) {
        Predicate<String> matches = pattern.asMatchPredicate();
        return check(property, expectation, value -> value instanceof String[] texts
            ? List.of(texts).stream().allMatch(matches) : matches.test((String) value));
    }

    /**
     * Accepts only some values.
     *
     * @param property name as in the configuration file
     * @param expectation what is accepted, in English, for the log
     * @param accepted whether a value may be used; never called with null, and an exception means no
     */
    public ConfigGuard<A> check(String property, String expectation, Predicate<Object> accepted) {
        checks.put(property, new Check(expectation, accepted));
        return this;
    }

    /** Takes over what is accepted of a configuration, and returns what is in force then. */
    public synchronized A update(A given) {
        Map<String, Object> values = new LinkedHashMap<>();
        List<String> bad = new ArrayList<>();
        for (Method method : type.getDeclaredMethods()) {
            String property = method.getName().replace('_', '.');
            Check check = checks.getOrDefault(property, Check.READABLE);
            Object value = read(method, given);
            if (value == null || !check.accepts(value)) {
                bad.add(property);
                log.error("{}: the value of property {} is refused, expected {}; the value in force stays",
                    pid, property, check.expectation);
                value = read(method, inForce);
            }
            values.put(method.getName(), value);
        }
        inForce = view(values);
        refused = List.copyOf(bad);
        return inForce;
    }

    /** What is in force; each of its values is accepted or the default. */
    public A get() {
        return inForce;
    }

    /** Names of the properties that the last update refused. */
    public List<String> refused() {
        return refused;
    }

    private static Object read(Method method, Object from) {
        try {
            method.setAccessible(true);
            return method.invoke(from);
        } catch (InvocationTargetException | IllegalAccessException | RuntimeException e) {
            return null;
        }
    }

    private A view(Map<String, Object> values) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type},
            (proxy, method, arguments) -> values.get(method.getName())));
    }

    /** What one property accepts. */
    private record Check(String expectation, Predicate<Object> accepted) {

        static final Check READABLE = new Check("a value of its type", value -> true);

        boolean accepts(Object value) {
            try {
                return accepted.test(value);
            } catch (RuntimeException e) {
                return false;
            }
        }
    }
}
