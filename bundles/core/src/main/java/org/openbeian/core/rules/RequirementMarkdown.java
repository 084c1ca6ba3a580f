package org.openbeian.core.rules;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.openbeian.api.model.LocalizedText;
import org.openbeian.api.rules.ProvinceProfile;
import org.openbeian.api.rules.RequirementPage;
import org.openbeian.api.rules.RequirementPage.Item;
import org.openbeian.api.rules.RuleSource;
import org.openbeian.api.rules.Severity;

/** Writes a requirement page as Markdown, in one of the two languages. Thread-safe. */
public final class RequirementMarkdown {

    private static final Map<Severity, LocalizedText> WEIGHTS = new TreeMap<>(Map.of(
        Severity.BLOCK, new LocalizedText("必须", "must"), Severity.ASK, new LocalizedText("须专员确认", "a specialist decides"),
        Severity.WARN, new LocalizedText("提醒", "warning"), Severity.INFO, new LocalizedText("可选", "optional")));

    private final RequirementPage page;
    private final boolean chinese;
    private final StringBuilder out = new StringBuilder();

    private RequirementMarkdown(RequirementPage page, boolean chinese) {
        this.page = page;
        this.chinese = chinese;
    }

    /**
     * The page as text.
     *
     * @param chinese whether in Chinese, otherwise in English
     */
    public static String of(RequirementPage page, boolean chinese) {
        return new RequirementMarkdown(page, chinese).write();
    }

    private String write() {
        ProvinceProfile province = page.province();
        line("# " + text(province.name()) + " · " + page.type() + " · "
            + (chinese ? page.nature().chinese() : page.nature().name()));
        line("");
        line(text(province.authority()) + (chinese ? "，规则版本 " : ", rules ") + province.rulesVersion() + ", " + page.on());
        line("");
        if (!page.accepted()) {
            line("**" + say("不受理此备案类型", "This filing type is not taken") + "**");
            line("");
        }
        line("* " + say("审核时限（工作日）", "Review in working days") + ": " + province.reviewMinDays() + "–" + province.reviewMaxDays());
        line("* " + say("页脚", "Footer") + ": " + say("备案号", "number") + " " + province.footerNumber()
            + (province.copyrightNotice() ? say("，版权所有", ", copyright notice") : ""));
        section(say("填写内容", "What is entered"), page.fields());
        section(say("材料", "What is uploaded"), page.materials());
        section(say("审核规则", "What is checked"), page.rules());
        section(say("其他要求", "What is asked beside"), page.notes());
        readings();
        unknown();
        return out.toString();
    }

    private void section(String title, List<Item> items) {
        if (items.isEmpty()) {
            return;
        }
        head(title);
        for (Item item : items) {
            line("* **" + text(item.text()) + "** (" + text(WEIGHTS.get(item.severity())) + ") `" + item.id() + "`");
            if (item.when() != null) {
                line("  * " + say("适用", "When") + ": " + text(item.when()));
            }
            item.details().forEach(detail -> line("  * " + text(detail)));
            line("  * " + source(item.source()));
        }
    }

    private void readings() {
        if (!page.readings().isEmpty()) {
            head(say("其他资料的说法（不执行）", "Other readings, not in force"));
            page.readings().forEach(r -> line("* `" + r.about() + "`: " + r.reading() + " — " + source(r.source())));
        }
    }

    private void unknown() {
        if (!page.unknown().isEmpty()) {
            head(say("未知，请咨询专员", "Unknown: ask the specialist"));
            page.unknown().forEach(topic -> line("* " + text(topic.name())));
        }
    }

    private String source(RuleSource source) {
        return say("来源", "Source") + ": " + source.document() + " (" + source.date() + ")";
    }

    private void head(String title) {
        line("");
        line("## " + title);
        line("");
    }

    private void line(String text) {
        out.append(text).append('\n');
    }

    private String text(LocalizedText text) {
        return chinese ? text.zh() : text.en();
    }

    private String say(String zh, String en) {
        return chinese ? zh : en;
    }
}
