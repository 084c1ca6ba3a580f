package org.openbeian.rest;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.util.tracker.ServiceTracker;

/** The services of the framework, each type followed from the first time that it is asked for. */
@Component(service = Services.class)
public final class TrackedServices implements Services {

    private final Map<Class<?>, ServiceTracker<?, ?>> trackers = new ConcurrentHashMap<>();
    private final BundleContext context;

    /** Created by Declarative Services. */
    @Activate
    public TrackedServices(BundleContext context) {
        this.context = context;
    }

    @Deactivate
    void close() {
        trackers.values().forEach(ServiceTracker::close);
    }

    @Override
    public <T> List<T> all(Class<T> type) {
        return trackers.computeIfAbsent(type, this::opened).getTracked().values().stream().map(type::cast).toList();
    }

    private ServiceTracker<?, ?> opened(Class<?> type) {
        ServiceTracker<?, ?> tracker = new ServiceTracker<>(context, type, null);
        tracker.open();
        return tracker;
    }
}
