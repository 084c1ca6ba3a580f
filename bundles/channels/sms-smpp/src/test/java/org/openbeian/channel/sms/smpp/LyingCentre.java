package org.openbeian.channel.sms.smpp;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.locks.LockSupport;

/** The least of an SMS centre, which does what it is told instead of answering to a bind, a message or an enquiry. */
final class LyingCentre implements AutoCloseable {

    static final int RESPONSE = 0x80000000;
    static final int BIND = 0x00000009;
    static final int SUBMIT = 0x00000004;
    private static final int ENQUIRE = 0x00000015;
    private static final int HEADER = 16;

    /** What is done instead of an answer; null for the usual ones. */
    volatile Lie onBind;
    volatile Lie onSubmit;
    volatile Lie onEnquire;
    private final ServerSocket socket = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());

    /** Something else than an answer. */
    interface Lie {

        void tell(int sequence, Socket client, DataOutputStream out) throws IOException;
    }

    LyingCentre() throws IOException {
        daemon(() -> {
            while (true) {
                Socket client = socket.accept();
                daemon(() -> talk(client));
            }
        });
    }

    /** Work that ends with its connection. */
    private interface Work {

        void run() throws IOException;
    }

    private static void daemon(Work work) {
        Thread thread = new Thread(() -> {
            try {
                work.run();
            } catch (IOException e) {
                // The other side, or the test, is over.
            }
        }, "lying-centre");
        thread.setDaemon(true);
        thread.start();
    }

    int port() {
        return socket.getLocalPort();
    }

    private void talk(Socket client) throws IOException {
        try (client) {
            DataInputStream in = new DataInputStream(client.getInputStream());
            DataOutputStream out = new DataOutputStream(client.getOutputStream());
            while (true) {
                int length = in.readInt();
                int command = in.readInt();
                in.readInt();
                int sequence = in.readInt();
                in.readNBytes(length - HEADER);
                Lie lie = command == BIND ? onBind : command == SUBMIT ? onSubmit : command == ENQUIRE ? onEnquire : null;
                if (lie != null) {
                    lie.tell(sequence, client, out);
                } else if (command > 0) {
                    answer(out, command, sequence, command == BIND || command == SUBMIT ? "m1" : null);
                }
            }
        }
    }

    /** A right answer. */
    static void answer(DataOutputStream out, int command, int sequence, String id) throws IOException {
        pdu(out, command | RESPONSE, sequence, id == null ? new byte[0] : (id + "\0").getBytes(StandardCharsets.US_ASCII));
    }

    /** Any PDU. */
    static void pdu(DataOutputStream out, int command, int sequence, byte[] body) throws IOException {
        out.writeInt(HEADER + body.length);
        out.writeInt(command);
        out.writeInt(0);
        out.writeInt(sequence);
        out.write(body);
        out.flush();
    }

    /** A header that says how long the PDU is, and nothing of it. */
    static Lie length(int length) {
        return (sequence, client, out) -> {
            out.writeInt(length);
            out.writeInt(SUBMIT | RESPONSE);
            out.writeInt(0);
            out.writeInt(sequence);
            out.flush();
        };
    }

    /** A byte now and then, for ever. */
    static Lie drips() {
        return (sequence, client, out) -> {
            while (!client.isClosed()) {
                out.write(0);
                out.flush();
                LockSupport.parkNanos(100_000_000);
            }
        };
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
