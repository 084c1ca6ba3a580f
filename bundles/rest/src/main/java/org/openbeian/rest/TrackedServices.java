package org.openbeian.rest;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.util.tracker.ServiceTracker;
import org.osgi.util.tracker.ServiceTrackerCustomizer;

/**
 * The services of the framework, each type followed from the first time that it is asked for. A service that could not be
 * made when it came (a component whose parts were just being replaced) is asked for again by the next request; a plain
 * tracker would pass it over for as long as it stays registered.
 */
@Component(service = Services.class)
public final class TrackedServices implements Services {

    private final Map<Class<?>, ServiceTracker<?, Held<?>>> trackers = new ConcurrentHashMap<>();
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
        return trackers.computeIfAbsent(type, this::opened).getTracked().values().stream().map(Held::service)
            .filter(Objects::nonNull).map(type::cast).toList();
    }

    private ServiceTracker<?, Held<?>> opened(Class<?> type) {
        ServiceTracker<?, Held<?>> tracker = new ServiceTracker<>(context, type.getName(), new Holder());
        tracker.open();
        return tracker;
    }

    /** Holds each service from the first request that gets it until it goes. */
    private final class Holder implements ServiceTrackerCustomizer<Object, Held<?>> {

        @Override
        public Held<?> addingService(ServiceReference<Object> reference) {
            return new Held<>(context, reference, new AtomicReference<>());
        }

        @Override
        public void modifiedService(ServiceReference<Object> reference, Held<?> held) {
        }

        @Override
        public void removedService(ServiceReference<Object> reference, Held<?> held) {
            held.release();
        }
    }

    /** One service. No lock is held while it is made, since that may wait for what is being replaced. */
    private record Held<T>(BundleContext context, ServiceReference<T> reference, AtomicReference<T> known) {

        /** Null while it cannot be made. */
        T service() {
            T now = known.get();
            if (now != null) {
                return now;
            }
            T made = context.getService(reference);
            if (made != null && !known.compareAndSet(null, made)) {
                context.ungetService(reference);
            }
            return made;
        }

        void release() {
            if (known.getAndSet(null) != null) {
                context.ungetService(reference);
            }
        }
    }
}
