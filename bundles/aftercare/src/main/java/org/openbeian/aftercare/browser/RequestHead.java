package org.openbeian.aftercare.browser;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The head of a message of HTTP/1.1 as it goes through the proxy.
 *
 * @param first its first line
 * @param headers its headers, one a line
 */
record RequestHead(String first, List<String> headers) {

    private static final int MOST = 65_536;
    private static final String HOST = "([A-Za-z0-9._-]{1,255}|\\[[0-9A-Fa-f:.]{2,45}\\])";
    private static final Pattern CONNECT = Pattern.compile("CONNECT " + HOST + ":(\\d{1,5}) HTTP/1\\.[01]");
    private static final Pattern PLAIN = Pattern.compile("[A-Z]{3,10} (?i:http)://" + HOST + "(?::(\\d{1,5}))?([/?][^ #]*|) HTTP/1\\.[01]");
    private static final Set<String> OF_ONE_HOP = Set.of("connection", "proxy-connection", "proxy-authorization", "keep-alive", "te",
        "upgrade");

    /** A host and a port that a request wants to reach. */
    record Target(String host, int port) {

        @Override
        public String toString() {
            return host + ":" + port;
        }
    }

    /**
     * Reads a head to its end, or not at all.
     *
     * @return null when the other side hung up before it sent anything
     */
    static RequestHead read(InputStream in) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int ends = 0;
        while (ends < 2) {
            int next = in.read();
            if (next < 0 && bytes.size() == 0) {
                return null;
            }
            if (next < 0 || bytes.size() == MOST) {
                throw new IOException(next < 0 ? "the head broke off" : "the head is too long");
            }
            bytes.write(next);
            ends = next == '\n' ? ends + 1 : next == '\r' ? ends : 0;
        }
        List<String> lines = new ArrayList<>(bytes.toString(StandardCharsets.ISO_8859_1).lines().filter(line -> !line.isEmpty()).toList());
        if (lines.isEmpty()) {
            throw new IOException("the head is empty");
        }
        return new RequestHead(lines.get(0), List.copyOf(lines.subList(1, lines.size())));
    }

    boolean isConnect() {
        return first.startsWith("CONNECT ");
    }

    /** Whom a request to a proxy is for. */
    Target target() throws IOException {
        Matcher parts = (isConnect() ? CONNECT : PLAIN).matcher(first);
        if (!parts.matches()) {
            throw new IOException("not a request to a proxy");
        }
        String port = parts.group(2);
        return new Target(parts.group(1).toLowerCase(Locale.ROOT), port == null ? 80 : Integer.parseInt(port));
    }

    /** How long the body is that the browser sends along; a body of unknown length is refused. */
    long bodyLength() throws IOException {
        long length = 0;
        for (String header : headers) {
            if (is(header, "transfer-encoding")) {
                throw new IOException("a body without a length");
            }
            if (is(header, "content-length")) {
                try {
                    length = Long.parseLong(header.substring(header.indexOf(':') + 1).strip());
                } catch (NumberFormatException e) {
                    throw new IOException("a length that is none", e);
                }
            }
        }
        return length;
    }

    /** The request as the server gets it: one for one connection. */
    byte[] toServer() {
        Matcher parts = PLAIN.matcher(first);
        if (!parts.matches()) {
            throw new IllegalStateException("not a request to a proxy");
        }
        String path = parts.group(3);
        return bytes(first.substring(0, first.indexOf(' ')) + " " + (path.startsWith("/") ? path : "/" + path) + " HTTP/1.1");
    }

    /** The answer as the browser gets it: the last one of its connection. */
    byte[] toBrowser() {
        return bytes(first);
    }

    private byte[] bytes(String line) {
        StringBuilder text = new StringBuilder(line).append("\r\n");
        headers.stream().filter(header -> OF_ONE_HOP.stream().noneMatch(name -> is(header, name)))
            .forEach(header -> text.append(header).append("\r\n"));
        return text.append("Connection: close\r\n\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    private static boolean is(String header, String name) {
        return header.length() > name.length() && header.charAt(name.length()) == ':'
            && header.regionMatches(true, 0, name, 0, name.length());
    }
}
