package org.openbeian.province.national;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.Test;
import org.openbeian.api.model.App;
import org.openbeian.api.model.OrganizerNature;
import org.openbeian.api.model.WebSite;
import org.openbeian.api.resource.ResourceFacts;
import org.openbeian.api.resource.ResourceRef;
import org.openbeian.api.rules.Finding;
import org.openbeian.api.rules.RuleBook;
import org.openbeian.api.rules.Severity;
import org.openbeian.contract.kit.SampleCase;
import org.openbeian.core.rules.RuleFileException;
import org.openbeian.core.rules.RuleFiles;
import org.openbeian.testkit.Requirement;

/** The form of an APP. */
public class AppFormTest {

    private static final String KEY = "9".repeat(309);
    private static final String MD5 = "8EC672E57DBCFD175B3754987EBB0428";

    private final RuleBook book = NationalRulesTest.newBook();
    private final FormOf form = FormOf.first(book, OrganizerNature.ENTERPRISE);

    /** A complete APP of the sample's organizer and principal. */
    static SampleCase sample() {
        return new SampleCase().with("/services/0/kind", "APP").with("/services/0/domains", null).with("/services/0/homeUrl", null)
            .with("/services/0/name", "示例出行").with("/services/0/contents", List.of(33)).with("/services/0/offersSdk", false)
            .with("/services/0/usesSdk", true).with("/services/0/features", List.of(Map.of("platform", "ANDROID", "domains",
                List.of("app.example.com"), "packages", List.of(Map.of("name", "com.example.app", "publicKey", KEY, "fingerprint", MD5)))));
    }

    @Test
    @Requirement("A-26")
    public void aServiceIsAWebsiteOrAnApp() {
        assertEquals(2, form.services());
        assertEquals("WEBSITE", form.service(0).field("kind").says("const"));
        assertEquals("APP", form.service(1).field("kind").says("const"));
        assertTrue(form.service(0).requires("kind") && form.service(1).requires("kind"));
        assertEquals(App.class, sample().filing().application().services().get(0).getClass());
        assertEquals(WebSite.class, new SampleCase().filing().application().services().get(0).getClass());
        for (String wrong : new String[] {null, "MINI_PROGRAM"}) {
            SampleCase sample = sample().with("/services/0/kind", wrong);
            assertThrows(UncheckedIOException.class, sample::filing);
        }
        assertEquals("each kind has rules of its own", List.of(), sample().findings(book));
        assertTrue(missing(sample().with("/services/0/features", List.of())).contains("/services/0/features"));
        assertFalse(missing(new SampleCase()).contains("/services/0/features"));
    }

    @Test
    @Requirement("A-27")
    public void theAppHasANameThatIsItsOwn() {
        assertEquals("服务名称", form.service(1).field("name").says("title"));
        assertTrue(form.service(1).requires("name"));
        assertTrue(missing(sample().with("/services/0/name", null)).contains("/services/0/name"));
        assertEquals("two of one name", List.of("app-name-repeated /services/0/name", "app-name-repeated /services/1/name"),
            sample().twice().findings(book).stream().filter(one -> one.startsWith("app-name")).toList());
        assertEquals(List.of("app-name-signs /services/0/name"), sample().with("/services/0/name", "示例出行★").findings(book));
    }

    @Test
    @Requirement("A-77")
    public void whatWasSavedInPartsIsFoundIncompleteUntilItIsWhole() {
        assertTrue(missing(sample().with("/services/0/features", List.of())).contains("/services/0/features"));
        Map<String, Object> half = Map.of("platform", "ANDROID", "domains", List.of("app.example.com"), "packages",
            List.of(Map.of("name", "com.example.app")));
        assertTrue(sample().with("/services/0/features", List.of(half)).findings(book).stream()
            .anyMatch(one -> one.startsWith("app-package-incomplete")));
        assertEquals(List.of(), sample().findings(book));
    }

