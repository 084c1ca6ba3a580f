package org.openbeian.aftercare;

import static org.openbeian.aftercare.Remarks.text;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.openbeian.core.identifier.Fault;
import org.openbeian.core.identifier.PoliceNumber;

/** The public-security number in a footer: text, link and badge (T-93 to T-95). */
final class PoliceFooterCheck {

    private static final Pattern NUMBER = Pattern.compile("([\\u4e00-\\u9fff]) ?公网安[备備] ?(\\d{6,18}) ?[号號]?");
    private static final Pattern DIGITS = Pattern.compile("(?<!\\d)(\\d{14})(?!\\d)");
    private static final String AT = "/footer/police";

    private final Wanted wanted;
    private final Remarks remarks;
    private final Document document;
    private final String visible;

    PoliceFooterCheck(Wanted wanted, Remarks remarks, Document document, String visible) {
        this.wanted = wanted;
        this.remarks = remarks;
        this.document = document;
        this.visible = visible;
    }

    void all() {
        Set<String> shown = numbers(visible);
        if (wanted.policeNumber() == null) {
            shown.forEach(this::unexpected);
            return;
        }
        if (!shown.contains(wanted.policeNumber())) {
            remarks.wrong(shown.isEmpty() ? "footer-police-missing" : "footer-police-wrong", AT, "T-95",
                shown.isEmpty() ? text("页面上没有公安备案号 " + wanted.policeNumber(), "The page does not show " + wanted.policeNumber())
                    : text("页面显示 " + String.join("、", shown) + "，公安备案号是 " + wanted.policeNumber(),
                        "The page shows " + String.join(", ", shown) + "; the public-security number is " + wanted.policeNumber()),
                text("请在首页底部显示 " + wanted.policeNumber(), "Show " + wanted.policeNumber() + " at the bottom of the home page"));
            return;
        }
        List<Element> anchors = document.select("a").stream().filter(a -> numbers(a.text()).contains(wanted.policeNumber())).toList();
        link(anchors);
        if (anchors.stream().noneMatch(a -> a.selectFirst("img") != null || a.parent() != null && a.parent().selectFirst("img") != null)) {
            remarks.wrong("footer-police-badge", AT + "/icon", "T-95", text("公安备案号旁没有备案编号图标",
                "The badge beside the public-security number is missing"), text("请从平台下载图标并放在编号前",
                "Download the badge from the platform and put it before the number"));
        }
    }

    private void link(List<Element> anchors) {
        Matcher digits = DIGITS.matcher(wanted.policeNumber());
        String code = digits.find() ? digits.group(1) : "";
        if (anchors.stream().noneMatch(a -> FooterCheck.host(a).endsWith(".gov.cn") && a.attr("href").contains(code))) {
            String href = anchors.isEmpty() ? "" : anchors.get(0).attr("href");
            remarks.wrong("footer-police-link", AT + "/link", "T-94", href.isEmpty()
                ? text("公安备案号没有链接", "The public-security number is not linked")
                : text("公安备案号链接到 " + href, "The public-security number links to " + href),
                text("请链接到 " + wanted.policeLink(), "Link it to " + wanted.policeLink()));
        }
    }

    private void unexpected(String shown) {
        if (PoliceNumber.check(shown).filter(fault -> fault == Fault.AREA).isPresent()) {
            remarks.warn("footer-police-area", AT, "T-93", text(shown + " 的省份与编号不符", shown + ": its character and its digits belong to"
                + " different provinces"), text("请核对公安备案号", "Check the public-security number"));
        } else {
            remarks.warn("footer-police-unrecorded", AT, "T-93", text("页面显示 " + shown + "，但这里没有登记该公安备案号",
                "The page shows " + shown + ", which is not recorded here"), text("请登记公安备案号及其日期", "Record the number and its date"));
        }
    }

    private static Set<String> numbers(String text) {
        Set<String> found = new LinkedHashSet<>();
        Matcher each = NUMBER.matcher(text);
        while (each.find()) {
            found.add(each.group(1) + "公网安备" + each.group(2) + "号");
        }
        return found;
    }
}
