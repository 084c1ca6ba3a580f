package org.openbeian.rest;

import java.util.regex.Pattern;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.Response;
import org.openbeian.api.order.Refusal;
import org.openbeian.api.print.DocumentPrinter;
import org.openbeian.api.print.HtmlPage;
import org.openbeian.api.print.PageFont;
import org.openbeian.api.print.PrintedDocument;

/** Answers with documents to print. */
final class Prints {

    /** A page for a browser. */
    static final String HTML = "text/html;charset=UTF-8";
    /** Header that a page with styles of its own sets over the server's, which would drop them. */
    static final String POLICY = "Content-Security-Policy";
    /** What a page to print may: look as it says, and nothing else. */
    static final String STYLED = "default-src 'none'; style-src 'unsafe-inline'; font-src data:; frame-ancestors 'none'";
    private static final Pattern LANGUAGE = Pattern.compile("zh|en");

    private Prints() {
    }

    /** The query parameter {@code lang}; Chinese when it is missing. */
    static boolean inChinese(String language) {
        return !"en".equals(Input.query("lang", language, LANGUAGE, "zh or en"));
    }

    /** The page, with its font in it where this server has one. */
    static Response html(Services services, PrintedDocument document) {
        return Response.ok(services.all(PageFont.class).stream().findFirst().map(font -> HtmlPage.of(document, font))
            .orElseGet(() -> HtmlPage.of(document)), HTML).header(POLICY, STYLED).build();
    }

    /**
     * The printer.
     *
     * @throws Refusal UNAVAILABLE when this server has none
     */
    static DocumentPrinter printer(Services services) {
        return services.all(DocumentPrinter.class).stream().findFirst().orElseThrow(() -> new Refusal(Refusal.Kind.UNAVAILABLE,
                "pdf-not-installed", "this server prints no PDF: its operator has to install the feature openbeian-pdf;"
                        + " until then print the page of HTML, or take the JSON"));
    }

    static Response pdf(DocumentPrinter printer, PrintedDocument document, String name) {
        return Response.ok(printer.print(document), DocumentPrinter.MEDIA_TYPE).header(HttpHeaders.CONTENT_DISPOSITION,
                "attachment; filename=\"" + name + ".pdf\"").build();
    }
}