    @Test
    @Requirement("A-56")
    public void contentsAreChosenFromACatalogueThatAnOperatorLoads() throws Exception {
        assertTrue(form.service(1).requires("contents"));
        assertTrue(missing(sample().with("/services/0/contents", List.of())).contains("/services/0/contents"));
        assertEquals(List.of(), sample().findings(book));
        assertEquals(List.of("app-content-unknown /services/0/contents"),
            sample().with("/services/0/contents", List.of(65)).findings(book));
        RuleBook loaded = withCatalogue();
        assertEquals(List.of(), sample().with("/services/0/contents", List.of(33, 1001)).findings(loaded));
        Finding other = loaded.judge(sample().with("/services/0/contents", List.of(8)).filing()).findings().get(0);
        assertEquals("app-content-unknown", other.ruleId());
        assertEquals("nobody knows the catalogue by heart: a specialist is asked", Severity.ASK, other.severity());
        assertEquals("websites have their own", List.of(), new SampleCase().findings(loaded));
        FormOf contents = FormOf.first(loaded, OrganizerNature.ENTERPRISE).service(1).field("contents");
        assertEquals("软件开发", contents.items().chinese("1001"));
    }

    /** The national file with the catalogue in place, beside a province that has none. */
    private static RuleBook withCatalogue() throws IOException, RuleFileException {
        try (InputStream in = AppFormTest.class.getResourceAsStream("/OB-INF/rules/national.province.yaml")) {
            String file = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            String loaded = file.replaceFirst("app-contents:\\s+\\[[^]]*]", "app-contents: [\"33\", \"1001\"]")
                .replace("fact: service.contents, when: {service.kind: APP}, source",
                    "fact: service.contents, when: {service.kind: APP}, words: [{id: \"1001\", zh: 软件开发, en: software}], source");
            return RuleFiles.book(List.of(RuleFiles.read(loaded, "national", "2.0.0"), NationalRulesTest.province("")));
        }
    }

    @Test
    @Requirement("A-60")
    public void anAppRestsOnAResourceOrOnACodeOfAnotherAccount() {
        FormOf access = form.service(1).field("accesses").items();
        assertTrue(access.requires("resourceKind") && access.requires("resourceId"));
        assertEquals(List.of("resource-missing /services/0/accesses"), sample().with("/services/0/accesses", List.of()).findings(book));
        assertEquals("its own server", List.of(), sample().resource(facts("cvm", "zhang")).findings(book));
        assertEquals("a server of another account", List.of("resource-of-other-account /services/0/accesses/0/resourceId"),
            sample().resource(facts("cvm", "zhou")).findings(book));
        SampleCase code = sample().with("/services/0/accesses/0/resourceKind", "auth-code");
        assertEquals("a code for that server, given to this account", List.of(), code.resource(facts("auth-code", "zhang"))
            .findings(book));
        assertEquals("a code given to nobody here", List.of("resource-of-other-account /services/0/accesses/0/resourceId"),
            code.resource(facts("auth-code", "zhou")).findings(book));
    }

    @Test
    @Requirement("A-61")
    public void aRemarkMayBeLeftOut() {
        assertFalse(form.service(1).requires("remark"));
        assertEquals("服务备注", form.service(1).field("remark").says("title"));
        assertEquals(List.of(), missing(sample()));
        SampleCase remarked = sample().with("/services/0/remark", "子域名 app.example.com");
        assertEquals(List.of(), remarked.findings(book));
        assertEquals("子域名 app.example.com", remarked.filing().application().services().get(0).remark());
    }

    private List<String> missing(SampleCase sample) {
        return book.missingFields(sample.filing()).stream().map(Finding::pointer).toList();
    }

    /** A server, or a code for a server of the account zhou; whose it is. */
    private static ResourceFacts facts(String kind, String account) {
        return new ResourceFacts(kind, "ins-1", account, "ap-guangzhou", true, List.of("119.29.29.29"), true, 12,
            Instant.parse("2030-01-01T00:00:00Z"), Map.of(),
            kind.equals("auth-code") ? List.of(new ResourceRef("cvm", "ins-9")) : List.of());
    }
}
