package org.openbeian.shell;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.openbeian.api.model.LocalizedText;
import org.openbeian.api.report.Report;
import org.openbeian.api.report.ReportField;
import org.openbeian.api.report.ReportKind;
import org.openbeian.api.report.ReportSummary;
import org.openbeian.api.report.Reports;
import org.openbeian.testkit.Requirement;

/** Reports in the shell. */
@Requirement("T-39")
public class ReportCommandsTest {

    /** Where content lies. */
    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private final List<Object> sent = new ArrayList<>();
    private final Report report = new Report(7, "440000", ReportKind.UNFILED_SITE, "c1", Report.State.FAILED, Map.of("Ym", "wild.cn"),
        List.of(new Report.Answer("5006", Report.Mender.OPERATOR, new LocalizedText("已报", "told before"), new LocalizedText("无", "none"))
            .at("/Ym")), "olga", Instant.EPOCH, Instant.EPOCH, 3, 3, 1);
    private final Reports reports = (Reports) Proxy.newProxyInstance(Reports.class.getClassLoader(), new Class<?>[] {Reports.class},
        (proxy, method, arguments) -> switch (method.getName()) {
            case "forms" -> List.of(new Reports.Form(ReportKind.UNFILED_SITE, ReportKind.UNFILED_SITE.text(), List.of(new ReportField("Jr",
                true, true, ReportField.Type.GROUP, 0, 0, false, List.of(new ReportField("Ym", true, false, ReportField.Type.TEXT, 4, 128,
                false, List.of())))), null));
            case "list" -> List.of(new ReportSummary(7, "440000", ReportKind.UNFILED_SITE, "c1", Report.State.FAILED, "5006", 1, "olga",
                Instant.EPOCH, Instant.EPOCH, 3, 3, 1));
            case "draft" -> Map.of();
            case "send" -> {
                sent.addAll(List.of(String.valueOf(arguments[1]), String.valueOf(arguments[2]), String.valueOf(arguments[3]),
                    arguments[4]));
                yield report;
            }
            default -> report;
        });

    @Test
    public void reportsAreListedAndShownWithWhatWasSaidOfThem() throws Exception {
        ReportListCommand list = new ReportListCommand();
        list.reports = reports;
        String listed = Console.run(list, "olga");
        assertTrue(listed, listed.contains("FAILED") && listed.contains("5006") && listed.contains("2 of 3"));
        list.json = true;
        assertEquals(7, Console.json(list, "olga").get(0).get("number").asInt());
        ReportShowCommand show = new ReportShowCommand();
        show.reports = reports;
        show.number = "7";
        String text = Console.run(show, "olga");
        assertTrue(text, text.contains("/Ym = wild.cn") && text.contains("5006") && text.contains("file 3  2 of 3 ranges answered"));
        assertTrue(text, text.lines().anyMatch(line -> line.contains("5006") && line.contains("/Ym")));
    }

    @Test
    public void aKindShowsItsFieldsWithTheirPlaces() throws Exception {
        ReportKindsCommand kinds = new ReportKindsCommand();
        kinds.reports = reports;
        assertTrue(Console.run(kinds, "olga").contains("ICP/WBACLJG/Clxx"));
        kinds.kind = "UNFILED_SITE";
        String fields = Console.run(kinds, "olga");
        assertTrue(fields, fields.contains("Jr[]/Ym") && fields.contains("128"));
        kinds.kind = "OTHER";
        assertTrue(Console.refused(kinds, "olga").contains("OTHER"));
    }

    @Test
    public void anAnswerIsSentWithFieldsOfAFileAndOfTheLine() throws Exception {
        Path file = folder.newFile("answer.json").toPath();
        Files.write(file, "{\"Sbrxm\": \"张\", \"Cljg\": 2}".getBytes(StandardCharsets.UTF_8));
        ReportSendCommand send = new ReportSendCommand();
        send.reports = reports;
        send.caseId = "c1";
        send.file = file.toString();
        send.fields = List.of("Cljg=1");
        send.dryRun = true;
        assertTrue(Console.run(send, "olga").contains("the answer to case c1"));
        assertEquals(List.of(), sent);
        send.dryRun = false;
        assertTrue(Console.run(send, "olga").contains("Done: report 7"));
        assertEquals(List.of("null", "null", "c1", Map.of("Sbrxm", "张", "Cljg", "1")), sent);
    }

    @Test
    public void whatCannotBeSentIsSaid() throws Exception {
        ReportSendCommand send = new ReportSendCommand();
        send.reports = reports;
        assertTrue(Console.refused(send, "olga").contains("--authority and --kind"));
        send.fields = List.of("Cljg");
        assertTrue(Console.refused(send, "olga").contains("name=value"));
        Path file = folder.newFile("answer.json").toPath();
        Files.write(file, "[".getBytes(StandardCharsets.UTF_8));
        send.file = file.toString();
        assertTrue(Console.refused(send, "olga").contains("no JSON object"));
        send.file = folder.getRoot() + "/none.json";
        assertTrue(Console.refused(send, "olga").contains("cannot be read"));
    }

    @Test
    public void aFileMayHoldPicturesAndFieldsThatAreNull() throws Exception {
        Path file = folder.newFile("material.json").toPath();
        String picture = "A".repeat(1_000_000);
        ReportSendCommand send = new ReportSendCommand();
        send.reports = reports;
        send.authority = "440000";
        send.kind = "MATERIAL";
        send.file = file.toString();
        Files.writeString(file, "{\"Fjnr\": \"" + picture + "\", \"Fjssdx\": {\"Ssdxlx\": 2}, \"Bz\": null}");
        Console.run(send, "olga");
        Map<?, ?> content = (Map<?, ?>) sent.get(3);
        assertEquals(picture, content.get("Fjnr"));
        assertEquals(Map.of("Ssdxlx", 2), content.get("Fjssdx"));
        Files.writeString(file, "{\"Fjnr\": \"A" + picture + "\"}");
        assertTrue(Console.refused(send, "olga").contains("1000000"));
        Files.writeString(file, "null");
        assertTrue(Console.refused(send, "olga").contains("no JSON object"));
    }

    @Test
    public void aReportIsTakenBackWithAReason() throws Exception {
        ReportSkipCommand skip = new ReportSkipCommand();
        skip.reports = reports;
        skip.number = "7";
        skip.reason = " ";
        assertTrue(Console.refused(skip, "olga").contains("--reason"));
        skip.reason = "told by phone";
        assertTrue(Console.run(skip, "olga").contains("Done: report 7"));
    }
}
