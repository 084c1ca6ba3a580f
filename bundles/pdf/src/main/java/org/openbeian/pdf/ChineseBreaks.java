package org.openbeian.pdf;

import com.lowagie.text.pdf.DefaultSplitCharacter;
import com.lowagie.text.pdf.PdfChunk;

/** Where a line may end: as in other text, but neither before a closing sign nor after an opening one (避头尾). Immutable. */
final class ChineseBreaks extends DefaultSplitCharacter {

    private static final String NOT_FIRST = "，。、；：？！）》〉】」』”’％…—·";
    private static final String NOT_LAST = "（《〈【「『“‘";

    @Override
    public boolean isSplitCharacter(int start, int current, int end, char[] text, PdfChunk[] chunks) {
        boolean closes = current + 1 < end && NOT_FIRST.indexOf(text[current + 1]) >= 0;
        return !closes && NOT_LAST.indexOf(text[current]) < 0 && super.isSplitCharacter(start, current, end, text, chunks);
    }
}
