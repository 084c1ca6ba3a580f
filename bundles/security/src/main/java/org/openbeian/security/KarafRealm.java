package org.openbeian.security;

import java.util.List;
import javax.security.auth.login.AppConfigurationEntry;
import org.apache.karaf.jaas.boot.ProxyLoginModule;
import org.apache.karaf.jaas.config.JaasRealm;
import org.apache.karaf.jaas.modules.BackingEngine;
import org.apache.karaf.jaas.modules.BackingEngineFactory;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** The realm {@value #NAME} that shell, SSH and REST share, and the store behind it. Thread-safe. */
@Component(service = KarafRealm.class)
public final class KarafRealm {

    static final String NAME = "karaf";

    private final List<JaasRealm> realms;
    private final List<BackingEngineFactory> factories;

    /** For all realms and kinds of user stores of this server. */
    @Activate
    public KarafRealm(
            @Reference(cardinality = ReferenceCardinality.AT_LEAST_ONE, policyOption = ReferencePolicyOption.GREEDY)
            List<JaasRealm> realms,
            @Reference(cardinality = ReferenceCardinality.AT_LEAST_ONE, policyOption = ReferencePolicyOption.GREEDY)
            List<BackingEngineFactory> factories) {
        this.realms = List.copyOf(realms);
        this.factories = List.copyOf(factories);
    }

    /**
     * The first store of the realm that can list its users.
     *
     * @throws IllegalStateException when there is none
     */
    BackingEngine users() {
        for (JaasRealm realm : realms) {
            if (NAME.equals(realm.getName())) {
                for (AppConfigurationEntry entry : realm.getEntries()) {
                    BackingEngine engine = engineOf(entry);
                    if (engine != null) {
                        return engine;
                    }
                }
            }
        }
        throw new IllegalStateException("realm " + NAME + " has no user store that can be managed");
    }

    private BackingEngine engineOf(AppConfigurationEntry entry) {
        Object module = entry.getOptions().get(ProxyLoginModule.PROPERTY_MODULE);
        for (BackingEngineFactory factory : factories) {
            if (factory.getModuleClass().equals(module) && !factory.getModuleClass().contains("Publickey")) {
                return factory.build(entry.getOptions());
            }
        }
        return null;
    }
}
