package org.openbeian.core.exchange;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.Before;
import org.junit.Test;
import org.openbeian.api.correction.CorrectionCase;
import org.openbeian.api.correction.CorrectionKind;
import org.openbeian.api.order.Refusal;
import org.openbeian.api.report.Report;
import org.openbeian.api.report.ReportKind;
import org.openbeian.api.report.Reports;
import org.openbeian.core.fake.MemoryAudit;
import org.openbeian.core.fake.MemoryCorrections;
import org.openbeian.core.fake.Samples;
import org.openbeian.core.report.ReportBook;
import org.openbeian.testkit.Requirement;

/** Answers to cases: each once, and with the persons that the authority named. */
@Requirement("T-39")
public class AnswersToCasesTest {

    private static final Map<String, Object> PERSON = Map.of("Fzr_xm", "张小明", "sjhm", "13800138000", "Fzr_zjhm", "440101199001010011",
        "Fzr_dzyj", "zhang@example.com", "Xxdz", "天河路1号");

    private final World world = new World();
    private final MemoryCorrections cases = new MemoryCorrections();

    private Reports reports() {
        return new ReportBook(world.transactions, world.reports, cases, world.files, world.gateways, world.cargo, world.codes,
            new MemoryAudit(), world.clock);
    }

    private static Map<String, Object> site(int id, String name, Map<String, Object> person) {
        return Map.of("Wzid", id, "Wzmc", name, "Wz_Fzr", person);
    }

    @Before
    public void openCase() {
        CorrectionCase task = new CorrectionCase("c1", 1, CorrectionKind.VERIFICATION, World.ID, null, null, null, List.of(), null,
            world.clock.instant(), null, CorrectionCase.Status.OPEN, null, null);
        Map<String, Object> second = new HashMap<>(PERSON);
        second.put("Fzr_xm", "张大力");
        world.transactions.run(() -> {
            cases.insert(task, "key");
            world.reports.keepDraft("c1", Map.of("Bbdw", 1, "Baxx", Map.of("Zt_xx", PERSON, "Wz_xx", List.of(site(7, "one", PERSON),
                site(8, "two", second)))), world.clock.instant());
        });
    }

    private Report answer(Map<String, Object> content) {
        return reports().send(Samples.SAM, null, null, "c1", content);
    }

    private Map<String, Object> stored(Report report) {
        return world.transactions.call(() -> world.reports.find(report.number())).orElseThrow().content();
    }

    private String code(Map<String, Object> content) {
        return assertThrows(Refusal.class, () -> answer(content)).code();
    }

    @Test
    @SuppressWarnings("unchecked")
    public void maskedValuesOfTheDraftMeanWhatTheAuthorityNamed() {
        Map<String, Object> shown = reports().draft(Samples.SAM, "c1");
        assertFalse(shown.toString(), shown.toString().contains("张小明"));
        Map<String, Object> whole = (Map<String, Object>) shown.get("Baxx");
        List<Map<String, Object>> sites = new ArrayList<>((List<Map<String, Object>>) whole.get("Wz_xx"));
        Map<String, Object> corrected = new HashMap<>(sites.get(1));
        corrected.put("Wzmc", "corrected");
        sites.set(1, corrected);
        Map<String, Object> baxx = new HashMap<>(whole);
        baxx.put("Wz_xx", sites);
        Map<String, Object> sent = stored(answer(Map.of("Bbdw", 1, "Baxx", baxx, "Hsrxm", "李四")));
        Map<String, Object> record = (Map<String, Object>) sent.get("Baxx");
        assertEquals(PERSON, record.get("Zt_xx"));
        List<Map<String, Object>> stored = (List<Map<String, Object>>) record.get("Wz_xx");
        assertEquals(site(7, "one", PERSON), stored.get(0));
        assertEquals("corrected", stored.get(1).get("Wzmc"));
        assertEquals("张大力", ((Map<String, Object>) stored.get(1).get("Wz_Fzr")).get("Fzr_xm"));
    }

