package org.openbeian.aftercare.simulator;

import org.osgi.annotation.bundle.Header;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps the simulators from starting where real filings are made. */
@Header(name = Constants.BUNDLE_ACTIVATOR, value = "${@class}")
public final class ProductionGuard implements BundleActivator {

    /** Framework property that names the profile. */
    static final String PROFILE = "openbeian.profile";

    private static final Logger LOG = LoggerFactory.getLogger(ProductionGuard.class);

    @Override
    public void start(BundleContext context) throws BundleException {
        check(context.getProperty(PROFILE));
    }

    /** Refuses the production profile. */
    static void check(String profile) throws BundleException {
        if ("production".equalsIgnoreCase(profile)) {
            LOG.error("The aftercare simulator does not start in the production profile ({}={}). Remove its feature from this server.",
                PROFILE, profile);
            throw new BundleException("the aftercare simulator does not start in the production profile");
        }
    }

    @Override
    public void stop(BundleContext context) {
        // the components are stopped by the framework
    }
}
