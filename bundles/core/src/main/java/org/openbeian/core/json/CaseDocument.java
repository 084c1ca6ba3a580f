package org.openbeian.core.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.openbeian.api.print.PrintedDocument;
import org.openbeian.api.print.PrintedDocument.Heading;
import org.openbeian.api.print.PrintedDocument.Part;
import org.openbeian.api.print.PrintedDocument.Table;
import org.openbeian.api.print.PrintedDocument.Text;

/** The export of a case on paper, with the proof of its history and how to check it. Made from its JSON as its reader may see it. */
public final class CaseDocument {

    private final boolean chinese;
    private final List<Part> parts = new ArrayList<>();

    private CaseDocument(boolean chinese) {
        this.chinese = chinese;
    }

    /**
     * The document.
     *
     * @param export a {@link org.openbeian.api.order.CaseExport} as JSON, masked for whom it is
     * @param chinese whether its own words are Chinese, otherwise English
     */
    public static PrintedDocument of(JsonNode export, boolean chinese) {
        CaseDocument document = new CaseDocument(chinese);
        document.proof(export.get("proof"), export.at("/order/id").asText());
        document.values(document.say("订单", "Order"), export.get("order"));
        document.history(export.get("history"));
        document.verdicts(export.at("/explanation/verdicts"));
        document.values(document.say("专员的说明", "What specialists cleared up"), export.at("/explanation/clearances"));
        return new PrintedDocument(document.say("备案档案 ", "File of the case ") + export.at("/order/id").asText(),
            document.say("zh-CN", "en"), Instant.parse(export.get("exportedAt").asText()), document.parts);
    }

    private void proof(JsonNode proof, String order) {
        parts.add(new Heading(say("证明", "Proof")));
        boolean whole = proof.get("whole").asBoolean();
        parts.add(new Text((whole ? say("√ 历史完整，共 ", "√ the history is whole, entries: ")
            : say("× 历史不完整：", "× the history is not whole: ") + proof.path("fault").asText() + say("；共 ", "; entries: "))
            + proof.get("entries").asText() + "\n" + say("最后一条的哈希：", "hash of the last one: ") + proof.path("lastHash").asText("-")));
        parts.add(new Text(say(
            "核对：以 GET /api/v1/orders/" + order + "/export 或 beian:order-export " + order + " 取得同一订单，proof.whole 须为 true，且第 "
            + proof.get("entries").asText() + " 条的哈希须与本页相同。每条哈希为 SHA-256，依次覆盖订单、序号、时间、操作者、事件、原状态、新状态、原因、"
            + "按名称排序的明细与上一条的哈希；每一项写作 UTF-8 字节数、冒号与文本，空项为连字符。第一条之前的哈希为 64 个零。",
            "To check: fetch the order anew by GET /api/v1/orders/" + order + "/export or beian:order-export " + order
            + "; proof.whole has to be true, and entry " + proof.get("entries").asText() + " has to have the hash that stands here. Each"
            + " hash is the SHA-256 of order, number, time, actor, event, state before, state after, reason, details sorted by name and"
            + " the hash before; each is written as its length in UTF-8 bytes, a colon and its text, nothing as a hyphen. The hash before"
            + " the first entry is 64 zeros."), true));
    }

    private void history(JsonNode history) {
        parts.add(new Heading(say("历史", "History")));
        List<List<String>> rows = new ArrayList<>();
        history.forEach(entry -> {
            List<String> details = new ArrayList<>();
            leaves("", entry.path("details"), (name, value) -> details.add(name.substring(1) + " = " + value));
            String from = entry.path("from").asText("");
            String reason = entry.path("reason").asText("");
            rows.add(List.of(entry.get("no").asText(), entry.get("at").asText() + "\n" + entry.get("actor").asText(),
                entry.get("event").asText() + "\n" + (from.isEmpty() ? "" : from + " → ") + entry.path("to").asText(""),
                (reason.isEmpty() ? "" : reason + "\n") + String.join("\n", details),
                entry.get("hash").asText()));
        });
        parts.add(new Table(List.of(say("序号", "No"), say("时间与操作者", "When and who"), say("事件与状态", "Event and state"),
            say("原因与明细", "Reason and details"), say("哈希", "Hash")), List.of(1, 4, 4, 6, 5), rows));
    }

    private void verdicts(JsonNode verdicts) {
        for (JsonNode verdict : verdicts) {
            parts.add(new Heading(say("判定 ", "Verdict of ") + verdict.get("at").asText()));
            parts.add(new Text(say("规则：", "Rules: ") + verdict.path("ruleBook").asText(), true));
            List<List<String>> rows = new ArrayList<>();
            verdict.get("findings").forEach(finding -> rows.add(List.of(finding.get("severity").asText(),
                finding.get("ruleId").asText() + "\n" + finding.path("pointer").asText(),
                finding.path("text").path(chinese ? "zh" : "en").asText(),
                finding.path("source").path("document").asText("") + "\n" + finding.path("bundle").asText("") + " "
                    + finding.path("bundleVersion").asText(""))));
            if (rows.isEmpty()) {
                parts.add(new Text(say("没有意见，适用的规则数：", "No findings; rules that applied: ") + verdict.path("outcomes").size()));
            } else {
                parts.add(new Table(List.of(say("级别", "Severity"), say("规则", "Rule"), say("意见", "Finding"), say("来源", "Source")),
                    List.of(2, 4, 6, 5), rows));
            }
        }
    }

    private void values(String title, JsonNode node) {
        List<List<String>> rows = new ArrayList<>();
        leaves("", node, (pointer, value) -> rows.add(List.of(pointer, value)));
        if (!rows.isEmpty()) {
            parts.add(new Heading(title));
            parts.add(new Table(List.of(say("位置", "Where"), say("内容", "What")), List.of(1, 1), rows));
        }
    }

    /** Every value that is there, with its JSON pointer. */
    private static void leaves(String pointer, JsonNode node, Leaf leaf) {
        if (node.isObject()) {
            for (Map.Entry<String, JsonNode> field : node.properties()) {
                leaves(pointer + "/" + field.getKey().replace("~", "~0").replace("/", "~1"), field.getValue(), leaf);
            }
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                leaves(pointer + "/" + i, node.get(i), leaf);
            }
        } else if (!node.isNull() && !node.isMissingNode()) {
            leaf.at(pointer, node.asText());
        }
    }

    /** What becomes of a value. */
    private interface Leaf {
        void at(String pointer, String value);
    }

    private String say(String zh, String en) {
        return chinese ? zh : en;
    }
}
