package org.openbeian.api.print;

import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import org.openbeian.api.channel.HtmlText;
import org.openbeian.api.print.PrintedDocument.Heading;
import org.openbeian.api.print.PrintedDocument.Part;
import org.openbeian.api.print.PrintedDocument.Table;
import org.openbeian.api.print.PrintedDocument.Text;

/** A document as a page to print from a browser: one file, no script, nothing fetched. */
public final class HtmlPage {

    private static final String FONT = "page font";
    private static final String STYLE = "body{font-family:'Noto Sans CJK SC','Microsoft YaHei','PingFang SC','" + FONT + "',sans-serif;"
        + "margin:2em;line-height:1.4}table{border-collapse:collapse;width:100%;table-layout:fixed}th,td{border:1px solid #888;"
        + "padding:.3em .5em;text-align:left;vertical-align:top;overflow-wrap:anywhere}p,td{white-space:pre-line}"
        + "thead{display:table-header-group}tr{break-inside:avoid}small{color:#555}@page{size:A4;margin:15mm}"
        + "@media print{body{margin:0;font-size:10pt}h2{break-after:avoid}}";

    private HtmlPage() {
    }

    /** The page, in a font of its reader's machine. */
    public static String of(PrintedDocument document) {
        return page(document, "");
    }

    /** The page with the part of a font in it that it needs where its reader's machine has none of the usual ones. */
    public static String of(PrintedDocument document, PageFont font) {
        return page(document, "@font-face{font-family:'" + FONT + "';src:url(data:font/ttf;base64,"
            + Base64.getEncoder().encodeToString(font.subset(of(document))) + ")}");
    }

    private static String page(PrintedDocument document, String fontFace) {
        String title = HtmlText.escape(document.title());
        return "<!DOCTYPE html>\n<html lang=\"" + HtmlText.escape(document.language()) + "\"><head><meta charset=\"UTF-8\"><title>" + title
            + "</title><style>" + fontFace + STYLE + "</style></head>\n<body><h1>" + title + "</h1>\n"
            + document.parts().stream().map(HtmlPage::part).collect(Collectors.joining()) + "</body></html>\n";
    }

    private static String part(Part part) {
        if (part instanceof Heading heading) {
            return "<h2>" + HtmlText.escape(heading.text()) + "</h2>\n";
        }
        if (part instanceof Text text) {
            String said = HtmlText.escape(text.text());
            return "<p>" + (text.small() ? "<small>" + said + "</small>" : said) + "</p>\n";
        }
        return table((Table) part);
    }

    private static String table(Table table) {
        int all = table.widths().stream().mapToInt(Integer::intValue).sum();
        String columns = table.widths().stream().map(width -> "<col style=\"width:" + width * 100 / all + "%\">")
            .collect(Collectors.joining());
        String head = table.head().isEmpty() ? "" : "<thead>" + row(table.head(), "th") + "</thead>";
        return "<table><colgroup>" + columns + "</colgroup>" + head + "<tbody>\n" + table.rows().stream()
            .map(row -> row(row, "td")).collect(Collectors.joining()) + "</tbody></table>\n";
    }

    private static String row(List<String> cells, String tag) {
        return "<tr>" + cells.stream().map(cell -> "<" + tag + ">" + HtmlText.escape(cell) + "</" + tag + ">")
            .collect(Collectors.joining()) + "</tr>\n";
    }
}
