package org.openbeian.rest;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.AfterClass;
import org.junit.BeforeClass;
import org.junit.Test;
import org.openbeian.api.guidance.Checklist;
import org.openbeian.api.guidance.Checklists;
import org.openbeian.api.order.CaseExport;
import org.openbeian.api.order.CaseExport.HistoryProof;
import org.openbeian.api.order.CaseExports;
import org.openbeian.api.order.Explanation;
import org.openbeian.api.model.LocalizedText;
import org.openbeian.api.order.Letter;
import org.openbeian.api.order.Letters;
import org.openbeian.api.order.Order;
import org.openbeian.api.order.Orders;
import org.openbeian.api.print.DocumentPrinter;
import org.openbeian.api.print.HtmlPage;
import org.openbeian.api.print.PageFont;
import org.openbeian.api.print.PrintedDocument;
import org.openbeian.api.security.Actor;
import org.openbeian.api.site.SiteFooter;
import org.openbeian.api.site.Sites;
import org.openbeian.rest.TestServer.Reply;
import org.openbeian.testkit.Requirement;

/** What is printed over HTTP. The printer here makes HTML. */
public class PrintsTest {

    private static TestServer server;
    private static String path;

    @BeforeClass
    public static void start() throws Exception {
        server = new TestServer();
        server.services.put(Checklists.class, new Lists());
        server.services.put(CaseExports.class, (CaseExports) (actor, id) -> {
            Order order = server.services.need(Orders.class).get(actor, id);
            return new CaseExport(FakeOrders.NOW, order, List.of(), new Explanation(id, List.of(), List.of()),
                new HistoryProof(true, null, 0, "f".repeat(64)));
        });
        path = "/orders/" + server.json("anna", "POST", "/orders", "{\"type\":\"FIRST\",\"application\":{\"organizer\":{\"nature\":"
            + "\"INDIVIDUAL\",\"name\":\"王小明\",\"certificateNumber\":\"440305190012311237\"}}}").json().get("id").asText();
    }

    @AfterClass
    public static void stop() {
        server.close();
    }

    private static void install() {
        server.services.put(DocumentPrinter.class, document -> HtmlPage.of(document).getBytes(StandardCharsets.UTF_8));
    }

    @Test
    public void withoutAPrinterItIsSaidWhatToInstall() {
        server.services.put(DocumentPrinter.class, null);
        for (String document : List.of("/checklist/page.pdf", "/export.pdf")) {
            for (String accept : List.of("*/*", "application/pdf")) {
                Reply reply = server.send("anna", "GET", path + document, "Accept", accept);
                assertEquals(503, reply.status());
                assertEquals("pdf-not-installed", reply.json().get("code").asText());
                assertTrue(reply.text(), reply.text().contains("openbeian-pdf"));
            }
        }
        Reply page = server.send("anna", "GET", path + "/checklist/page");
        assertEquals("the page needs none", 200, page.status());
        assertEquals("a browser keeps its styles", Prints.STYLED, page.header("Content-Security-Policy"));
    }

    @Test
    @Requirement("E-03")
    public void aPageCarriesItsFontWhereTheServerHasOne() {
        server.services.put(PageFont.class, text -> text.contains("<h1>清单</h1>") ? new byte[] {1, 2, 3} : new byte[0]);
        try {
            Reply page = server.send("anna", "GET", path + "/checklist/page");
            assertTrue(page.text(), page.text().contains("src:url(data:font/ttf;base64,AQID)"));
            assertTrue("a browser takes it", page.header("Content-Security-Policy").contains("font-src data:"));
        } finally {
            server.services.put(PageFont.class, null);
        }
        assertFalse(server.send("anna", "GET", path + "/checklist/page").text().contains("@font-face"));
    }

    @Test
    @Requirement("T-57")
    public void theExampleOfAFooterKeepsItsStylesAndItsBadge() {
        server.services.put(Sites.class, (Sites) Proxy.newProxyInstance(Sites.class.getClassLoader(), new Class<?>[] {Sites.class},
            (proxy, method, arguments) -> new SiteFooter("example.com", "粤ICP备2026000001号-1", "https://beian.miit.gov.cn/",
                null, null, null, "https://example.com/badge.png", "<img src=\"https://example.com/badge.png\">")));
        Reply page = server.send("anna", "GET", "/sites/s1/footer/preview");
        assertTrue(page.text(), page.text().contains("<style>") && page.text().contains("badge.png"));
        String policy = page.header("Content-Security-Policy");
        assertTrue(policy, policy.contains("default-src 'none'") && policy.contains("style-src 'unsafe-inline'")
            && policy.contains("img-src 'self' https:"));
    }

