package org.openbeian.guidance;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.openbeian.api.guidance.Checklist.ListItem;
import org.openbeian.api.guidance.Checklist.Kind;
import org.openbeian.api.guidance.Checklist.Stage;
import org.openbeian.api.guidance.Checklist.State;
import org.openbeian.api.model.FilingType;
import org.openbeian.api.model.LocalizedText;
import org.openbeian.api.model.WebSite;
import org.openbeian.api.order.Forecast;
import org.openbeian.api.order.Order;
import org.openbeian.api.order.OrderState;
import org.openbeian.api.rules.RuleSource;

/** What is available only after some progress, with the step that yields it (T-110), and what the police ask beside (T-103, T-107). */
final class LaterItems {

    static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    private LaterItems() {
    }

    /**
     * The items of an order that asks for a service.
     *
     * @param hasAddress whether a public address is known
     */
    static List<ListItem> of(Order order, boolean hasAddress) {
        List<ListItem> items = new ArrayList<>();
        if (!opens(order.type())) {
            return items;
        }
        boolean hasDomain = order.application().services().stream().anyMatch(service -> !service.domains().isEmpty());
        boolean site = order.application().services().isEmpty() || order.application().services().stream()
            .anyMatch(WebSite.class::isInstance);
        boolean granted = order.state() == OrderState.APPROVED;
        if (site) {
            items.add(item("T-110", "domain", Stage.DOMAIN, hasDomain, text("域名", "Domain"),
                text("域名注册", "the registration of the domain")));
            items.add(item("T-110", "domain-certificate", Stage.DOMAIN, false, text("域名实名认证截图",
                "Screenshot of the domain's real-name certificate"), text("域名实名认证", "the real-name verification of the domain")));
        }
        items.add(item("T-110", "public-ip", Stage.FILING, hasAddress, text("公网 IP", "Public IP address"),
            text("购买并启用云资源", "the purchase of the cloud resource")));
        items.add(item("T-110", "filing-number", Stage.AFTER_GRANT, granted, text("工信部备案号", "Filing number"),
            text("管局审核通过", "the approval by the authority")));
        if (site) {
            items.add(item("T-103", "residence", Stage.AFTER_GRANT, false, text("负责人常住地址（公安备案）",
                "Permanent residence of the person in charge (public-security filing)"), text("公安联网备案", "the public-security filing")));
            items.add(item("T-107", "office-phone", Stage.AFTER_GRANT, false, text("办公电话（公安备案），如 0086-010-68870788",
                "Office phone (public-security filing), such as 0086-010-68870788"), text("公安联网备案", "the public-security filing")));
        }
        return items;
    }

    /** Whether a service may open here once an order is granted. */
    static boolean opens(FilingType type) {
        return type == FilingType.FIRST || type == FilingType.NEW_SERVICE || type == FilingType.ACCESS;
    }

    /** When the service may open, if the order were handed in now: told before it is, so that the deployment can be planned. */
    static ListItem goLive(Forecast expected) {
        String usual = expected.ninthDays() == null ? "" : "；此前备案半数在第 " + expected.halfDays() + " 天、九成在第 " + expected.ninthDays()
            + " 天前完成";
        String usually = expected.ninthDays() == null ? "" : "; half of the filings were done by day " + expected.halfDays()
            + ", nine of ten by day " + expected.ninthDays();
        LocalizedText doubt = expected.reservation() == null ? text("", "")
            : text("；" + expected.reservation().zh(), ". " + expected.reservation().en());
        return new ListItem(Kind.ACTION, "go-live", Stage.AFTER_GRANT, "", text("开通网站或 APP（如现在提交，最迟的审核完成时间见截止日期" + usual
            + doubt.zh() + "）", "Open the website or APP: handed in now, it is decided by the date at the latest" + usually + doubt.en()),
            State.LATER, List.of(), text("管局审核通过", "the approval by the authority"), expected.latest(),
            new RuleSource("Q-16", "undated", null));
    }

    private static ListItem item(String row, String id, Stage stage, boolean done, LocalizedText text, LocalizedText comesWith) {
        return new ListItem(Kind.FIELD, id, stage, "", text, done ? State.DONE : State.LATER, List.of(), done ? null : comesWith, null,
            new RuleSource(row, "undated", null));
    }

    private static LocalizedText text(String zh, String en) {
        return new LocalizedText(zh, en);
    }
}