    @Test
    public void aMaskedPersonOfAnotherSiteIsNotGuessed() {
        Map<String, Object> masked = Map.of("Fzr_xm", "张**");
        Refusal swapped = assertThrows(Refusal.class, () -> answer(Map.of("Baxx", Map.of("Wz_xx", List.of(site(8, "two", masked),
            site(7, "one", masked))))));
        assertEquals("report-invalid", swapped.code());
        assertEquals(List.of("/content/Baxx/Wz_xx/0/Wz_Fzr/Fzr_xm", "/content/Baxx/Wz_xx/1/Wz_Fzr/Fzr_xm"),
            swapped.findings().stream().map(one -> one.pointer()).toList());
        assertEquals("one site was left out", "report-invalid", code(Map.of("Baxx", Map.of("Wz_xx", List.of(site(8, "two", masked))))));
        assertEquals(0, world.lanes.open());
    }

    @Test
    public void whatIsStillMaskedIsNeverSent() {
        Map<String, Object> content = Map.of("Sbrxm", "张**", "Sbrdh", "138******00", "Sbrdzyj", "z***@example.com", "Fjnr", "***",
            "Fzr_zjhm", "44**************11", "Clyj", "已致电138******00", "Wzmc", "星**球");
        Refusal refusal = assertThrows(Refusal.class, () -> reports().send(Samples.SAM, World.ID, ReportKind.UNFILED_SITE, null, content));
        assertEquals(List.of("/content/Clyj", "/content/Fjnr", "/content/Fzr_zjhm", "/content/Sbrdh", "/content/Sbrdzyj",
            "/content/Sbrxm"), refusal.findings().stream().map(one -> one.pointer()).sorted().toList());
        reports().send(Samples.SAM, World.ID, ReportKind.UNFILED_SITE, null, Map.of("Clyj", "关闭*号站点", "Sbrxm", "张小明"));
    }

    @Test
    public void whatSaysNothingIsLeftOut() {
        Map<String, Object> content = new HashMap<>(Map.of("Ym", "wild.cn", "Clyj", " ", "Spwj", List.of(), "Baxx", Map.of("Zt_xx", Map.of(
            "Dwmc", ""), "Wz_xx", Arrays.asList(null, Map.of("Wzid", 7)))));
        content.put("Wgip", null);
        Report report = reports().send(Samples.SAM, World.ID, ReportKind.UNFILED_SITE, null, content);
        assertEquals(Map.of("Ym", "wild.cn", "Baxx", Map.of("Zt_xx", Map.of(), "Wz_xx", List.of(Map.of("Wzid", 7)))), stored(report));
        content.put("Bbdw", "");
        assertEquals("what is there stays", 1, stored(answer(content)).get("Bbdw"));
    }

    @Test
    public void aCaseIsAnsweredOnce() {
        Report first = answer(Map.of());
        assertEquals("case-answered", code(Map.of()));
        reports().skip(Samples.SAM, first.number(), "wrong");
        Report second = answer(Map.of());
        world.drain();
        assertEquals("case-answered", code(Map.of()));
        world.transactions.run(() -> {
            Report sent = world.reports.lock(second.number()).orElseThrow();
            world.reports.update(sent.with(Report.State.FAILED, List.of(), world.clock.instant()));
        });
        answer(Map.of());
    }

    @Test
    public void aClosedCaseWaitsForNoAnswer() {
        world.transactions.run(() -> cases.update(cases.find("c1").orElseThrow().with(CorrectionCase.Status.OVERDUE, null, null)));
        assertEquals("late is better than never", "1", reports().draft(Samples.SAM, "c1").get("Bbdw").toString());
        world.transactions.run(() -> cases.update(cases.find("c1").orElseThrow().with(CorrectionCase.Status.CLOSED, "sam", "done")));
        assertEquals("no-answer-awaited", code(Map.of()));
        assertEquals("no-answer-awaited", assertThrows(Refusal.class, () -> reports().draft(Samples.SAM, "c1")).code());
    }
}
