package org.openbeian.authority.simulator;

import static org.junit.Assert.assertThrows;

import org.junit.Test;
import org.osgi.framework.BundleException;

public class GuardTest {

    @Test
    public void theProductionProfileIsRefused() throws BundleException {
        assertThrows(BundleException.class, () -> ProductionGuard.check("production"));
        assertThrows(BundleException.class, () -> ProductionGuard.check("Production"));
        ProductionGuard.check("demo");
        ProductionGuard.check(null);
    }
}
