package org.openbeian.pdf;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ref.SoftReference;
import java.util.List;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TTFSubsetter;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.openbeian.api.print.PageFont;
import org.osgi.service.component.annotations.Component;

/**
 * Takes parts out of the font of all documents with FontBox, which refuses signs above U+FFFF. One at a time; the font is let go when
 * memory is short.
 */
@Component(service = PageFont.class)
public final class ChinesePageFont implements PageFont {

    /** What browsers ask for; the rest, such as pictures of signs for small sizes, is a hundred times as large. */
    private static final List<String> TABLES = List.of("OS/2", "cmap", "glyf", "head", "hhea", "hmtx", "loca", "maxp", "name", "post");

    private SoftReference<TrueTypeFont> loaded = new SoftReference<>(null);

    @Override
    public synchronized byte[] subset(String text) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            TTFSubsetter subsetter = new TTFSubsetter(font(), TABLES);
            text.codePoints().filter(Character::isBmpCodePoint).forEach(subsetter::add);
            subsetter.writeToStream(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private TrueTypeFont font() throws IOException {
        TrueTypeFont font = loaded.get();
        if (font == null) {
            font = new TTFParser().parse(new RandomAccessReadBuffer(ChineseFont.bytes()));
            loaded = new SoftReference<>(font);
        }
        return font;
    }
}
