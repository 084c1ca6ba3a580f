package org.openbeian.aftercare;

import static org.openbeian.aftercare.Remarks.text;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.openbeian.api.site.FooterReport;

/**
 * Signs that a page is not what was filed: hints for a person, who judges. Behind a content delivery network or after a new name they
 * mean nothing wrong.
 */
final class ContentCheck {

    /** Rule of the hint that the page shows the number of somebody else. */
    static final String OTHER_NUMBER = "content-number-other";

    private static final String ROW = "filing-flow 5";
    private static final int SHORTEST = 2;
    private static final int TITLE = 60;
    private static final int FEW = 5;

    private ContentCheck() {
    }

    /** Everything by which a page names itself; read before anything is taken off it. */
    static String named(Document document) {
        return Stream.concat(Stream.of(document.title(), document.text()), document.select("meta[name=application-name],"
            + " meta[name=description], meta[name=keywords], meta[property=og:site_name], meta[property=og:title]").stream()
            .map(meta -> meta.attr("content"))).collect(Collectors.joining(" "));
    }

    /** Whether the filed name is anywhere. */
    static void name(Wanted wanted, Remarks remarks, String named, String title) {
        String name = wanted.name() == null ? "" : folded(wanted.name());
        if (name.length() >= SHORTEST && !folded(named).contains(name)) {
            String own = title.isBlank() ? "" : title.length() > TITLE ? title.substring(0, TITLE) + "…" : title;
            remarks.warn("content-name-absent", "/content", ROW, text("页面上没有备案的网站名称“" + wanted.name() + "”"
                + (own.isEmpty() ? "" : "，页面标题为“" + own + "”"), "The filed name " + wanted.name() + " is nowhere on the page"
                + (own.isEmpty() ? "" : ", whose title is " + own)), text("请核对网站内容与备案信息；名称已改的请办理变更备案",
                "See whether the page is what was filed; file a change when its name is another now"));
        }
    }

    /** Whether the numbers that a page shows are those of others; a licence is no filing, so that only those of one form are compared. */
    static void numbers(Wanted wanted, Remarks remarks, Set<String> shown) {
        List<String> alike = shown.stream().filter(number -> form(number).equals(form(wanted.organizerNumber()))).toList();
        if (!alike.isEmpty() && alike.stream().noneMatch(number -> number.startsWith(wanted.organizerNumber()))) {
            List<String> others = alike.stream().limit(FEW).toList();
            remarks.warn(OTHER_NUMBER, "/content", "T-54", text("页面显示的是其他主体的备案号 " + String.join("、", others),
                "The page shows filing numbers of another organizer alone: " + String.join(", ", others)),
                text("请核对该域名上的网站是否为备案的网站", "See whether the site under this domain is the one that was filed"));
        }
    }

    /** Whether the name leads to what was filed. */
    static void host(Remarks remarks, List<String> resolved, List<String> filed) {
        if (!resolved.isEmpty() && !filed.isEmpty() && resolved.stream().noneMatch(filed::contains)) {
            String to = resolved.stream().limit(FEW).collect(Collectors.joining(", "));
            String wanted = filed.stream().limit(FEW).collect(Collectors.joining(", "));
            remarks.warn("host-elsewhere", "/host", ROW, text("域名解析到 " + to + "，不是备案的 " + wanted + "（使用 CDN 时属正常）",
                "The domain leads to " + to + ", none of which was filed (" + wanted + "); behind a CDN that is in order"),
                text("请核对接入信息，IP 已更换的请办理变更备案", "See to the access; file a change when the addresses are others now"));
        }
    }

    static boolean showsOther(FooterReport report) {
        return report != null && report.findings().stream().anyMatch(finding -> finding.ruleId().equals(OTHER_NUMBER));
    }

    private static String form(String number) {
        return number.contains("备") ? "备" : number.contains("证") ? "证" : "B2";
    }

    private static String folded(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT).replaceAll("[\\s\\p{P}\\u200b]+", "");
    }
}
