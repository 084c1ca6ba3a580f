package org.openbeian.province.extender;

import org.osgi.annotation.bundle.Capability;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;

/** Runs the extender while this bundle is active. */
@Component(immediate = true, service = {})
@Capability(namespace = "osgi.extender", name = "openbeian.rules", version = "1.0")
@Capability(namespace = "osgi.service", attribute = "objectClass:List<String>=\"org.openbeian.api.rules.ProvinceRules\"")
public final class ExtenderComponent {

    private final RulesExtender extender;

    /** Reads the rules of every bundle that is active already. */
    @Activate
    public ExtenderComponent(BundleContext context) {
        extender = new RulesExtender(context, new LastGoodRules(context.getDataFile("last-good").toPath()));
        extender.open();
    }

    @Deactivate
    void stop() {
        extender.close();
    }
}
