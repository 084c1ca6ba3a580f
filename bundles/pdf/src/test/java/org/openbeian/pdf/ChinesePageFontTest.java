package org.openbeian.pdf;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.junit.Test;
import org.openbeian.api.print.HtmlPage;
import org.openbeian.api.print.PrintedDocument;
import org.openbeian.api.print.PrintedDocument.Text;
import org.openbeian.testkit.Requirement;

public class ChinesePageFontTest {

    private static final String SAID = "主办单位：深圳市示例科技有限公司（粤ICP备12345678号）";

    private final ChinesePageFont font = new ChinesePageFont();

    private static TrueTypeFont read(byte[] subset) throws IOException {
        return new TTFParser().parse(new RandomAccessReadBuffer(subset));
    }

    @Test
    @Requirement("E-03")
    public void aPageCarriesTheSignsThatItShowsAndNoOthers() throws IOException {
        String page = HtmlPage.of(new PrintedDocument("备案清单", "zh-CN", Instant.EPOCH, List.of(new Text(SAID))), font);
        String start = "src:url(data:font/ttf;base64,";
        assertTrue(page, page.contains("@font-face") && page.contains(SAID));
        String embedded = page.substring(page.indexOf(start) + start.length());
        byte[] subset = Base64.getDecoder().decode(embedded.substring(0, embedded.indexOf(')')));
        try (TrueTypeFont part = read(subset)) {
            ("备案清单" + SAID).codePoints().forEach(sign -> assertTrue(Character.toString(sign), has(part, sign)));
            assertFalse("of what is not on the page", has(part, '网'));
        }
        assertTrue("a part is small: " + subset.length, subset.length < 60_000);
    }

    /** What browsers ask of a font before they take it. */
    @Test
    public void whatComesOutIsAWholeFont() throws IOException {
        try (TrueTypeFont part = read(font.subset(SAID))) {
            assertTrue(part.getTableMap().keySet().containsAll(List.of("OS/2", "cmap", "glyf", "head", "hhea", "hmtx", "loca", "maxp",
                "name", "post")));
            assertTrue(part.getName(), part.getName().contains("WenQuanYi"));
        }
    }

    @Test
    public void signsThatTheFontLacksAreLeftOut() throws IOException {
        try (TrueTypeFont part = read(font.subset("陈𠮷😀𠕇\n"))) {
            assertTrue(has(part, '陈'));
            assertFalse(has(part, 0x20BB7));
            assertFalse("the font has it, its parts cannot", has(part, 0x20547));
        }
        try (TrueTypeFont none = read(font.subset(""))) {
            assertEquals("what stands for a missing sign", 1, none.getNumberOfGlyphs());
        }
    }

    @Test
    public void manyAtATimeGetTheirOwn() {
        List<String> texts = IntStream.range(0, 40).mapToObj(i -> SAID + Character.toString(0x4e00 + 50 * i)).toList();
        List<byte[]> one = texts.stream().map(font::subset).toList();
        List<byte[]> many = texts.parallelStream().map(font::subset).toList();
        IntStream.range(0, 40).forEach(i -> assertEquals(texts.get(i), text(one.get(i)), text(many.get(i))));
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1).chars().mapToObj(Integer::toString).collect(Collectors.joining(" "));
    }

    private static boolean has(TrueTypeFont font, int sign) {
        try {
            return font.getUnicodeCmapLookup().getGlyphId(sign) > 0;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
