package org.openbeian.core.rules;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.openbeian.api.plugin.PluginStatus;
import org.openbeian.api.resource.CloudResourceType;
import org.openbeian.api.resource.ResourceTypeProfile;
import org.openbeian.api.rules.ProvinceRules;
import org.openbeian.api.rules.RuleBook;
import org.openbeian.api.rules.RuleBookListener;
import org.openbeian.api.rules.RuleBooks;
import org.openbeian.api.rules.RuleCheck;
import org.openbeian.api.rules.RuleTrials;
import org.openbeian.core.config.ConfigGuard;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Follows rule files and plugins as they come and go, and swaps the rule book in force. */
@Component(immediate = true, configurationPid = RuleBooksComponent.PID)
@Designate(ocd = RuleBooksComponent.Config.class)
public final class RuleBooksComponent implements RuleBooks, RuleTexts, JavaPlugins {

    static final String PID = "org.openbeian.core.rules";
    private static final Logger LOG = LoggerFactory.getLogger(RuleBooksComponent.class);

    /** Left in the data folder by bin/out-of-memory. */
    private static final String OOM_NOTE = "out-of-memory";

    private final Quarantine quarantine;
    private final RuleLibrary library = new RuleLibrary();
    private final List<RuleBookListener> listeners = new CopyOnWriteArrayList<>();
    private final AtomicInteger news = new AtomicInteger();
    private final ConfigGuard<Config> config = new ConfigGuard<>(Config.class, PID, LOG)
        .number("plugin.millis", 1, 60_000).number("plugin.threads", 1, 64);
    private volatile RuleLibrary.Shelf shelf = library.shelf();

    /** Bounds of the Java plugins that take part in a judgement. */
    @ObjectClassDefinition(name = "OpenBeian rules", description = "Bounds of rule checks and resource types written in Java")
    public @interface Config {

        @AttributeDefinition(description = "Milliseconds that a plugin may take for one case", min = "1", max = "60000")
        int plugin_millis() default 1000;

        @AttributeDefinition(description = "Calls of one plugin at once", min = "1", max = "64")
        int plugin_threads() default 8;
    }

    /** Starts with no rules: then nothing is served. */
    @Activate
    public RuleBooksComponent(BundleContext context, Config given) {
        this(Quarantine.open(context.getDataFile("plugins").toPath(), Path.of(System.getProperty("karaf.data", "data"), OOM_NOTE)),
            given);
    }

    RuleBooksComponent(Quarantine quarantine, Config given) {
        this.quarantine = quarantine;
        config.update(given);
    }

    @Modified
    void modified(Config given) {
        config.update(given);
    }

    @Deactivate
    void stop() {
        synchronized (library) {
            library.close();
        }
    }

    @Override
    public RuleBook current() {
        return shelf.book();
    }

    @Override
    public List<Candidate> candidates() {
        return shelf.candidates();
    }

    @Override
    public Optional<String> installed(String bundle, String bundleVersion) {
        synchronized (library) {
            return Optional.ofNullable(library.text(new Origin(bundle, bundleVersion)));
        }
    }

    @Override
    public Optional<String> versionInForce(String provinceId) {
        synchronized (library) {
            return Optional.ofNullable(library.inForce().get(provinceId)).map(RuleFile::version);
        }
    }

    @Override
    public List<RuleTrials.Change> changes(RuleFile candidate, String text) {
        synchronized (library) {
            String province = candidate.provinceId();
            RuleFile inForce = library.inForce().get(province);
            return candidate.isLists() ? FileDiff.ofLists(inForce == null ? Map.of() : inForce.lists(), candidate.lists())
                : FileDiff.between(library.textInForce(province), text);
        }
    }

    @Override
    public Trial trial(RuleFile candidate) throws RuleFileException {
        synchronized (library) {
            return new Trial(RuleFiles.book(library.inForce().values()),
                RuleFiles.book(library.inForceWith(candidate).values()));
        }
    }

    @Reference(service = RuleBookListener.class, cardinality = ReferenceCardinality.MULTIPLE,
        policy = ReferencePolicy.DYNAMIC)
    void addListener(RuleBookListener listener) {
        listeners.add(listener);
    }

    void removeListener(RuleBookListener listener) {
        listeners.remove(listener);
    }

