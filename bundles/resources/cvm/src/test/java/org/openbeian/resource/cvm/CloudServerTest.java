package org.openbeian.resource.cvm;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.Test;
import org.openbeian.api.resource.ResourceFacts;
import org.openbeian.api.rules.Finding;
import org.openbeian.testkit.Requirement;

/** Servers that qualify and servers that do not. */
public class CloudServerTest {

    private static final Instant NOW = Instant.parse("2026-01-31T04:00:00Z");
    private static final Instant MONTH_LATER = Instant.parse("2026-02-28T04:00:00Z");

    private final CloudServer type = new CloudServer(config(3, 1, 5));

    @Test
    @Requirement({"A-10", "A-11", "A-12", "A-13"})
    public void aServerThatFulfilsAllQualifies() {
        assertEquals(List.of(), judge(server(true, "119.29.29.29", true, 3, MONTH_LATER)));
    }

    @Test
    @Requirement("A-10")
    public void itLiesInTheMainlandAndHasAPublicAddress() {
        assertEquals(List.of("cvm-not-mainland"), judge(server(false, "119.29.29.29", true, 3, MONTH_LATER)));
        assertEquals(List.of("cvm-without-public-ip"), judge(server(true, null, true, 3, MONTH_LATER)));
    }

    @Test
    @Requirement("A-11")
    public void itIsPrepaid() {
        assertEquals(List.of("cvm-not-prepaid"), judge(server(true, "119.29.29.29", false, 0, null)));
    }

    @Test
    @Requirement("A-12")
    public void itWasBoughtForThreeMonths() {
        assertEquals(List.of("cvm-bought-too-short"), judge(server(true, "119.29.29.29", true, 2, MONTH_LATER)));
    }

    @Test
    @Requirement("A-13")
    public void aMonthIsLeftInclusive() {
        assertEquals(List.of("cvm-expires-too-soon"),
            judge(server(true, "119.29.29.29", true, 3, MONTH_LATER.minusSeconds(1))));
        assertEquals(List.of("cvm-expires-too-soon"), judge(server(true, "119.29.29.29", true, 3, null)));
        assertEquals("not as if it were known to end soon", "The cloud server has no known end of its term",
            type.judge(server(true, "119.29.29.29", true, 3, null), NOW, "/services/0/accesses/0").get(0).text().en());
    }

    @Test
    @Requirement("Q-29")
    public void itsConditionsCanBeRead() {
        assertEquals(5, type.conditions().size());
        assertTrue(type.conditions().stream().allMatch(text -> !text.zh().isBlank() && !text.en().isBlank()));
    }

    @Test
    public void everyFindingNamesItsSourceAndTheAccess() {
        for (Finding finding : type.judge(server(false, null, false, 0, null), NOW, "/services/0/accesses/0")) {
            assertEquals("/services/0/accesses/0/resourceId", finding.pointer());
            assertTrue(finding.source().document().startsWith("A-1"));
        }
    }

    private List<String> judge(ResourceFacts facts) {
        return type.judge(facts, NOW, "/services/0/accesses/0").stream().map(Finding::ruleId).toList();
    }

    private static ResourceFacts server(boolean mainland, String ip, boolean prepaid, int months, Instant expires) {
        return new ResourceFacts("cvm", "ins-1", "zhang", "ap-guangzhou", mainland, ip == null ? List.of() : List.of(ip),
            prepaid, months, expires, Map.of());
    }

    @Test
    public void aBadLimitIsRefusedAndTheOneInForceStays() {
        type.modified(config(12, 0, 2000));
        assertEquals(5, type.servicesPerResource());
        assertTrue(type.conditions().toString(), type.conditions().toString().contains("bought for 12 months or more"));
        assertTrue(type.conditions().toString(), type.conditions().toString().contains("1 month or more left"));
        assertEquals("at first the catalogue's", 5, new CloudServer(config(3, 1, -1)).servicesPerResource());
    }

    private static CvmConfig config(int bought, int left, int services) {
        return (CvmConfig) Proxy.newProxyInstance(CvmConfig.class.getClassLoader(), new Class<?>[] {CvmConfig.class},
            (proxy, method, arguments) -> switch (method.getName()) {
                case "monthsBought" -> bought;
                case "monthsLeft" -> left;
                case "codesPerServer" -> 5;
                default -> services;
            });
    }
}
