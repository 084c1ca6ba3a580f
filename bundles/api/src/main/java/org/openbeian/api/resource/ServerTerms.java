package org.openbeian.api.resource;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.openbeian.api.model.LocalizedText;
import org.openbeian.api.rules.Finding;
import org.openbeian.api.rules.RuleSource;
import org.openbeian.api.rules.Severity;

/**
 * The conditions that servers of several kinds share: mainland region, public address, prepaid, bought and left
 * for long enough. Immutable.
 *
 * @param kind id of the resource type; begins the ids of the findings
 * @param name what people call such a server
 * @param monthsBought least months bought, renewals included
 * @param monthsLeft least months left, inclusive
 * @param source where the conditions stand
 */
public record ServerTerms(String kind, LocalizedText name, int monthsBought, int monthsLeft, RuleSource source) {

    /** Ends the id of the finding about a server whose term is over too soon. */
    public static final String EXPIRES_TOO_SOON = "expires-too-soon";

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    /** The conditions for people. */
    public List<LocalizedText> conditions() {
        return List.of(
            new LocalizedText("位于中国大陆地域", "in a region of mainland China"),
            new LocalizedText("有公网 IP", "with a public IP address"),
            new LocalizedText("计费方式为包年包月", "prepaid by month or year"),
            new LocalizedText("购买时长（含续费）不少于 " + monthsBought + " 个月",
                "bought for " + months(monthsBought) + " or more, renewals included"),
            new LocalizedText("备案期间剩余有效期不少于 " + monthsLeft + " 个月（含）",
                months(monthsLeft) + " or more left while the filing is under way"));
    }

    /** What stands against a server; parameters as in {@link CloudResourceType#judge}. */
    public List<Finding> judge(ResourceFacts facts, Instant on, String pointer) {
        List<Finding> findings = new ArrayList<>();
        if (!facts.mainland()) {
            findings.add(finding("not-mainland", pointer, "不在中国大陆地域，无须也不能在此备案", "lies outside mainland China",
                "请选择中国大陆地域的资源", "Choose one in a mainland region"));
        }
        if (facts.ips().isEmpty()) {
            findings.add(finding("without-public-ip", pointer, "没有公网 IP", "has no public address",
                "请绑定公网 IP", "Bind a public address to it"));
        }
        if (!facts.prepaid()) {
            findings.add(finding("not-prepaid", pointer, "为按量计费，不能用于备案", "is paid as you go and cannot carry a filing",
                "请改为包年包月计费", "Change it to prepaid by month or year"));
        } else {
            judgeTerm(facts, on, pointer, findings);
        }
        return findings;
    }

    private void judgeTerm(ResourceFacts facts, Instant on, String pointer, List<Finding> findings) {
        if (facts.monthsBought() < monthsBought) {
            findings.add(finding("bought-too-short", pointer, "购买时长不足 " + monthsBought + " 个月",
                "was bought for less than " + months(monthsBought), "请续费至满足时长要求", "Renew it"));
        }
        Instant needed = on.atZone(SHANGHAI).plusMonths(monthsLeft).toInstant();
        if (facts.expiresAt() == null) {
            findings.add(finding(EXPIRES_TOO_SOON, pointer, "没有到期时间，无法确认剩余有效期", "has no known end of its term",
                "请联系客服在资源清单中补充到期时间", "Ask for its end to be entered in the inventory"));
        } else if (facts.expiresAt().isBefore(needed)) {
            findings.add(finding(EXPIRES_TOO_SOON, pointer, "剩余有效期不足 " + monthsLeft + " 个月",
                "ends in less than " + months(monthsLeft), "请先续费", "Renew it first"));
        }
    }

    /** The server's core enters the bundle and its version. */
    private Finding finding(String id, String pointer, String zh, String en, String mendZh, String mendEn) {
        return new Finding(kind + "-" + id, Severity.BLOCK, pointer + "/resourceId",
            new LocalizedText(name.zh() + zh, "The " + lower(name.en()) + " " + en), new LocalizedText(mendZh, mendEn), source, null, null);
    }

    private static String lower(String name) {
        return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
    }

    private static String months(int count) {
        return count == 1 ? "1 month" : count + " months";
    }

    /** Examples of servers that qualify and that do not, under these terms. */
    public List<ResourceExample> examples() {
        Instant on = Instant.parse("2026-11-22T04:00:00Z");
        Instant due = on.atZone(SHANGHAI).plusMonths(monthsLeft).toInstant();
        List<String> ips = List.of("119.29.29.29");
        return List.of(
            example(true, ips, true, monthsBought, due, on),
            example(false, ips, true, monthsBought, due, on, "not-mainland"),
            example(true, List.of(), true, monthsBought, due, on, "without-public-ip"),
            example(true, ips, false, 0, null, on, "not-prepaid"),
            example(true, ips, true, monthsBought - 1, due, on, "bought-too-short"),
            example(true, ips, true, monthsBought, due.minusSeconds(1), on, EXPIRES_TOO_SOON));
    }

    private ResourceExample example(boolean mainland, List<String> ips, boolean prepaid, int bought, Instant expires, Instant on,
            String... findings) {
        return new ResourceExample(new ResourceFacts(kind, "ins-1", "zhang", mainland ? "ap-guangzhou" : "ap-hongkong", mainland,
            ips, prepaid, bought, expires, null), on, List.of(findings).stream().map(id -> kind + "-" + id).toList());
    }
}
