package org.openbeian.security.account;

import java.util.List;
import java.util.Map;
import javax.security.auth.login.AppConfigurationEntry;
import javax.security.auth.login.AppConfigurationEntry.LoginModuleControlFlag;
import org.apache.karaf.jaas.boot.ProxyLoginModule;
import org.apache.karaf.jaas.config.JaasRealm;
import org.openbeian.api.security.Accounts;
import org.openbeian.api.store.StoreUnavailable;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.FieldOption;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/**
 * The realm {@value #NAME} of shell, SSH and JMX: it has the accounts of the store, like REST. While the store cannot be
 * reached, and only then, it has the users of Karaf's own realm, which is {@code etc/users.properties} and empty as shipped:
 * whoever may write there can let himself in to repair the server. Thread-safe.
 */
@Component(service = JaasRealm.class)
public final class AccountRealm implements JaasRealm {

    static final String NAME = "karaf";
    private static final int BEFORE_KARAFS = 100;
    /** Cannot be an account. */
    private static final String PROBE = "-";

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile Accounts accounts;

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC, fieldOption = FieldOption.REPLACE,
            target = "(!(component.name=org.openbeian.security.account.AccountRealm))")
    volatile List<JaasRealm> others = List.of();

    private final String bundleId;

    /** For the bundle that has the login module. */
    @Activate
    public AccountRealm(BundleContext context) {
        this(Long.toString(context.getBundle().getBundleId()));
    }

    AccountRealm(String bundleId) {
        this.bundleId = bundleId;
    }

    @Override
    public String getName() {
        return NAME;
    }

    @Override
    public int getRank() {
        return BEFORE_KARAFS;
    }

    @Override
    public AppConfigurationEntry[] getEntries() {
        Accounts present = accounts;
        if (present == null || !answers(present)) {
            return others.stream().filter(realm -> NAME.equals(realm.getName())).findFirst().map(JaasRealm::getEntries)
                    .orElse(new AppConfigurationEntry[0]);
        }
        return new AppConfigurationEntry[] {new AppConfigurationEntry(ProxyLoginModule.class.getName(),
                LoginModuleControlFlag.REQUIRED, Map.of(ProxyLoginModule.PROPERTY_MODULE, AccountLoginModule.class.getName(),
                        ProxyLoginModule.PROPERTY_BUNDLE, bundleId, AccountLoginModule.ACCOUNTS, present))};
    }

    private static boolean answers(Accounts accounts) {
        try {
            accounts.actor(PROBE, "system");
            return true;
        } catch (StoreUnavailable away) {
            return false;
        }
    }
}
