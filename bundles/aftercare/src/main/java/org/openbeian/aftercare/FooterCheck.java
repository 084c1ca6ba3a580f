package org.openbeian.aftercare;

import static org.openbeian.aftercare.Remarks.text;

import java.net.URI;
import java.text.Normalizer;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.openbeian.api.site.FooterReport;
import org.openbeian.api.site.FooterReport.State;
import org.openbeian.api.site.SiteProbe.Page;
import org.openbeian.core.identifier.FilingNumber;

/** Compares a home page with what it must show, and says exactly what is wrong (T-46, T-47, T-54, T-55). */
final class FooterCheck {

    private static final Pattern NUMBER = Pattern.compile(
        "[\\u4e00-\\u9fff] ?(ICP ?[备備证證] ?\\d{6,12} ?[号號]?|B2 ?- ?\\d{8})( ?- ?\\d{1,5}[A-Za-z]?)?",
        Pattern.CASE_INSENSITIVE);
    private static final Pattern HIDING = Pattern.compile("display\\s*:\\s*none|visibility\\s*:\\s*hidden", Pattern.CASE_INSENSITIVE);
    private static final Pattern BOTTOM = Pattern.compile("foot|bottom|copyright|beian|icp", Pattern.CASE_INSENSITIVE);
    private static final String OLD_HOST = "miitbeian.gov.cn";
    private static final int SHORT = 200;
    private static final int FEW = 5;

    private final Wanted wanted;
    private final Remarks remarks;
    private final Document document;
    private final boolean rendered;
    private String everything;
    private String visible;

    private FooterCheck(Wanted wanted, Remarks remarks, Document document, boolean rendered) {
        this.wanted = wanted;
        this.remarks = remarks;
        this.document = document;
        this.rendered = rendered;
    }

    /**
     * The report about a page that was had.
     *
     * @param resolved addresses that its domain stands for; empty when not known
     * @param filed addresses that were filed; empty when not known
     */
    static FooterReport report(Wanted wanted, Page page, List<String> resolved, List<String> filed, Instant at) {
        Remarks remarks = new Remarks(wanted);
        Optional<Document> document = PageReader.read(page, remarks);
        document.ifPresent(found -> new FooterCheck(wanted, remarks, found, page.rendered()).all());
        ContentCheck.host(remarks, resolved, filed);
        boolean unknown = remarks.anyUnknown();
        boolean wrong = remarks.anyAt("/footer");
        return new FooterReport(at, page.address().toString(), unknown ? State.UNKNOWN : wrong ? State.WRONG : State.RIGHT,
            !unknown && !remarks.anyAt("/footer/number") && !remarks.anyAt("/footer/copyright"),
            !unknown && wanted.policeNumber() != null && !remarks.anyAt("/footer/police"), remarks.findings());
    }

    private void all() {
        everything = plain(document.text());
        String named = ContentCheck.named(document);
        document.select("script, style, template, noscript, [hidden]").remove();
        document.select("[style]").forEach(element -> {
            if (HIDING.matcher(element.attr("style")).find()) {
                element.remove();
            }
        });
        visible = plain(document.text());
        if (isEmptyShell()) {
            remarks.unknown("page-needs-script", text("首页内容由脚本生成，无法在不运行脚本的情况下检查",
                "The page is made by scripts and cannot be inspected without running them"),
                text("请把备案号直接写在 HTML 中，或请运营商安装浏览器", "Write the number into the HTML itself, or have the operator install a"
                    + " browser"));
            return;
        }
        number();
        copyright();
        new PoliceFooterCheck(wanted, remarks, document, visible).all();
        ContentCheck.name(wanted, remarks, named, document.title());
        ContentCheck.numbers(wanted, remarks, numbers(visible));
    }

    private boolean isEmptyShell() {
        return !rendered && visible.length() < SHORT && numbers(visible).isEmpty() && everything.length() < SHORT
            && document.selectFirst("#app, #root, #__next, #__nuxt") != null;
    }

    private void number() {
        Set<String> shown = numbers(visible);
        Optional<String> right = wanted.numbers().stream().filter(shown::contains).findFirst();
        if (right.isEmpty()) {
            noNumber(shown);
            return;
        }
        List<Element> anchors = document.select("a").stream().filter(a -> numbers(plain(a.text())).contains(right.get())).toList();
        link(right.get(), anchors);
        position(right.get(), anchors);
    }

