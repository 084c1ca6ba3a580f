package org.openbeian.guidance;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openbeian.api.guidance.Checklist;
import org.openbeian.api.guidance.Checklist.ListItem;
import org.openbeian.api.guidance.Checklist.Stage;
import org.openbeian.api.model.LocalizedText;
import org.openbeian.api.print.PrintedDocument;
import org.openbeian.api.print.PrintedDocument.Heading;
import org.openbeian.api.print.PrintedDocument.Part;
import org.openbeian.api.print.PrintedDocument.Table;
import org.openbeian.api.print.PrintedDocument.Text;

/** A checklist to print. Immutable. */
final class ChecklistPage {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(LaterItems.CHINA);
    private static final List<Integer> WIDTHS = List.of(2, 3, 5);

    private final boolean chinese;

    ChecklistPage(boolean chinese) {
        this.chinese = chinese;
    }

    PrintedDocument of(Checklist list) {
        List<Part> parts = new ArrayList<>();
        parts.add(new Text(say("订单", "Order") + " " + list.orderId() + " · "
            + say(list.type().chinese(), list.type().english()) + " · "
            + say(list.orderState().chinese(), list.orderState().english()) + " · " + TIME.format(list.at())
            + say("（北京时间）", " (Beijing time)")));
        for (Stage stage : Stage.values()) {
            List<List<String>> rows = list.items().stream().filter(item -> item.stage() == stage).map(this::row).toList();
            if (!rows.isEmpty()) {
                parts.add(new Heading(name(stage)));
                parts.add(new Table(List.of(say("状态", "State"), say("事项", "Item"), say("要求", "Criteria")), WIDTHS, rows));
            }
        }
        return new PrintedDocument(say("备案清单", "Checklist of a filing"), say("zh-CN", "en"), list.at(), parts);
    }

    private String name(Stage stage) {
        return switch (stage) {
            case DOMAIN -> say("域名", "Domain");
            case FILING -> say("备案", "Filing");
            case AFTER_GRANT -> say("备案成功之后", "After the grant");
        };
    }

    private List<String> row(ListItem item) {
        String place = item.pointer().isEmpty() ? "" : "\n" + item.pointer();
        Stream<String> criteria = item.criteria().stream().map(one -> "· " + say(one));
        Stream<String> source = item.source() == null ? Stream.empty() : Stream.of(say("来源：", "Source: ") + item.source().document());
        return List.of(state(item), say(item.text()) + place, Stream.concat(criteria, source).collect(Collectors.joining("\n")));
    }

    /** The signs are those that a font of Chinese has. */
    private String state(ListItem item) {
        String due = item.due() == null ? "" : say("，截止 ", ", until ") + TIME.format(item.due());
        return switch (item.state()) {
            case DONE -> say("√ 已完成", "√ done");
            case MISSING -> say("□ 待办", "□ missing") + due;
            case WRONG -> say("× 须修改", "× to be mended");
            case WARNED -> say("△ 请核对", "△ to be looked at");
            case OPTIONAL -> say("○ 可选", "○ optional");
            case OVERDUE -> say("× 已逾期", "× overdue") + due;
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
