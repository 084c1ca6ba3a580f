package org.openbeian.resource.lighthouse;

import static org.junit.Assert.assertEquals;

import java.lang.reflect.Proxy;
import java.util.List;
import org.junit.Test;
import org.openbeian.api.resource.ResourceExample;
import org.openbeian.api.rules.Finding;
import org.openbeian.testkit.Requirement;

/** Light application servers that qualify and that do not. */
public class LightServerTest {

    private final LightServer type = new LightServer(config(null));

    @Test
    @Requirement({"A-14", "T-22"})
    public void itStandsOnTheTermsOfCloudServers() {
        assertEquals(List.of(List.of(), List.of("lighthouse-not-mainland"), List.of("lighthouse-without-public-ip"),
            List.of("lighthouse-not-prepaid"), List.of("lighthouse-bought-too-short"), List.of("lighthouse-expires-too-soon")),
            examples());
        assertEquals(5, type.conditions().size());
    }

    @Test
    public void aBadLimitIsRefusedAndTheOneInForceStays() {
        type.modified(config(2000));
        assertEquals(List.of(5, 0, 5), List.of(type.servicesPerResource(), type.sitesPerAddress(), type.codesPerResource()));
        type.modified(config(7));
        assertEquals(List.of(7, 7, 7), List.of(type.servicesPerResource(), type.sitesPerAddress(), type.codesPerResource()));
    }

    private List<List<String>> examples() {
        return type.examples().stream().map(this::judge).toList();
    }

    private List<String> judge(ResourceExample example) {
        return type.judge(example.facts(), example.on(), "/a").stream().map(Finding::ruleId).toList();
    }

    private static LighthouseConfig config(Integer value) {
        return (LighthouseConfig) Proxy.newProxyInstance(LighthouseConfig.class.getClassLoader(), new Class<?>[] {LighthouseConfig.class},
            (proxy, method, arguments) -> value == null ? method.getDefaultValue() : value);
    }
}
