package org.openbeian.aftercare;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.util.List;
import org.junit.Test;
import org.openbeian.api.http.OutgoingHttp;

/** What the probe that is built in says of names; it asks no name server here. */
public class HttpProbeTest {

    private final HttpProbe probe = new HttpProbe(Desk.fake(OutgoingHttp.class, (proxy, method, arguments) -> null),
        new AftercareSettings(Settings.defaults()), null);

    @Test
    public void theAddressesOfANameAreInTheFormInWhichAddressesAreFiled() {
        assertEquals(List.of("119.29.1.78"), probe.addresses("119.29.1.78"));
        assertEquals(List.of("2402:4e00::1"), probe.addresses("2402:4E00:0:0:0:0:0:1"));
        assertTrue(probe.addresses("localhost").stream().anyMatch(List.of("127.0.0.1", "::1")::contains));
        probe.stop();
    }

    @Test
    public void whatCannotBeLookedUpHasNone() {
        assertEquals("no address, and no name", List.of(), probe.addresses("[192.0.2"));
        probe.stop();
        assertEquals("nobody is there to look it up", List.of(), probe.addresses("119.29.1.78"));
    }
}
