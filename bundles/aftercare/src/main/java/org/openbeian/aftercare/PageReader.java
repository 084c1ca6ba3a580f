package org.openbeian.aftercare;

import static org.openbeian.aftercare.Remarks.text;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.openbeian.api.site.SiteProbe.Page;

/**
 * Makes a document of what a server sent, whatever it claims: what is no text is not read as one, and characters are read in the first
 * coding that fits all bytes, GBK among them.
 */
final class PageReader {

    private static final int HEAD = 4096;
    private static final String CHINESE = "GB18030";
    private static final Pattern CHARSET = Pattern.compile("charset\\s*=\\s*[\"']?\\s*([A-Za-z0-9_:.-]{2,40})", Pattern.CASE_INSENSITIVE);
    private static final Pattern MARKUP = Pattern.compile("<\\s*(!doctype|html|head|body|div|p|a|table|meta|title|footer)\\b",
        Pattern.CASE_INSENSITIVE);
    private static final List<byte[]> KINDS = List.of("%PDF".getBytes(StandardCharsets.ISO_8859_1),
        new byte[] {'P', 'K', 3, 4}, new byte[] {(byte) 0x89, 'P', 'N', 'G'}, "GIF8".getBytes(StandardCharsets.ISO_8859_1),
        new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff}, new byte[] {0x1f, (byte) 0x8b});

    private PageReader() {
    }

    /** The document, or empty when it cannot be had; says why. */
    static Optional<Document> read(Page page, Remarks remarks) {
        if (page.status() < 200 || page.status() > 299) {
            remarks.unknown("page-status", text("首页返回状态 " + page.status(), "The home page answers with status " + page.status()),
                text("请使首页可以正常打开", "Have the home page answer with 200"));
            return Optional.empty();
        }
        String coding = page.contentEncoding() == null ? "identity" : page.contentEncoding().strip().toLowerCase(Locale.ROOT);
        if (!coding.isEmpty() && !coding.equals("identity")) {
            remarks.unknown("page-encoded", text("首页在未请求压缩时仍以 " + coding + " 返回",
                "The home page comes coded as " + coding + ", which was not asked for"),
                text("请按请求头 Accept-Encoding 返回内容", "Honour the request header Accept-Encoding"));
            return Optional.empty();
        }
        boolean markup = MARKUP.matcher(head(page.body())).find();
        if (isBinary(page.body()) || !markup && !claimsHtml(page)) {
            remarks.unknown("page-not-html", text("首页返回的不是网页（声明类型 " + page.contentType() + "）",
                "What the home page answers is no page (it claims to be " + page.contentType() + ")"),
                text("请让首页返回 HTML", "Answer the home page with HTML"));
            return Optional.empty();
        }
        if (!claimsHtml(page)) {
            remarks.warn("page-type", "/page", "T-46", text("首页内容是网页，但声明类型为 " + page.contentType(),
                "The home page is HTML but claims to be " + page.contentType()),
                text("请将 Content-Type 设为 text/html", "Send it as text/html"));
        }
        return Optional.of(Jsoup.parse(decoded(page, remarks), page.address().toString()));
    }

    private static boolean claimsHtml(Page page) {
        String type = page.contentType() == null ? "text/html" : page.contentType().toLowerCase(Locale.ROOT);
        return type.startsWith("text/html") || type.startsWith("application/xhtml+xml");
    }

    private static boolean isBinary(byte[] body) {
        for (byte[] kind : KINDS) {
            if (body.length >= kind.length && Arrays.equals(body, 0, kind.length, kind, 0, kind.length)) {
                return true;
            }
        }
        for (int i = 0; i < Math.min(body.length, HEAD); i++) {
            if (body[i] == 0) {
                return true;
            }
        }
        return false;
    }

    private static String head(byte[] body) {
        return new String(body, 0, Math.min(body.length, HEAD), StandardCharsets.ISO_8859_1);
    }

    /** UTF-8 where it fits, as hardly anything else does by chance; then what is claimed; GB18030 reads all of GBK and GB 2312. */
    private static String decoded(Page page, Remarks remarks) {
        List<String> claims = new ArrayList<>();
        charset(page.contentType()).ifPresent(claims::add);
        charset(head(page.body())).ifPresent(claims::add);
        List<String> tries = new ArrayList<>(List.of("UTF-8"));
        tries.addAll(claims);
        tries.add(CHINESE);
        for (String name : tries) {
            Optional<String> text = strictly(page.body(), name);
            if (text.isPresent()) {
                if (!claims.isEmpty() && !claims.get(0).equals(name) && text.get().chars().anyMatch(c -> c > 127)) {
                    remarks.warn("page-charset", "/page", "T-46", text("首页声明编码 " + claims.get(0) + "，实际为 " + name,
                        "The home page claims the charset " + claims.get(0) + " but is written in " + name),
                        text("请更正声明的编码", "Correct the claimed charset"));
                }
                return text.get();
            }
        }
        return new String(page.body(), StandardCharsets.UTF_8);
    }

    private static Optional<String> charset(String from) {
        Matcher found = CHARSET.matcher(from == null ? "" : from);
        String name = found.find() ? found.group(1).toUpperCase(Locale.ROOT) : "";
        return name.isEmpty() ? Optional.empty() : Optional.of(name.startsWith("GB") ? CHINESE : name);
    }

    private static Optional<String> strictly(byte[] body, String name) {
        try {
            return Optional.of(Charset.forName(name).newDecoder().onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT).decode(ByteBuffer.wrap(body)).toString());
        } catch (CharacterCodingException | IllegalCharsetNameException | UnsupportedCharsetException e) {
            return Optional.empty();
        }
    }
}
