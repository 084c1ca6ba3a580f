package org.openbeian.aftercare.browser;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.RejectedExecutionException;

/** One connection of the browser: one request over plain HTTP, or a tunnel. */
final class ProxyLine {

    private static final int PIECE = 16_384;
    private static final int LARGEST_BODY = 262_144;
    private static final String OPEN = "HTTP/1.1 200 OK\r\n\r\n";

    private final FilterProxy proxy;
    private final Socket browser;

    ProxyLine(FilterProxy proxy, Socket browser) {
        this.proxy = proxy;
        this.browser = browser;
    }

    void run() {
        try {
            InputStream in = new BufferedInputStream(browser.getInputStream());
            RequestHead head = RequestHead.read(in);
            if (head != null) {
                serve(head, in);
            }
        } catch (IOException | RejectedExecutionException over) {
            return;
        } finally {
            proxy.forget(browser);
        }
    }

    private void serve(RequestHead head, InputStream in) throws IOException {
        long body = head.isConnect() ? 0 : head.bodyLength();
        if (body > LARGEST_BODY) {
            answer("413 Content Too Large");
            return;
        }
        Socket server;
        try {
            server = proxy.reach(head.target());
        } catch (Dial.Refused e) {
            answer("403 Forbidden");
            return;
        } catch (IOException e) {
            answer("502 Bad Gateway");
            return;
        }
        try {
            if (head.isConnect()) {
                tunnel(in, server);
            } else {
                exchange(head, in, body, server);
            }
        } finally {
            proxy.forget(server);
        }
    }

    /** Without a body: of that Chromium makes an error page, not a page of the site. */
    private void answer(String status) throws IOException {
        OutputStream out = browser.getOutputStream();
        out.write(("HTTP/1.1 " + status + "\r\nContent-Length: 0\r\nConnection: close\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    private void tunnel(InputStream in, Socket server) throws IOException {
        browser.getOutputStream().write(OPEN.getBytes(StandardCharsets.US_ASCII));
        proxy.aside(() -> {
            try {
                pass(in, server.getOutputStream(), Long.MAX_VALUE);
                server.shutdownOutput();
            } catch (IOException over) {
                proxy.forget(server);
            }
        });
        pass(server.getInputStream(), browser.getOutputStream(), Long.MAX_VALUE);
    }

    /** One request, and nothing of what the browser sends after it: that may be for another host. */
    private void exchange(RequestHead head, InputStream in, long body, Socket server) throws IOException {
        server.getOutputStream().write(head.toServer());
        if (pass(in, server.getOutputStream(), body) < body) {
            throw new EOFException("the body broke off");
        }
        InputStream answer = new BufferedInputStream(server.getInputStream());
        RequestHead first = RequestHead.read(answer);
        if (first != null) {
            browser.getOutputStream().write(first.toBrowser());
            pass(answer, browser.getOutputStream(), Long.MAX_VALUE);
        }
    }

    /** Passes on what comes until it ends, or so many bytes of it; says how many came. */
    private long pass(InputStream from, OutputStream to, long most) throws IOException {
        byte[] piece = new byte[PIECE];
        long all = 0;
        while (all < most) {
            int read = from.read(piece, 0, (int) Math.min(PIECE, most - all));
            if (read < 0) {
                return all;
            }
            proxy.passed(read);
            to.write(piece, 0, read);
            to.flush();
            all += read;
        }
        return all;
    }
}
