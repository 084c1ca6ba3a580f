package org.openbeian.operations;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.openbeian.api.audit.AuditLog;
import org.openbeian.api.security.Actor;
import org.openbeian.api.store.StoreUnavailable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.BundleListener;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Audits every bundle that comes, changes or goes beside those of the distribution, and every one that is refused and why. What
 * happens while the audit is not there
 * is kept, within bounds, until it is. Thread-safe.
 */
@Component(service = DeploymentAudit.class, immediate = true)
public final class DeploymentAudit implements BundleListener {

    private static final Logger LOG = LoggerFactory.getLogger(DeploymentAudit.class);
    private static final Map<Integer, String> ACTIONS = Map.of(BundleEvent.INSTALLED, "deployment.installed",
            BundleEvent.UPDATED, "deployment.updated", BundleEvent.UNINSTALLED, "deployment.removed");

    private final BundleContext context;
    private final Path system;
    private final BlockingQueue<Entry> waiting = new LinkedBlockingQueue<>(1_000);
    private volatile AuditLog audit;

    private record Entry(String action, String bundle, Map<String, String> details) {
    }

    /**
     * Listens from now on.
     *
     * @param context of this bundle
     */
    @Activate
    public DeploymentAudit(BundleContext context) {
        this.context = context;
        this.system = Deployments.system(context);
        context.addBundleListener(this);
    }

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    void bind(AuditLog log) {
        audit = log;
        flush();
    }

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    volatile Deployments judge;

    void unbind(AuditLog log) {
        if (audit == log) {
            audit = null;
        }
    }

    @Override
    public void bundleChanged(BundleEvent event) {
        String action = ACTIONS.get(event.getType());
        Bundle bundle = event.getBundle();
        if (action == null || Deployments.isShipped(bundle, system)) {
            return;
        }
        String location = bundle.getLocation();
        Map<String, String> details = Map.of("version", bundle.getVersion().toString(), "file",
                location.substring(location.lastIndexOf('/') + 1));
        note(action, bundle, details);
        Deployments deployments = judge;
        String trouble = deployments == null || event.getType() == BundleEvent.UNINSTALLED ? "" : deployments.verdict(bundle);
        if (!trouble.isEmpty()) {
            Map<String, String> refused = new HashMap<>(details);
            refused.put("why", trouble);
            note("deployment.refused", bundle, refused);
        }
        flush();
    }

    private void note(String action, Bundle bundle, Map<String, String> details) {
        if (!waiting.offer(new Entry(action, String.valueOf(bundle.getSymbolicName()), details))) {
            LOG.error("Too many deployments wait for the audit; {} of {} is only told here", action, bundle);
        }
    }

    private synchronized void flush() {
        AuditLog log = audit;
        try {
            for (Entry entry = waiting.peek(); log != null && entry != null; entry = waiting.peek()) {
                log.record(Actor.SYSTEM, entry.action(), "bundle", entry.bundle(), null, entry.details());
                waiting.remove();
            }
        } catch (StoreUnavailable e) {
            LOG.warn("The audit cannot be written now; {} deployments wait for it", waiting.size());
        }
    }

    @Deactivate
    void close() {
        context.removeBundleListener(this);
    }
}
