package org.openbeian.channel.email;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import javax.net.SocketFactory;
import org.openbeian.api.channel.ChannelFailure;

/**
 * Connections that end when the answers to one mail take too long or are too many bytes altogether. The time limits of Jakarta Mail
 * hold for each single read, and its lines have no greatest length: a server that drips, or never ends a line, would keep the sender
 * forever or fill the memory. For one connection at a time.
 */
final class BoundedSockets extends SocketFactory {

    private static final int MOST_BYTES = 1_000_000;

    private final long nanos;
    private volatile long end;
    private volatile int left;

    /** With the longest time for one mail. */
    BoundedSockets(Duration limit) {
        this.nanos = limit.toNanos();
        begin();
    }

    /** A mail begins: time and bytes count from now. */
    void begin() {
        end = System.nanoTime() + nanos;
        left = MOST_BYTES;
    }

    private void count(int bytes) throws IOException {
        left -= Math.max(0, bytes);
        if (left < 0 || System.nanoTime() - end > 0) {
            throw new ChannelFailure(left < 0 ? "the mail server answers without end" : "the mail server takes too long", null);
        }
    }

    @Override
    public Socket createSocket() {
        return new Socket() {
            @Override
            public InputStream getInputStream() throws IOException {
                return new Counted(super.getInputStream());
            }
        };
    }

    @Override
    public Socket createSocket(String host, int port) {
        throw new UnsupportedOperationException("only unconnected sockets are asked for");
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress localHost, int localPort) {
        throw new UnsupportedOperationException("only unconnected sockets are asked for");
    }

    @Override
    public Socket createSocket(InetAddress host, int port) {
        throw new UnsupportedOperationException("only unconnected sockets are asked for");
    }

    @Override
    public Socket createSocket(InetAddress address, int port, InetAddress localAddress, int localPort) {
        throw new UnsupportedOperationException("only unconnected sockets are asked for");
    }

    /** What the server says. */
    private final class Counted extends FilterInputStream {

        Counted(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            count(1);
            return read;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int read = super.read(buffer, offset, length);
            count(read);
            return read;
        }
    }
}
