package org.openbeian.shell;

import static org.junit.Assert.assertTrue;

import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.List;
import org.junit.Test;
import org.openbeian.api.correction.CorrectionCase;
import org.openbeian.api.correction.CorrectionKind;
import org.openbeian.api.correction.Corrections;
import org.openbeian.api.model.LocalizedText;
import org.openbeian.api.publicsecurity.PublicSecurityCase;
import org.openbeian.api.publicsecurity.PublicSecurityFilings;
import org.openbeian.api.rules.Finding;
import org.openbeian.api.rules.Severity;
import org.openbeian.api.site.FiledSite;
import org.openbeian.api.site.FooterReport;
import org.openbeian.api.site.SiteDuty;
import org.openbeian.api.site.SiteView;
import org.openbeian.api.site.Sites;

/** What staff reads of a granted site is in both languages and in its own time. */
public class AftercareTextsTest {

    private static final Instant AT = Instant.parse("2026-12-01T16:00:00.123456Z");
    private static final Finding FINDING = new Finding("x", Severity.BLOCK, "/page", new LocalizedText("没有备案号", "no number"),
        new LocalizedText("请悬挂", "show it"), null, "b", null);

    private static <T> T answering(Class<T> type, Object answer, Object other) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type},
            (proxy, method, arguments) -> method.getName().equals("check") ? other : answer));
    }

    @Test
    public void aSiteIsShownInBothLanguages() throws Exception {
        SiteShowCommand command = new SiteShowCommand();
        command.id = "o1-1";
        command.sites = answering(Sites.class, new SiteView(new FiledSite("o1-1", 1, "o1", "anna", "440000", "粤ICP备2026000001号-1",
            "粤ICP备2026000001号", "示例", List.of("example.com"), AT, null, null, new FooterReport(AT, "http://example.com/",
                FooterReport.State.WRONG, false, false, List.of(FINDING)), false), List.of(new SiteDuty(SiteDuty.Kind.OPENING,
                    SiteDuty.State.OPEN, AT, null, new LocalizedText("开通网站", "Open the site")))), null);
        String said = Console.run(command, "olga");
        assertTrue(said, said.contains("Open the site / 开通网站") && said.contains("no number / 没有备案号") && said.contains("show it / 请悬挂"));
    }

    @Test
    public void whatAFormLacksIsShownInBothLanguages() throws Exception {
        PublicSecurityShowCommand command = new PublicSecurityShowCommand();
        command.id = "o1-1";
        command.filings = answering(PublicSecurityFilings.class, new PublicSecurityCase("o1-1", 1, "o1", "anna", "粤ICP备2026000001号",
            PublicSecurityCase.State.DUE, null, null, null, null, List.of(), List.of(), null), List.of(FINDING));
        String said = Console.run(command, "olga");
        assertTrue(said, said.contains("no number / 没有备案号"));
    }

    @Test
    public void theTermOfACaseIsInTheTimeOfAllOtherLists() throws Exception {
        CorrectionListCommand command = new CorrectionListCommand();
        command.corrections = answering(Corrections.class, List.of(new CorrectionCase("c1", 1, CorrectionKind.SITE_DEAD, null, null, null,
            "anna", List.of("example.com"), "x", AT, AT, CorrectionCase.Status.OPEN, null, null, List.of(), false)), null);
        String said = Console.run(command, "olga");
        assertTrue(said, said.contains("until 2026-12-02 00:00:00") && !said.contains("T16:00"));
    }
}
