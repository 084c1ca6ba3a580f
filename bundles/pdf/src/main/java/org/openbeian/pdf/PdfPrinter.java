package org.openbeian.pdf;

import com.lowagie.text.Chunk;
import com.lowagie.text.Document;
import com.lowagie.text.DocumentException;
import com.lowagie.text.Element;
import com.lowagie.text.PageSize;
import com.lowagie.text.Paragraph;
import com.lowagie.text.Phrase;
import com.lowagie.text.SplitCharacter;
import com.lowagie.text.pdf.ColumnText;
import com.lowagie.text.pdf.PdfDate;
import com.lowagie.text.pdf.PdfName;
import com.lowagie.text.pdf.PdfPCell;
import com.lowagie.text.pdf.PdfPTable;
import com.lowagie.text.pdf.PdfPageEventHelper;
import com.lowagie.text.pdf.PdfString;
import com.lowagie.text.pdf.PdfWriter;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Locale;
import java.util.GregorianCalendar;
import java.util.TimeZone;
import java.util.concurrent.atomic.AtomicReference;
import org.openbeian.api.print.DocumentPrinter;
import org.openbeian.api.print.PrintedDocument;
import org.openbeian.api.print.PrintedDocument.Heading;
import org.openbeian.api.print.PrintedDocument.Part;
import org.openbeian.api.print.PrintedDocument.Table;
import org.openbeian.api.print.PrintedDocument.Text;
import org.osgi.service.component.annotations.Component;

/** Prints with OpenPDF. Thread-safe. */
@Component(service = DocumentPrinter.class)
public final class PdfPrinter implements DocumentPrinter {

    private static final float MARGIN = 42;
    private static final float TITLE = 18;
    private static final float HEADING = 13;
    private static final float BODY = 10;
    private static final float SMALL = 8;
    private static final float GAP = 6;
    private static final float PADDING = 4;
    private static final float LINE = 1.4f;
    private static final SplitCharacter BREAKS = new ChineseBreaks();

    private final AtomicReference<ChineseFont> loaded = new AtomicReference<>();

    @Override
    public byte[] print(PrintedDocument document) {
        ChineseFont font = font();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Document pages = new Document(PageSize.A4, MARGIN, MARGIN, MARGIN, MARGIN);
        try {
            PdfWriter writer = PdfWriter.getInstance(pages, out);
            writer.setPageEvent(new Foot(font, document.title()));
            pages.addTitle(document.title());
            pages.open();
            writer.getExtraCatalog().put(PdfName.LANG, new PdfString(document.language(), PdfString.TEXT_PDFDOCENCODING));
            GregorianCalendar at = new GregorianCalendar(TimeZone.getTimeZone("Asia/Shanghai"), Locale.ROOT);
            at.setTimeInMillis(document.at().toEpochMilli());
            writer.getInfo().put(PdfName.CREATIONDATE, new PdfDate(at));
            pages.add(paragraph(font, document.title(), TITLE, true));
            for (Part part : document.parts()) {
                pages.add(element(font, part));
            }
            pages.close();
        } catch (DocumentException e) {
            throw new IllegalStateException("The document cannot be laid out", e);
        }
        return out.toByteArray();
    }

    /** Two at once may read it twice; one is kept. */
    private ChineseFont font() {
        if (loaded.get() == null) {
            loaded.compareAndSet(null, ChineseFont.load());
        }
        return loaded.get();
    }

    private static Element element(ChineseFont font, Part part) {
        if (part instanceof Heading heading) {
            Paragraph line = paragraph(font, heading.text(), HEADING, true);
            line.setSpacingBefore(GAP);
            line.setKeepTogether(true);
            return line;
        }
        if (part instanceof Text text) {
            return paragraph(font, text.text(), text.small() ? SMALL : BODY, false);
        }
        return table(font, (Table) part);
    }

    private static Paragraph paragraph(ChineseFont font, String text, float size, boolean bold) {
        Paragraph paragraph = new Paragraph(size * LINE, chunk(font, text, size, bold));
        paragraph.setSpacingAfter(GAP);
        return paragraph;
    }

    private static Chunk chunk(ChineseFont font, String text, float size, boolean bold) {
        Chunk chunk = new Chunk(font.printable(text), font.of(size, bold));
        chunk.setSplitCharacter(BREAKS);
        return chunk;
    }

    private static PdfPTable table(ChineseFont font, Table table) {
        PdfPTable grid = new PdfPTable(table.widths().size());
        float[] widths = new float[table.widths().size()];
        for (int i = 0; i < widths.length; i++) {
            widths[i] = table.widths().get(i);
        }
        grid.setWidths(widths);
        grid.setWidthPercentage(100);
        grid.setSpacingBefore(GAP);
        grid.setSpacingAfter(GAP);
        grid.setSplitLate(false);
        row(grid, font, table.head(), true);
        grid.setHeaderRows(table.head().isEmpty() ? 0 : 1);
        table.rows().forEach(row -> row(grid, font, row, false));
        return grid;
    }

    private static void row(PdfPTable grid, ChineseFont font, List<String> cells, boolean bold) {
        cells.forEach(text -> {
            PdfPCell cell = new PdfPCell(new Phrase(SMALL * LINE, chunk(font, text, SMALL + 1, bold)));
            cell.setPadding(PADDING);
            grid.addCell(cell);
        });
    }

    /** Title and number at the foot of each page. For one document. */
    private static final class Foot extends PdfPageEventHelper {

        private final ChineseFont font;
        private final String title;

        Foot(ChineseFont font, String title) {
            this.font = font;
            this.title = font.printable(title);
        }

        @Override
        public void onEndPage(PdfWriter writer, Document pages) {
            ColumnText.showTextAligned(writer.getDirectContent(), Element.ALIGN_CENTER,
                new Phrase(title + " · " + writer.getPageNumber(), font.of(SMALL, false)),
                (pages.left() + pages.right()) / 2, pages.bottom() - MARGIN / 2, 0);
        }
    }
}
