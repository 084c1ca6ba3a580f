package org.openbeian.api.channel;

import java.util.Arrays;
import java.util.stream.Collectors;

/** Plain text as HTML: everything that came from people is text and stays text. */
public final class HtmlText {

    private HtmlText() {
    }

    /** The text with the five signs that HTML knows escaped. */
    public static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;").replace("'", "&#39;");
    }

    /**
     * A whole page: the subject as heading, the lines of the text as paragraphs.
     *
     * @param language of the texts, such as {@code zh-CN}
     */
    public static String page(String language, String subject, String text) {
        return "<!DOCTYPE html>\n<html lang=\"" + escape(language) + "\"><head><meta charset=\"UTF-8\"><title>" + escape(subject)
            + "</title></head>\n<body style=\"font-family:sans-serif;line-height:1.5\">\n" + section(subject, text) + "\n</body></html>\n";
    }

    /** A heading and paragraphs, without a page around them. */
    public static String section(String subject, String text) {
        return "<h2>" + escape(subject) + "</h2>\n" + Arrays.stream(text.split("\n")).filter(line -> !line.isBlank())
            .map(line -> "<p>" + escape(line) + "</p>").collect(Collectors.joining("\n"));
    }
}
