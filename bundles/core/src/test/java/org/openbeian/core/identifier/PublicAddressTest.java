package org.openbeian.core.identifier;

import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.Test;

public class PublicAddressTest {

    @Test
    public void addressesOfMachinesNetworksMetadataAndBooksAreNotPublic() throws UnknownHostException {
        for (String inside : new String[] {"127.0.0.1", "127.255.0.9", "0.0.0.0", "10.1.2.3", "172.16.0.1", "172.31.255.255",
            "192.168.1.1", "169.254.169.254", "169.254.0.23", "100.64.0.1", "100.100.100.200", "192.0.0.8", "192.0.2.1", "198.18.0.1",
            "198.51.100.7", "203.0.113.5", "224.0.0.1", "240.0.0.1", "255.255.255.255", "::", "::1", "fe80::1", "fec0::1", "fc00::1",
            "fd00:ec2::254", "ff02::1", "::ffff:10.0.0.1", "64:ff9b::a00:1", "2002:a00:1::", "2001::1", "2001:db8::1", "100::1",
            "::10.0.0.1"}) {
            assertFalse(inside, PublicAddress.is(InetAddress.getByName(inside)));
        }
    }

    @Test
    public void theirNeighboursArePublic() throws UnknownHostException {
        for (String outside : new String[] {"1.1.1.1", "9.255.255.255", "11.0.0.0", "100.63.255.255", "100.128.0.0", "126.255.255.255",
            "128.0.0.0", "169.253.255.255", "169.255.0.0", "172.15.255.255", "172.32.0.0", "192.167.255.255", "192.169.0.0",
            "223.255.255.255", "119.29.29.29", "2400:3200::1", "2001:4860:4860::8888", "2606:4700::1111"}) {
            assertTrue(outside, PublicAddress.is(InetAddress.getByName(outside)));
        }
    }
}
