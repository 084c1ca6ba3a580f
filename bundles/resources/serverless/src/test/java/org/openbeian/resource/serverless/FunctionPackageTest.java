package org.openbeian.resource.serverless;

import static org.junit.Assert.assertEquals;

import java.lang.reflect.Proxy;
import java.util.List;
import org.junit.Test;
import org.openbeian.api.resource.ResourceExample;
import org.openbeian.api.rules.Finding;
import org.openbeian.testkit.Requirement;

/** Packages of cloud functions that qualify and that do not. */
public class FunctionPackageTest {

    private final FunctionPackage type = new FunctionPackage(config(null));

    @Test
    @Requirement("A-16")
    public void bothPartsOfThePackageAreBought() {
        assertEquals(List.of(List.of(), List.of("serverless-too-few-calls"), List.of("serverless-too-little-use"),
            List.of("serverless-too-little-use"), List.of("serverless-ended"), List.of("serverless-not-mainland")), examples());
        assertEquals("a package of 50000000 calls or more", type.conditions().get(1).en());
        assertEquals("a package of 400000 GBs or more", type.conditions().get(2).en());
    }

    @Test
    @Requirement("A-15")
    public void onePackageAnAccountTwoServicesNoCodes() {
        assertEquals(List.of(1, 2, 0), List.of(type.resourcesPerAccount(), type.servicesPerResource(), type.codesPerResource()));
    }

    @Test
    public void aBadLimitIsRefusedAndTheOneInForceStays() {
        type.modified(config(0));
        assertEquals(List.of(1, 2), List.of(type.resourcesPerAccount(), type.servicesPerResource()));
        type.modified(config(3));
        assertEquals(List.of(3, 3), List.of(type.resourcesPerAccount(), type.servicesPerResource()));
    }

    private List<List<String>> examples() {
        return type.examples().stream().map(this::judge).toList();
    }

    private List<String> judge(ResourceExample example) {
        return type.judge(example.facts(), example.on(), "/a").stream().map(Finding::ruleId).toList();
    }

    private static ServerlessConfig config(Integer value) {
        return (ServerlessConfig) Proxy.newProxyInstance(ServerlessConfig.class.getClassLoader(), new Class<?>[] {ServerlessConfig.class},
            (proxy, method, arguments) -> value == null ? method.getDefaultValue() : value);
    }
}
