package org.openbeian.core.register;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNull;

import org.junit.Test;

/** Domains as keys. */
public class DomainsTest {

    @Test
    public void oneDomainHasOneKeyHoweverItIsTyped() {
        assertEquals("example.com", Domains.key(" Example.COM "));
        assertEquals("xn--fsq092h.xn--fiqs8s", Domains.key("示例.中国"));
        assertEquals("xn--fsq092h.xn--fiqs8s", Domains.key("XN--FSQ092H.xn--fiqs8s"));
        assertNull(Domains.key(null));
    }

    @Test
    public void whatIsNoDomainStaysAsItIs() {
        assertEquals("..。.", Domains.key("..。.".toUpperCase(java.util.Locale.ROOT)));
        assertEquals("", Domains.key("  "));
    }
}