    @Reference(service = ProvinceRules.class, cardinality = ReferenceCardinality.MULTIPLE,
        policy = ReferencePolicy.DYNAMIC)
    void addRules(ProvinceRules rules) {
        change(() -> library.add(rules));
    }

    void removeRules(ProvinceRules rules) {
        change(() -> library.remove(rules));
    }

    @Reference(service = CloudResourceType.class, cardinality = ReferenceCardinality.MULTIPLE,
        policy = ReferencePolicy.DYNAMIC)
    void addType(ServiceReference<CloudResourceType> reference, CloudResourceType type) {
        Origin origin = origin(reference);
        PluginGuard guard = guard(origin, type);
        ResourceTypeProfile profile = ask(guard, origin, () -> new ResourceTypeProfile(type.kind(), type.name(),
            type.conditions(), type.servicesPerResource(), type.resourcesPerAccount(), type.sitesPerAddress(), type.codesPerResource(),
            type.examples(), origin.bundle(), origin.version()));
        if (profile != null && profile.kind() != null) {
            change(() -> library.addType(
                new Plugin<>(type, profile.kind(), null, origin, ranking(reference), guard), profile));
        } else {
            change(() -> library.addNameless(type, "resource", origin, guard));
        }
    }

    void removeType(CloudResourceType type) {
        change(() -> library.removeType(type));
    }

    @Reference(service = RuleCheck.class, cardinality = ReferenceCardinality.MULTIPLE,
        policy = ReferencePolicy.DYNAMIC)
    void addCheck(ServiceReference<RuleCheck> reference, RuleCheck check) {
        Origin origin = origin(reference);
        PluginGuard guard = guard(origin, check);
        Map.Entry<String, String> names = ask(guard, origin, () -> Map.entry(check.id(), check.provinceId()));
        if (names != null) {
            change(() -> library.addCheck(
                new Plugin<>(check, names.getKey(), names.getValue(), origin, ranking(reference), guard)));
        } else {
            change(() -> library.addNameless(check, "check", origin, guard));
        }
    }

    void removeCheck(RuleCheck check) {
        change(() -> library.removeCheck(check));
    }

    /** With the limits for plugins that come from now on. */
    private PluginGuard guard(Origin origin, Object plugin) {
        String key = origin.bundle() + "/" + origin.version() + "/" + plugin.getClass().getName();
        return new PluginGuard(origin.bundle(), key,
            new PluginGuard.Limits(config.get().plugin_millis(), config.get().plugin_threads()), quarantine);
    }

    @Override
    public List<PluginStatus> plugins() {
        synchronized (library) {
            return library.plugins();
        }
    }

    @Override
    public boolean release(String bundle, String version) {
        synchronized (library) {
            return library.release(new Origin(bundle, version));
        }
    }

    private void change(Runnable what) {
        synchronized (library) {
            what.run();
            shelf = library.shelf();
        }
        tell();
    }

    /** Tells the listeners outside of the lock, one call at a time: a change that comes meanwhile is told by that thread. */
    private void tell() {
        if (news.getAndIncrement() > 0) {
            return;
        }
        int told;
        do {
            told = news.get();
            RuleBook now = current();
            listeners.forEach(listener -> tell(listener, now));
        } while (news.addAndGet(-told) > 0);
    }

    private static void tell(RuleBookListener listener, RuleBook now) {
        try {
            listener.changed(now);
        } catch (RuntimeException e) {
            LOG.error("Listener {} failed on a change of the rule book", listener.getClass().getName(), e);
        }
    }

    private static <T> T ask(PluginGuard guard, Origin origin, Callable<T> question) {
        try {
            return guard.name(question);
        } catch (PluginGuard.Failed e) {
            LOG.error("Plugin of {} {} is not used: {}", origin.bundle(), origin.version(), e.getMessage());
            return null;
        }
    }

    private static Origin origin(ServiceReference<?> reference) {
        return new Origin(reference.getBundle().getSymbolicName(), reference.getBundle().getVersion().toString());
    }

    private static int ranking(ServiceReference<?> reference) {
        return reference.getProperty(Constants.SERVICE_RANKING) instanceof Integer ranking ? ranking : 0;
    }
}
