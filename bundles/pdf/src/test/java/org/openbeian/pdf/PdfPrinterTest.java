package org.openbeian.pdf;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.Test;
import org.openbeian.api.print.PrintedDocument;
import org.openbeian.api.print.PrintedDocument.Heading;
import org.openbeian.api.print.PrintedDocument.Part;
import org.openbeian.api.print.PrintedDocument.Table;
import org.openbeian.api.print.PrintedDocument.Text;
import org.openbeian.testkit.Requirement;

/** Read by another library than the one that wrote it. */
public class PdfPrinterTest {

    private static final Instant AT = Instant.parse("2026-11-22T02:00:00Z");

    private final PdfPrinter printer = new PdfPrinter();

    private PDDocument print(Part... parts) throws IOException {
        return Loader.loadPDF(printer.print(new PrintedDocument("备案清单", "zh-CN", AT, List.of(parts))));
    }

    private static String text(PDDocument document) throws IOException {
        return new PDFTextStripper().getText(document).replace("\r", "");
    }

    @Test
    @Requirement("E-03")
    public void itsTextIsReadAgainAndItsFontIsInItInPart() throws IOException {
        byte[] pdf = printer.print(new PrintedDocument("备案清单", "zh-CN", AT, List.of(new Heading("粤ICP备12345678号"),
            new Text("主办单位：深圳市示例科技有限公司", true), new Table(List.of("状态", "事项"), List.of(1, 3),
            List.of(List.of("□ 待办", "营业执照\n/organizer"), List.of("√ 已完成", "<b>\"A & B\"</b>"))))));
        assertTrue("a subset is small: " + pdf.length, pdf.length < 60_000);
        try (PDDocument document = Loader.loadPDF(pdf)) {
            for (String line : List.of("备案清单", "粤ICP备12345678号", "主办单位：深圳市示例科技有限公司", "□ 待办 营业执照", "/organizer",
                    "√ 已完成 <b>\"A & B\"</b>", "备案清单 · 1")) {
                assertTrue(line + " in " + text(document), text(document).contains(line));
            }
            assertEquals("备案清单", document.getDocumentInformation().getTitle());
            assertEquals(AT, document.getDocumentInformation().getCreationDate().toInstant());
            assertEquals("zh-CN", document.getDocumentCatalog().getLanguage());
            assertEquals("[WenQuanYiZenHei embedded]", fonts(document).toString());
        }
    }

    private static TreeSet<String> fonts(PDDocument document) throws IOException {
        TreeSet<String> fonts = new TreeSet<>();
        for (PDPage page : document.getPages()) {
            for (COSName name : page.getResources().getFontNames()) {
                var font = page.getResources().getFont(name);
                assertTrue(font.getName() + " is a part", font.getName().matches("[A-Z]{6}\\+.*"));
                fonts.add(font.getName().substring(7) + (font.isEmbedded() ? " embedded" : " missing"));
            }
        }
        return fonts;
    }

    @Test
    public void noLineBeginsWithAClosingSignOrEndsWithAnOpeningOne() throws IOException {
        for (int length = 30; length < 70; length++) {
            String text = "字".repeat(length) + "，" + "文".repeat(length) + "（" + "句".repeat(length) + "）。";
            try (PDDocument document = print(new Text(text, false))) {
                for (String line : text(document).split("\n")) {
                    assertTrue(line, !line.matches("^[，）。].*|.*（$"));
                }
            }
        }
    }

    @Test
    public void whatTheFontLacksIsShownByItsNumber() throws IOException {
        try (PDDocument document = print(new Text("陈𠮷祎\t龘䶮 😀"))) {
            assertTrue(text(document), text(document).contains("陈[U+20BB7]祎 龘[U+4DAE] [U+1F600]"));
        }
    }

    @Test
    public void longTablesGoOverPagesWithTheirHeadAndLongWordsAreBroken() throws IOException {
        List<List<String>> rows = new ArrayList<>();
        IntStream.range(0, 200).forEach(no -> rows.add(List.of("第" + no + "行", "f".repeat(300))));
        rows.add(List.of("长", String.join("\n", Collections.nCopies(200, "一行"))));
        try (PDDocument document = print(new Table(List.of("栏目甲", "栏目乙"), List.of(1, 1), rows))) {
            String text = text(document);
            assertTrue("pages: " + document.getNumberOfPages(), document.getNumberOfPages() > 8);
            assertEquals(document.getNumberOfPages(), text.lines().filter(line -> line.equals("栏目甲 栏目乙")).count());
            assertEquals(200 * 300, text.chars().filter(sign -> sign == 'f').count());
            assertEquals(200, text.lines().filter(line -> line.endsWith("一行")).count());
            assertTrue(text.contains("第0行") && text.contains("第199行"));
        }
    }

    @Test
    public void anEmptyDocumentIsOnePage() throws IOException {
        try (PDDocument document = print()) {
            assertEquals(1, document.getNumberOfPages());
        }
        try (PDDocument document = print(new Text(""), new Heading(""), new Table(List.of(), List.of(1), List.of()))) {
            assertEquals(1, document.getNumberOfPages());
        }
    }

    /** The jar that carries it is not the font's own; so it is looked at. */
    @Test
    public void theFontIsTheFreeOneAndMayBeEmbedded() {
        ChineseFont font = ChineseFont.load();
        String names = java.util.Arrays.stream(font.base().getAllNameEntries()).map(entry -> String.join("|", entry))
            .collect(Collectors.joining("\n"));
        assertTrue(names, names.contains("WenQuanYi Zen Hei") && names.contains("GPL2 with font embedding exception")
            && names.contains("Version 0.8.38"));
        String rare = "粤沪浙赣黔龘喆祎玥昇炅镕赟犇〇℃￥【】《》";
        assertEquals(rare, font.printable(rare));
        long ideographs = IntStream.rangeClosed(0x4e00, 0x9fa5).filter(font.base()::charExists).count();
        assertEquals("all of GBK", 0x9fa5 - 0x4e00 + 1, ideographs);
    }
}
