package org.openbeian.channel.sms.smpp;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.jsmpp.session.connection.Connection;
import org.jsmpp.session.connection.socket.SocketConnection;

/** Opens connections to the SMS centre, with TLS where it is wanted, in bounded time: a handshake that drips is cut off. */
final class Lines {

    private Lines() {
    }

    /**
     * Connects.
     *
     * @param millis how long connecting, and then the handshake, may take
     * @throws IOException also when the certificate is not trusted or of another name
     */
    static Connection open(String host, int port, boolean tls, int millis) throws IOException {
        Handshaking socket = new Handshaking(millis);
        try {
            socket.connect(new InetSocketAddress(host, port), millis);
            return new SocketConnection(tls ? secured(socket, host, port, millis) : socket);
        } catch (IOException e) {
            socket.close();
            throw e;
        } finally {
            socket.over = true;
        }
    }

    private static Socket secured(Socket socket, String host, int port, int millis) throws IOException {
        socket.setSoTimeout(millis);
        SSLSocket secured = (SSLSocket) ((SSLSocketFactory) SSLSocketFactory.getDefault()).createSocket(socket, host, port, true);
        SSLParameters parameters = secured.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        secured.setSSLParameters(parameters);
        secured.startHandshake();
        return secured;
    }

    /** Its time limit holds for the handshake as a whole, not for each single read. */
    private static final class Handshaking extends Socket {

        private final long end;
        private volatile boolean over;

        Handshaking(int millis) {
            this.end = System.nanoTime() + 2L * millis * 1_000_000;
        }

        @Override
        public InputStream getInputStream() throws IOException {
            return new FilterInputStream(super.getInputStream()) {
                @Override
                public int read(byte[] buffer, int offset, int length) throws IOException {
                    int read = super.read(buffer, offset, length);
                    if (!over && System.nanoTime() - end > 0) {
                        throw new IOException("the handshake takes too long");
                    }
                    return read;
                }
            };
        }
    }
}
