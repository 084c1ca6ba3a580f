package org.openbeian.security;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
    private static final String USERS = "users";

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
        return store().open(Map.of());
    }

    /** The file that holds the users, or null when they are kept elsewhere. */
    Path usersFile() {
        Object file = store().options.get(USERS);
        return file == null ? null : Path.of(file.toString());
    }

    /** A store that writes passwords as the realm does, into another file. */
    BackingEngine usersIn(Path file) {
        return store().open(Map.of(USERS, file.toString()));
    }

    private Store store() {
        for (JaasRealm realm : realms) {
            if (NAME.equals(realm.getName())) {
                for (AppConfigurationEntry entry : realm.getEntries()) {
                    Object module = entry.getOptions().get(ProxyLoginModule.PROPERTY_MODULE);
                    for (BackingEngineFactory factory : factories) {
                        if (factory.getModuleClass().equals(module) && !factory.getModuleClass().contains("Publickey")) {
                            return new Store(factory, entry.getOptions());
                        }
                    }
                }
            }
        }
        throw new IllegalStateException("realm " + NAME + " has no user store that can be managed");
    }

    /** A kind of user store and how the realm set it up. */
    private record Store(BackingEngineFactory factory, Map<String, ?> options) {

        BackingEngine open(Map<String, String> changes) {
            Map<String, Object> changed = new HashMap<>(options);
            changed.putAll(changes);
            return factory.build(changed);
        }
    }
}
