package org.openbeian.aftercare;

import static org.openbeian.aftercare.Remarks.text;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.openbeian.api.model.LocalizedText;
import org.openbeian.api.rules.Finding;
import org.openbeian.api.site.FooterReport;
import org.openbeian.api.site.FooterReport.State;
import org.openbeian.api.site.SiteProbe.Page;
import org.openbeian.api.site.SiteProbe.Rendering;

/** Whether the scripts of a page are worth running, and what the page shows after that; the report says how the page was seen. */
final class RenderedCheck {

    /** Rule of the note that the scripts were run. */
    static final String RENDERED = "page-rendered";
    /** Rule of the note that they were not. */
    static final String NOT_RUN = "page-scripts-not-run";

    private static final Pattern SCRIPT = Pattern.compile("<script\\b", Pattern.CASE_INSENSITIVE);
    private static final Set<String> MISSING = Set.of("page-needs-script", "footer-number-missing", "footer-number-hidden",
        "footer-police-missing", "footer-copyright-missing");

    private RenderedCheck() {
    }

    /** Whether the page misses what its scripts may bring. */
    static boolean mayChange(FooterReport plain, Page page) {
        return !page.rendered() && plain.findings().stream().map(Finding::ruleId).anyMatch(MISSING::contains)
            && SCRIPT.matcher(new String(page.body(), StandardCharsets.ISO_8859_1)).find();
    }

    /**
     * The report about the rendered page, or the plain one with the reason why there is no other. A fault of this server concludes
     * nothing: what a page misses without its scripts is unknown when they might have brought it and could not be run.
     */
    static FooterReport report(Wanted wanted, FooterReport plain, Rendering rendering, List<String> resolved, List<String> filed) {
        Remarks remarks = new Remarks(wanted);
        FooterReport best = plain;
        if (rendering.page() == null) {
            LocalizedText why = rendering.reason();
            remarks.info(NOT_RUN, text("检查时没有运行首页的脚本：" + why.zh(), "The scripts of the home page were not run: " + why.en()),
                text("请把备案号直接写在 HTML 中", "Write the number into the HTML itself"));
        } else {
            best = FooterCheck.report(wanted, rendering.page(), resolved, filed, plain.at());
            remarks.info(RENDERED, text("不运行脚本时缺少内容，以上是在浏览器中运行脚本后的检查结果",
                "Without its scripts the page misses something; this is what it shows after a browser ran them"),
                text("建议把备案号直接写在 HTML 中", "Better write the number into the HTML itself"));
        }
        if (!rendering.refused().isEmpty()) {
            String hosts = String.join(", ", rendering.refused());
            remarks.warn("page-script-address", "/page", "T-46", text("首页的脚本请求了不允许访问的地址 " + hosts + "，已拒绝",
                "Scripts of the home page asked for addresses that are not reached from here, and did not get them: " + hosts),
                text("请只引用公网地址（80 或 443 端口）", "Refer to public addresses alone, on ports 80 and 443"));
        }
        List<Finding> all = new ArrayList<>(best.findings());
        all.addAll(remarks.findings());
        boolean open = rendering.inconclusive() && best.findings().stream().filter(Finding::isBlocking).map(Finding::ruleId)
            .allMatch(MISSING::contains);
        return new FooterReport(best.at(), best.address(), open ? State.UNKNOWN : best.state(), best.numberShown(), best.policeShown(),
            all);
    }
}