    @Test
    @Requirement({"E-03", "T-108"})
    public void theChecklistIsAFileInTheAskedLanguage() {
        install();
        Reply pdf = server.send("anna", "GET", path + "/checklist/page.pdf", "Accept", "application/pdf");
        assertEquals("application/pdf", pdf.header("Content-Type"));
        assertEquals("attachment; filename=\"checklist-" + path.substring("/orders/".length()) + ".pdf\"",
            pdf.header("Content-Disposition"));
        assertTrue(pdf.text(), pdf.text().contains("lang=\"zh-CN\""));
        assertTrue(server.send("anna", "GET", path + "/checklist/page.pdf?lang=en").text().contains("lang=\"en\""));
        assertEquals(400, server.send("anna", "GET", path + "/checklist/page.pdf?lang=fr").status());
    }

    @Test
    public void theCaseIsMaskedAsItsJson() {
        install();
        String own = server.send("anna", "GET", path + "/export.pdf").text();
        assertTrue(own, own.contains("440305190012311237") && own.contains("王小明") && own.contains("f".repeat(64)));
        String staff = server.send("wang", "GET", path + "/export.pdf?lang=en").text();
        assertFalse(staff, staff.contains("440305190012311237") || staff.contains("王小明"));
        assertTrue(staff, staff.contains("the history is whole"));
        assertEquals(404, server.send("bob", "GET", path + "/export.pdf").status());
    }

    @Test
    @Requirement("A-94")
    public void lettersAreListedAndPrinted() {
        List<String> printed = new ArrayList<>();
        Letter letter = new Letter("pledge", "/organizer", new LocalizedText("承诺书", "pledge"), "pledge", "1", Letter.Kind.LETTER, null,
            null, null, false);
        server.services.put(Letters.class, new Letters() {
            @Override
            public List<Letter> of(Actor actor, String orderId) {
                return List.of(letter);
            }

            @Override
            public <T> T print(Actor actor, String orderId, String type, String subject, Function<PrintedDocument, T> rendering) {
                T rendered = rendering.apply(new PrintedDocument("承诺书", "zh-CN", FakeOrders.NOW, List.of()));
                printed.add(type + " " + subject);
                return rendered;
            }
        });
        assertEquals("LETTER", server.send("anna", "GET", path + "/letters").json().at("/0/kind").asText());
        String address = path + "/letters/pledge/page";
        server.services.put(DocumentPrinter.class, null);
        assertEquals(503, server.send("anna", "PUT", address + ".pdf?subject=/organizer").status());
        assertEquals("nothing was printed, so nothing is kept", List.of(), printed);
        server.services.put(DocumentPrinter.class, document -> {
            throw new IllegalStateException("no font");
        });
        assertEquals(500, server.send("anna", "PUT", address + ".pdf?subject=/organizer").status());
        assertEquals("who only reads", 403, server.send("audrey", "PUT", address + "?subject=/organizer").status());
        assertEquals("loaded again it prints nothing", 405, server.send("anna", "GET", address + "?subject=/organizer").status());
        assertEquals(List.of(), printed);
        install();
        Reply page = server.send("anna", "PUT", address + "?subject=/organizer");
        assertTrue(page.text(), page.text().contains("<h1>承诺书</h1>") && page.header("Content-Type").startsWith("text/html"));
        assertEquals("attachment; filename=\"pledge.pdf\"",
            server.send("anna", "PUT", address + ".pdf?subject=/services/0/principal").header("Content-Disposition"));
        assertEquals(List.of("pledge /organizer", "pledge /services/0/principal"), printed);
        for (String query : List.of("", "?subject=organizer", "?subject=/organizer%22")) {
            assertEquals(query, 400, server.send("anna", "PUT", address + query).status());
        }
    }

    private static final class Lists implements Checklists {

        @Override
        public Checklist of(Actor actor, String orderId) {
            throw new AssertionError("not asked for");
        }

        @Override
        public PrintedDocument document(Actor actor, String orderId, boolean chinese) {
            return new PrintedDocument("清单", chinese ? "zh-CN" : "en", FakeOrders.NOW, List.of());
        }
    }
}
