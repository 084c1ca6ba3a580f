package org.openbeian.operations;

import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.apache.felix.hc.api.ResultLog;
import org.openbeian.api.authority.OpenResult;
import org.openbeian.api.effect.Effect;
import org.openbeian.api.effect.EffectFailure;
import org.openbeian.api.effect.LaneStatus;
import org.openbeian.api.effect.Lanes;
import org.openbeian.api.order.Orders;
import org.openbeian.api.rules.RuleBooks;
import org.openbeian.api.security.Accounts;
import org.openbeian.api.store.StoreHealth;
import org.openbeian.api.store.Transactions;
import org.openbeian.api.time.WorkingDays;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.startlevel.FrameworkStartLevel;

/** Hand-written stand-ins for the services that operations looks at. */
final class Fakes {

    static final Instant NOW = Instant.parse("2026-11-21T08:00:00Z");

    private Fakes() {
    }

    /** An interface of which only the named methods answer, each with a fixed value. */
    static <T> T answering(Class<T> type, Map<String, ?> answers) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
            Object answer = answers.get(method.getName());
            if (answer instanceof RuntimeException failure) {
                throw failure;
            }
            if (answer == null && method.getReturnType().isPrimitive() && method.getReturnType() != void.class) {
                throw new UnsupportedOperationException(method.toString());
            }
            return answer;
        }));
    }

    /** What is there; null stands for nothing. */
    static Present present(Object... services) {
        Present present = new Present();
        for (Object service : services) {
            if (service instanceof Accounts accounts) {
                present.accounts = accounts;
            } else if (service instanceof Clock clock) {
                present.clock = clock;
            } else if (service instanceof Lanes lanes) {
                present.lanes = lanes;
            } else if (service instanceof Orders orders) {
                present.orders = orders;
            } else if (service instanceof RuleBooks ruleBooks) {
                present.ruleBooks = ruleBooks;
            } else if (service instanceof StoreHealth store) {
                present.store = store;
            } else if (service instanceof Transactions transactions) {
                present.transactions = transactions;
            } else if (service instanceof WorkingDays days) {
                present.workingDays = days;
            }
        }
        return present;
    }

    /** The settings with some values changed. */
    static Settings settings(Map<String, ?> changed) {
        Map<String, Object> values = new HashMap<>();
        for (java.lang.reflect.Method method : Settings.Config.class.getDeclaredMethods()) {
            values.put(method.getName(), method.getDefaultValue());
        }
        values.putAll(changed);
        return new Settings(answering(Settings.Config.class, values));
    }

    static BundleContext framework(int level) {
        return framework(level, true);
    }

    static BundleContext framework(int level, boolean booted) {
        FrameworkStartLevel start = answering(FrameworkStartLevel.class, Map.of("getStartLevel", level));
        Bundle system = answering(Bundle.class, Map.of("adapt", start, "getBundleId", 0L, "getState", Bundle.ACTIVE));
        return answering(BundleContext.class, booted
                ? Map.of("getBundle", system, "getProperty", "100", "getServiceReference", answering(ServiceReference.class, Map.of()))
                : Map.of("getBundle", system, "getProperty", "100"));
    }

    static Lanes lanes(List<LaneStatus> lanes, List<EffectFailure> failures) {
        return lanes(lanes, failures, List.of());
    }

    static Lanes lanes(List<LaneStatus> lanes, List<EffectFailure> failures, List<OpenResult> results) {
        return answering(Lanes.class, Map.of("lanes", lanes, "failures", failures, "openResults", results));
    }

    static EffectFailure gaveUp() {
        Effect effect = new Effect(4, "channel:email", "message", "01order", "k", Map.of(), 6, NOW, NOW);
        return new EffectFailure(effect, true, "mailbox is full", NOW);
    }

    static StoreHealth store(boolean reachable) {
        return answering(StoreHealth.class, Map.of("check",
                new StoreHealth.Status(reachable, "H2 2.3.232", "1", reachable ? null : "connection refused", 3, 42)));
    }

    static RuleBooks rules(RuleBooks.Candidate... candidates) {
        return answering(RuleBooks.class, Map.of("candidates", List.of(candidates)));
    }

    static RuleBooks.Candidate bundle(String province, String status, String reason) {
        return new RuleBooks.Candidate(province, "org.openbeian.province.p" + province, "1.0.0", status, reason);
    }

    static Transactions transactions() {
        return new Transactions() {
            @Override
            public <T> T call(Supplier<T> work) {
                return work.get();
            }

            @Override
            public void afterCommit(Runnable action) {
                action.run();
            }
        };
    }

    static String text(Result result) {
        StringBuilder text = new StringBuilder();
        for (ResultLog.Entry entry : result) {
            text.append(entry.getStatus()).append(' ').append(entry.getMessage()).append('\n');
        }
        return text.toString();
    }

    static Result.Status status(HealthCheck check) {
        return check.execute().getStatus();
    }

}
