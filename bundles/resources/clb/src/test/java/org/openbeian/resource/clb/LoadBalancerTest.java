package org.openbeian.resource.clb;

import static org.junit.Assert.assertEquals;

import java.lang.reflect.Proxy;
import java.util.List;
import org.junit.Test;
import org.openbeian.api.resource.ResourceExample;
import org.openbeian.api.rules.Finding;
import org.openbeian.testkit.Requirement;

/** Load balancers that qualify and that do not. */
public class LoadBalancerTest {

    private final LoadBalancer type = new LoadBalancer(config(null));

    @Test
    @Requirement("A-17")
    public void itIsBoundToACloudServer() {
        assertEquals(List.of(List.of(), List.of("clb-without-server"), List.of("clb-without-server"),
            List.of("clb-without-public-ip"), List.of("clb-not-mainland")), examples());
        assertEquals(3, type.conditions().size());
    }

    @Test
    public void itsAddressesGrantNoCodes() {
        assertEquals(0, type.codesPerResource());
    }

    @Test
    public void aBadLimitIsRefusedAndTheOneInForceStays() {
        type.modified(config(0));
        assertEquals(5, type.servicesPerResource());
        type.modified(config(3));
        assertEquals(3, type.servicesPerResource());
        assertEquals(3, type.sitesPerAddress());
    }

    private List<List<String>> examples() {
        return type.examples().stream().map(this::judge).toList();
    }

    private List<String> judge(ResourceExample example) {
        return type.judge(example.facts(), example.on(), "/a").stream().map(Finding::ruleId).toList();
    }

    private static ClbConfig config(Integer value) {
        return (ClbConfig) Proxy.newProxyInstance(ClbConfig.class.getClassLoader(), new Class<?>[] {ClbConfig.class},
            (proxy, method, arguments) -> value == null ? method.getDefaultValue() : value);
    }
}