    private void noNumber(Set<String> shown) {
        String proposed = wanted.numbers().get(0);
        if (wanted.numbers().stream().anyMatch(numbers(everything)::contains)) {
            remarks.wrong("footer-number-hidden", "/footer/number", "T-46", text("备案号 " + proposed + " 在页面上被隐藏",
                "The number " + proposed + " is hidden on the page"), text("请使其可见", "Make it visible"));
        } else if (shown.contains(wanted.organizerNumber())) {
            remarks.wrong("footer-number-organizer", "/footer/number", "T-55", text("页面显示的是主体备案号 " + wanted.organizerNumber()
                + "，应显示网站备案号 " + proposed, "The page shows the organizer's number " + wanted.organizerNumber()
                + "; it must be that of the site, " + proposed), text("请改为 " + proposed, "Show " + proposed));
        } else if (!shown.isEmpty()) {
            List<String> few = shown.stream().limit(FEW).toList();
            String more = shown.size() > FEW ? " …" : "";
            remarks.wrong("footer-number-wrong", "/footer/number", "T-54", text("页面显示 " + String.join("、", few) + more
                + "，登记的备案号是 " + proposed, "The page shows " + String.join(", ", few) + more + "; the register says " + proposed),
                text("请改为 " + proposed, "Show " + proposed));
        } else {
            remarks.wrong("footer-number-missing", "/footer/number", "T-46", text("页面上没有备案号 " + proposed,
                "The page does not show the number " + proposed), text("请在首页底部中央显示 " + proposed + " 并链接到 " + wanted.link(),
                "Show " + proposed + " at the bottom of the home page, linked to " + wanted.link()));
        }
    }

    private void link(String number, List<Element> anchors) {
        String host = URI.create(wanted.link()).getHost();
        if (anchors.stream().anyMatch(a -> host.equalsIgnoreCase(host(a)))) {
            return;
        }
        String mendZh = "请链接到 " + wanted.link();
        String mendEn = "Link it to " + wanted.link();
        if (anchors.isEmpty()) {
            remarks.wrong("footer-link-missing", "/footer/number/link", "T-46", text("备案号 " + number + " 没有链接",
                "The number " + number + " is not linked"), text(mendZh, mendEn));
        } else {
            String href = anchors.get(0).absUrl("href");
            href = href.length() > SHORT ? href.substring(0, SHORT) + "…" : href;
            boolean old = host(anchors.get(0)).toLowerCase(Locale.ROOT).endsWith(OLD_HOST);
            remarks.wrong(old ? "footer-link-old" : "footer-link-wrong", "/footer/number/link", "T-46",
                text("备案号 " + number + (old ? " 链接到已停用的旧地址 " : " 链接到 ") + href,
                    "The number " + number + " links to " + href + (old ? ", which is no longer in use" : "")), text(mendZh, mendEn));
        }
    }

    private void position(String number, List<Element> anchors) {
        boolean marked = anchors.stream().flatMap(a -> a.parents().stream())
            .anyMatch(parent -> parent.normalName().equals("footer") || BOTTOM.matcher(parent.id() + " " + parent.className()).find());
        int last = 0;
        Matcher found = NUMBER.matcher(visible);
        while (found.find()) {
            last = FilingNumber.parseLenient(found.group()).filter(n -> n.text().equals(number)).isPresent() ? found.end() : last;
        }
        if (!marked && last * 2 < visible.length()) {
            remarks.warn("footer-position", "/footer/number", "T-46", text("备案号 " + number + " 不在页面底部",
                "The number " + number + " is not at the bottom of the page"), text("请移到首页底部中央", "Move it to the bottom centre"));
        }
    }

    private void copyright() {
        if (wanted.copyright() == null) {
            return;
        }
        String lower = visible.toLowerCase(Locale.ROOT);
        if (!visible.contains("版权所有") && !lower.contains("copyright") && !visible.contains("©")) {
            remarks.wrong("footer-copyright-missing", "/footer/copyright", "T-47", text("页面底部没有版权所有",
                "The page has no copyright line"), text("请在底部加上：" + wanted.copyright(), "Add at the bottom: " + wanted.copyright()));
        }
    }

    static String host(Element anchor) {
        try {
            String host = URI.create(anchor.absUrl("href").replaceFirst("#.*", "")).getHost();
            return host == null ? "" : host;
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("[\\s\\u200b\\u2013\\u2014\\u2212]+", " ");
    }

    /** The filing numbers in a text, in their strict form where they have one. */
    private static Set<String> numbers(String text) {
        Set<String> found = new LinkedHashSet<>();
        Matcher each = NUMBER.matcher(text);
        while (each.find()) {
            found.add(FilingNumber.parseLenient(each.group()).map(FilingNumber::text).orElse(each.group().replace(" ", "")));
        }
        return found;
    }
}
