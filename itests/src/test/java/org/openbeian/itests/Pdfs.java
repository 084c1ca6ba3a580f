package org.openbeian.itests;

import static org.junit.Assert.assertTrue;

import java.io.IOException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;

/** Reads PDFs. */
final class Pdfs {

    private Pdfs() {
    }

    /** The text; fails when a font is not embedded. */
    static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            for (PDPage page : document.getPages()) {
                for (COSName font : page.getResources().getFontNames()) {
                    assertTrue(font + " is in it", page.getResources().getFont(font).isEmbedded());
                }
            }
            return new PDFTextStripper().getText(document);
        }
    }
}
