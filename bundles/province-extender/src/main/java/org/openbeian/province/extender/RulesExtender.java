package org.openbeian.province.extender;

import java.util.Dictionary;
import java.util.Hashtable;
import org.openbeian.api.rules.ProvinceRules;
import org.openbeian.core.rules.RuleFileException;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.ServiceRegistration;
import org.osgi.framework.startlevel.BundleStartLevel;
import org.osgi.util.tracker.BundleTracker;
import org.osgi.util.tracker.BundleTrackerCustomizer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows all bundles and keeps one {@link ProvinceRules} service for each that holds a rule file. The service is registered
 * by the extender and not by the bundle, because it outlives a stop that is only part of an update: there is no gap, and a
 * version that is refused leaves the one before it serving. It goes when the bundle is uninstalled or stopped for good.
 */
final class RulesExtender implements BundleTrackerCustomizer<RulesExtender.Held> {

    /** Service property: the bundle that brought the rules. */
    static final String BUNDLE = "openbeian.bundle";

    private static final Logger LOG = LoggerFactory.getLogger(RulesExtender.class);
    private static final int INSTALLED = Bundle.INSTALLED | Bundle.RESOLVED | Bundle.STARTING | Bundle.STOPPING | Bundle.ACTIVE;

    private final BundleContext context;
    private final LastGoodRules lastGood;
    private final BundleTracker<Held> tracker;

    RulesExtender(BundleContext context, LastGoodRules lastGood) {
        this.context = context;
        this.lastGood = lastGood;
        this.tracker = new BundleTracker<>(context, INSTALLED, this);
    }

    /** What is registered for one bundle; the framework tells of one bundle's changes one by one. */
    static final class Held {
        private volatile ServiceRegistration<ProvinceRules> serving;
        private volatile ServiceRegistration<ProvinceRules> refused;
    }

    void open() {
        lastGood.retain(id -> context.getBundle(id) != null);
        tracker.open();
    }

    void close() {
        tracker.close();
    }

    @Override
    public Held addingBundle(Bundle bundle, BundleEvent event) {
        Held held = new Held();
        modifiedBundle(bundle, event, held);
        return held;
    }

    @Override
    public void modifiedBundle(Bundle bundle, BundleEvent event, Held held) {
        if (bundle.getState() == Bundle.ACTIVE) {
            read(bundle, held);
        } else if (bundle.getState() == Bundle.STOPPING && isStoppedForGood(bundle)) {
            withdraw(held);
        }
    }

    @Override
    public void removedBundle(Bundle bundle, BundleEvent event, Held held) {
        withdraw(held);
        if (bundle.getState() == Bundle.UNINSTALLED) {
            lastGood.delete(bundle.getBundleId());
            RejectedNote.tidy(bundle);
        }
    }

    private void read(Bundle bundle, Held held) {
        BundleRules rules = BundleRules.of(bundle);
        if (rules == null) {
            withdraw(held);
            lastGood.delete(bundle.getBundleId());
            return;
        }
        String reason = rules.refusal();
        try {
            if (reason == null) {
                serve(held, rules.read());
                unregister(held.refused);
                held.refused = null;
                lastGood.save(bundle.getBundleId(), rules);
                LOG.info("Rules of {} are in", rules);
                return;
            }
        } catch (RuleFileException e) {
            reason = e.getMessage();
        }
        LOG.warn("Rules of {} are refused: {}", rules, reason);
        ServiceRegistration<ProvinceRules> before = held.refused;
        held.refused = register(rules);
        unregister(before);
        if (held.serving == null) {
            lastGood.load(bundle.getBundleId(), rules.bundle()).ifPresent(kept -> {
                LOG.warn("Rules of {} serve on in their stead", kept);
                serve(held, kept);
            });
        }
    }

    /** The new ones come before the old ones go. */
    private void serve(Held held, BundleRules rules) {
        ServiceRegistration<ProvinceRules> before = held.serving;
        held.serving = register(rules);
        unregister(before);
    }

    private ServiceRegistration<ProvinceRules> register(BundleRules rules) {
        Dictionary<String, Object> properties = new Hashtable<>();
        properties.put(BUNDLE, rules.bundle());
        return context.registerService(ProvinceRules.class, rules, properties);
    }

    private static void withdraw(Held held) {
        unregister(held.serving);
        unregister(held.refused);
        held.serving = null;
        held.refused = null;
    }

    private static void unregister(ServiceRegistration<ProvinceRules> registration) {
        if (registration != null) {
            try {
                registration.unregister();
            } catch (IllegalStateException ignored) {
                // The framework is stopping and did it already.
            }
        }
    }

    /** A stop that is part of an update, of a refresh or of the framework's own leaves the bundle meant to be started. */
    private static boolean isStoppedForGood(Bundle bundle) {
        BundleStartLevel level = bundle.adapt(BundleStartLevel.class);
        return level != null && !level.isPersistentlyStarted();
    }
}
