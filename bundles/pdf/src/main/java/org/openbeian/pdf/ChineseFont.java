package org.openbeian.pdf;

import com.lowagie.text.Font;
import com.lowagie.text.pdf.BaseFont;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The font of all documents: WenQuanYi Zen Hei, read once, on first use. Thread-safe. */
final class ChineseFont {

    private static final String FILE = "/fonts/WenQuanZhengHei.ttf";
    private static final int HIGHEST_CONTROL = 0x1f;

    private final BaseFont base;

    private ChineseFont(BaseFont base) {
        this.base = base;
    }

    /** Reads it. */
    static ChineseFont load() {
        try {
            return new ChineseFont(BaseFont.createFont(FILE, BaseFont.IDENTITY_H, BaseFont.EMBEDDED, false, bytes(), null));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Its file. */
    static byte[] bytes() throws IOException {
        try (InputStream in = ChineseFont.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException("the bundle lacks its font " + FILE);
            }
            return in.readAllBytes();
        }
    }

    BaseFont base() {
        return base;
    }

    Font of(float size, boolean bold) {
        return new Font(base, size, bold ? Font.BOLD : Font.NORMAL);
    }

    /** The text with signs that the font lacks as their numbers: the library would leave them out without a word. */
    String printable(String text) {
        StringBuilder shown = new StringBuilder(text.length());
        text.codePoints().forEach(sign -> {
            if (sign == '\n' || sign > HIGHEST_CONTROL && base.charExists(sign)) {
                shown.appendCodePoint(sign);
            } else if (sign > HIGHEST_CONTROL) {
                shown.append(String.format("[U+%04X]", sign));
            } else {
                shown.append(' ');
            }
        });
        return shown.toString();
    }
}
