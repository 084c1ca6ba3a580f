package org.openbeian.core.eligibility;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.List;
import org.junit.Test;
import org.openbeian.api.eligibility.EligibilityAnswer;
import org.openbeian.api.eligibility.EligibilityQuestion;
import org.openbeian.api.eligibility.Filed;
import org.openbeian.api.eligibility.Need;
import org.openbeian.api.eligibility.Scenario;
import org.openbeian.api.order.Refusal;
import org.openbeian.api.register.ServiceEntry;
import org.openbeian.api.register.ServiceState;
import org.openbeian.api.rules.Finding;
import org.openbeian.core.fake.FakeRules;
import org.openbeian.core.fake.FixedClock;
import org.openbeian.core.fake.MemoryRegister;
import org.openbeian.core.fake.MemoryTransactions;
import org.openbeian.core.identifier.DomainName;
import org.openbeian.testkit.Requirement;

/** Questions about hosts, addresses and regions. */
public class EligibilityServiceTest {

    private Boolean originalValid;
    private final MemoryTransactions transactions = new MemoryTransactions();
    private final MemoryRegister register = new MemoryRegister(transactions);
    private final EligibilityService service = new EligibilityService(transactions, register, new FakeRules(),
        new FixedClock("2026-11-02T02:00:00Z"), config());

    @Test
    @Requirement({"E-50", "W-22", "Q-22", "Q-25"})
    public void aHostIsReducedToItsRegistrableDomain() {
        EligibilityAnswer answer = ask(Scenario.SITE, "M.Example.com.cn.:8080", "ap-guangzhou", null, Filed.ELSEWHERE);
        assertEquals(List.of("m.example.com.cn", "example.com.cn", Need.REQUIRED, "m.example.com.cn"),
            List.of(answer.host(), answer.unit(), answer.access(), answer.remark()));
        assertEquals("示例.公司", ask(Scenario.SITE, "www.示例.公司", "ap-guangzhou", null, null).unit());
        assertEquals("示例.公司", ask(Scenario.SITE, "xn--fsq092h.xn--55qx5d", "ap-guangzhou", null, null).unit());
        assertEquals("example.co.uk", ask(Scenario.SITE, "a.b.example.co.uk", "ap-guangzhou", null, null).unit());
    }

    @Test
    @Requirement({"Q-21", "E-06"})
    public void theRegisterGoesBeforeWhatIsTold() {
        file("example.com");
        EligibilityAnswer answer = ask(Scenario.SITE, "www.example.com", "ap-guangzhou", "119.29.29.29", Filed.NOWHERE);
        assertEquals(List.of(Filed.HERE, Need.NOT_REQUIRED, Need.NOT_REQUIRED, List.of()),
            List.of(answer.filed(), answer.filing(), answer.access(), answer.types()));
        assertEquals("told, but not in the register", Filed.UNKNOWN,
            ask(Scenario.SITE, "example.org", "ap-guangzhou", null, Filed.HERE).filed());
    }

    @Test
    @Requirement({"E-17", "A-04"})
    public void whatLostItsAccessHereIsFiledElsewhere() {
        transactions.run(() -> register.save(new ServiceEntry("粤ICP备1号-1", "粤ICP备1号", "示例", List.of("example.com"), 1, "order-1",
            Instant.parse("2026-11-01T00:00:00Z")).with(ServiceState.ACCESS_CANCELLED, Instant.parse("2026-11-02T00:00:00Z"))));
        assertEquals(Filed.ELSEWHERE, ask(Scenario.SITE, "example.com", "ap-guangzhou", null, null).filed());
    }

    @Test
    @Requirement({"Q-23", "E-36"})
    public void aSubDomainOfGovernmentIsItsOwnUnit() {
        file("shenzhen.gov.cn");
        assertEquals(Filed.UNKNOWN, ask(Scenario.SITE, "zwfw.shenzhen.gov.cn", "ap-guangzhou", null, null).filed());
        assertEquals("zwfw.shenzhen.gov.cn", ask(Scenario.SITE, "zwfw.shenzhen.gov.cn", "ap-guangzhou", null, null).unit());
        assertEquals("the portal", Filed.HERE, ask(Scenario.SITE, "www.shenzhen.gov.cn", "ap-guangzhou", null, null).filed());
        assertEquals("a.example.cn", ask(Scenario.GOVERNMENT_SITE, "a.example.cn", "ap-guangzhou", null, null).unit());
    }

    @Test
    @Requirement({"Q-02", "W-17"})
    public void hongKongIsNotMainland() {
        assertEquals(Need.NOT_REQUIRED, ask(Scenario.SITE, "example.com", "AP-HongKong", null, null).filing());
        assertEquals(List.of("mainland"), ask(Scenario.SITE, "example.com", "moon", null, null).missing());
        assertEquals(List.of("mainland"), ask(Scenario.SITE, "example.com", null, null, null).missing());
    }

    @Test
    @Requirement("W-24")
    public void privateAddressesOfBothVersionsNeedNone() {
        for (String ip : List.of("10.0.0.1", "172.31.255.255", "192.168.1.1", "fd00::1", "fe80::1", "::1")) {
            assertEquals(ip, "W-24", ask(Scenario.SITE, "example.com", "ap-guangzhou", ip, null).statements().get(0).rule());
        }
        assertEquals(Need.REQUIRED, ask(Scenario.SITE, "example.com", "ap-guangzhou", "240e::1", Filed.NOWHERE).filing());
    }

