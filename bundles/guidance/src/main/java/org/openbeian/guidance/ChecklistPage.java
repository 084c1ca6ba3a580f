package org.openbeian.guidance;

import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.openbeian.api.channel.HtmlText;
import org.openbeian.api.guidance.Checklist;
import org.openbeian.api.guidance.Checklist.ListItem;
import org.openbeian.api.guidance.Checklist.Stage;
import org.openbeian.api.model.LocalizedText;

/** A checklist as a page to print: one file, no script, nothing fetched. Immutable. */
final class ChecklistPage {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(LaterItems.CHINA);
    private static final String STYLE = "body{font-family:'Noto Sans CJK SC','Microsoft YaHei','PingFang SC',sans-serif;"
        + "margin:2em;line-height:1.4}table{border-collapse:collapse;width:100%}th,td{border:1px solid #888;padding:.3em .5em;"
        + "text-align:left;vertical-align:top}thead{display:table-header-group}tr{break-inside:avoid}ul{margin:0;padding-left:1.2em}"
        + "small{color:#555}@page{size:A4;margin:15mm}@media print{body{margin:0;font-size:10pt}h2{break-after:avoid}}";

    private final boolean chinese;

    ChecklistPage(boolean chinese) {
        this.chinese = chinese;
    }

    String of(Checklist list) {
        String title = say("备案清单", "Checklist of a filing");
        String head = say("订单", "Order") + " " + list.orderId() + " · " + list.type() + " · "
            + say(list.orderState().chinese(), list.orderState().english()) + " · " + TIME.format(list.at()) + say("（北京时间）",
            " (Beijing time)");
        String stages = Arrays.stream(Stage.values()).map(stage -> section(stage, list.items().stream()
            .filter(item -> item.stage() == stage).toList())).collect(Collectors.joining());
        return "<!DOCTYPE html>\n<html lang=\"" + say("zh-CN", "en") + "\"><head><meta charset=\"UTF-8\"><title>" + HtmlText.escape(title)
            + "</title><style>" + STYLE + "</style></head>\n<body><h1>" + HtmlText.escape(title) + "</h1><p>" + HtmlText.escape(head)
            + "</p>\n" + stages + "</body></html>\n";
    }

    private String section(Stage stage, List<ListItem> items) {
        if (items.isEmpty()) {
            return "";
        }
        return "<h2>" + HtmlText.escape(switch (stage) {
            case DOMAIN -> say("域名", "Domain");
            case FILING -> say("备案", "Filing");
            case AFTER_GRANT -> say("备案成功之后", "After the grant");
        }) + "</h2>\n<table><thead><tr><th>" + say("状态", "State") + "</th><th>" + say("事项", "Item") + "</th><th>"
            + say("要求", "Criteria") + "</th></tr></thead><tbody>\n" + items.stream().map(this::row).collect(Collectors.joining())
            + "</tbody></table>\n";
    }

    private String row(ListItem item) {
        String place = item.pointer().isEmpty() ? "" : "<br><small>" + HtmlText.escape(item.pointer()) + "</small>";
        String criteria = item.criteria().isEmpty() ? "" : "<ul>" + item.criteria().stream().map(one -> "<li>"
            + HtmlText.escape(say(one)) + "</li>").collect(Collectors.joining()) + "</ul>";
        String source = item.source() == null ? "" : "<small>" + HtmlText.escape(say("来源：", "Source: ") + item.source().document())
            + "</small>";
        return "<tr><td>" + HtmlText.escape(state(item)) + "</td><td>" + HtmlText.escape(say(item.text())) + place + "</td><td>" + criteria
            + source + "</td></tr>\n";
    }

    private String state(ListItem item) {
        String due = item.due() == null ? "" : say("，截止 ", ", until ") + TIME.format(item.due());
        return switch (item.state()) {
            case DONE -> say("☑ 已完成", "☑ done");
            case MISSING -> say("☐ 待办", "☐ missing") + due;
            case WRONG -> say("☒ 须修改", "☒ to be mended");
            case WARNED -> say("⚠ 请核对", "⚠ to be looked at");
            case OPTIONAL -> say("○ 可选", "○ optional");
            case OVERDUE -> say("☒ 已逾期", "☒ overdue") + due;
            case LATER -> (item.comesWith() == null ? say("… 稍后", "… later")
                : say("… 稍后，来自：", "… later, comes with ") + say(item.comesWith())) + due;
        };
    }

    private String say(LocalizedText text) {
        return say(text.zh(), text.en());
    }

    private String say(String zh, String en) {
        return chinese ? zh : en;
    }
}