    @Test
    @Requirement("E-42")
    public void storageHasTwoDomainsAndTwoAnswers() {
        file("example.com");
        EligibilityAnswer answer = service.answer(new EligibilityQuestion(Scenario.OBJECT_STORAGE, "cdn.example.org", null, null, true,
            null, Filed.NOWHERE, false, true, null, null, "www.example.com", null, null, null));
        assertEquals(List.of(Need.REQUIRED, Filed.HERE), List.of(answer.filing(), answer.beside().filed()));
    }

    /** The rows of 6.6 that an access filing has: here nothing before the grant; whether it stays open elsewhere is told. */
    @Test
    @Requirement({"Q-39", "Q-12", "Q-05", "Q-37", "W-26"})
    public void whileAccessIsFiledASiteStaysOpenWhereItsResourceIsValid() {
        assertEquals("BLOCK UNKNOWN [originalValid]", meanwhile(Filed.ELSEWHERE));
        originalValid = true;
        assertEquals("BLOCK ALLOW []", meanwhile(Filed.ELSEWHERE));
        assertTrue(ask(Scenario.SITE, "example.com", "ap-guangzhou", null, Filed.ELSEWHERE).statements().stream().map(one -> one.rule())
            .toList().containsAll(List.of("Q-39", "Q-12", "Q-05")));
        originalValid = false;
        assertEquals("BLOCK BLOCK []", meanwhile(Filed.ELSEWHERE));
        assertEquals("BLOCK null []", meanwhile(Filed.NOWHERE));
        file("example.com");
        assertNull("nothing is to be filed", ask(Scenario.SITE, "example.com", "ap-guangzhou", null, null).meanwhile());
    }

    private String meanwhile(Filed filed) {
        EligibilityAnswer answer = ask(Scenario.SITE, "example.com", "ap-guangzhou", null, filed);
        return answer.meanwhile().here() + " " + answer.meanwhile().atOriginal() + " " + answer.missing();
    }

    @Test
    public void anAppNeedsNoDomain() {
        EligibilityAnswer answer = service.answer(new EligibilityQuestion(Scenario.APP, null, " 示例 ", null, true, null, Filed.HERE, null,
            null, null, null, null, null, null, null));
        assertEquals(List.of("示例", "示例", Filed.HERE), List.of(answer.host(), answer.unit(), answer.filed()));
        assertNull(answer.remark());
    }

    @Test
    public void whatCannotBeReadIsNamedAtOnce() {
        assertEquals(List.of("host-is-suffix", "ip-malformed"), wrong("com.cn", "1.2.3"));
        assertEquals(List.of("host-is-suffix"), wrong("co.uk", null));
        assertEquals(List.of("host-is-address"), wrong("119.29.29.29:80", null));
        assertEquals(List.of("host-is-address"), wrong("[240e::1]:80", null));
        assertEquals(List.of("host-is-address"), wrong("0x7f.1", null));
        assertEquals(List.of("host-malformed"), wrong("exa_mple.com", null));
        assertEquals(List.of("host-malformed"), wrong("a.".repeat(130) + "com", null));
        assertEquals(List.of("host-missing"), wrong(" ", null));
        assertEquals(List.of("host-missing"), wrong(null, null));
        assertEquals(List.of("host-malformed"), wrong("http://example.com", null));
    }

    @Test
    public void aPublicSuffixIsKnownQuickly() {
        for (String suffix : List.of("com", "com.cn", "gd.cn", "co.uk", "com.hk", "xn--55qx5d", "xn--55qx5d.cn")) {
            assertEquals(suffix, true, DomainName.isPublicSuffix(suffix));
        }
        for (String top : List.of("com", "net", "org", "top", "xyz", "vip", "wang", "shop", "club", "site", "online", "store", "tech",
                "ltd", "icu", "link", "info", "cc", "cn")) {
            assertEquals(top, false, DomainName.isPublicSuffix("example." + top));
            for (String second : List.of("co", "ne", "or", "www", "sch", "law", "art")) {
                assertEquals(second + "." + top, false, DomainName.parse(second + "." + top).isEmpty());
            }
        }
    }

    private List<String> wrong(String host, String ip) {
        Refusal refusal = assertThrows(Refusal.class, () -> ask(Scenario.SITE, host, null, ip, null));
        assertEquals(refusal.getMessage(), refusal.findings().size() == 1, refusal.getMessage().startsWith("One part of the question "));
        return refusal.findings().stream().map(Finding::ruleId)
            .toList();
    }

    private void file(String domain) {
        transactions.run(() -> register.save(new ServiceEntry("粤ICP备1号-1", "粤ICP备1号", "示例", List.of(domain), 1, "order-1",
            Instant.parse("2026-11-01T00:00:00Z"))));
    }

    private EligibilityAnswer ask(Scenario scenario, String host, String region, String ip, Filed filed) {
        return service.answer(new EligibilityQuestion(scenario, host, null, region, null, ip, filed, false, null, null, null, null,
            null, null, originalValid));
    }

    private static EligibilityConfig config() {
        return (EligibilityConfig) Proxy.newProxyInstance(EligibilityConfig.class.getClassLoader(),
            new Class<?>[] {EligibilityConfig.class}, (proxy, method, arguments) -> method.getDefaultValue());
    }
}
