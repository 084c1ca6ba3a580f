package org.openbeian.itests;

import java.io.BufferedReader;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A mail server and an SMS centre that take a message, note by what it can be told from others, and then do not answer for it. */
final class ForgetfulServers implements AutoCloseable {

    private static final int RESPONSE = 0x80000000;
    private static final int BIND = 0x00000009;
    private static final int SUBMIT = 0x00000004;
    private static final int HEADER = 16;

    private final ServerSocket smtp = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    private final ServerSocket smpp = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    /** Message-ID of each mail. */
    final List<String> mails = new CopyOnWriteArrayList<>();
    /** Each part of an SMS, reference and all, but for its number in the session. */
    final List<String> parts = new CopyOnWriteArrayList<>();
    /** Whether what was taken gets no answer. */
    volatile boolean mute;
    /** SMPP status with which each part of an SMS is answered; 0 takes it. */
    volatile int status;

    ForgetfulServers() throws IOException {
        serve(smtp, this::mail);
        serve(smpp, this::sms);
    }

    int smtpPort() {
        return smtp.getLocalPort();
    }

    int smppPort() {
        return smpp.getLocalPort();
    }

    /** What is said over one connection. */
    private interface Talk {

        void with(Socket client) throws IOException;
    }

    private static void serve(ServerSocket socket, Talk talk) {
        daemon(() -> {
            while (!socket.isClosed()) {
                Socket client = socket.accept();
                daemon(() -> talk.with(client));
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
        }, "forgetful-server");
        thread.setDaemon(true);
        thread.start();
    }

    private void mail(Socket client) throws IOException {
        try (client) {
            BufferedReader in = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
            OutputStream out = client.getOutputStream();
            say(out, "220 forgetful");
            boolean text = false;
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (text && !line.equals(".")) {
                    if (line.startsWith("Message-ID:")) {
                        mails.add(line.substring("Message-ID:".length()).strip());
                    }
                    continue;
                }
                if (text && mute) {
                    in.read();
                    return;
                }
                text = line.equals("DATA");
                say(out, text ? "354 go on" : line.equals("QUIT") ? "221 bye" : "250 ok");
            }
        }
    }

    private static void say(OutputStream out, String line) throws IOException {
        out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    /** The least of SMPP 3.4: takes every bind, counts messages, answers enquiries. */
    private void sms(Socket client) throws IOException {
        try (client) {
            DataInputStream in = new DataInputStream(client.getInputStream());
            DataOutputStream out = new DataOutputStream(client.getOutputStream());
            for (int id = 1;; id++) {
                int length = in.readInt();
                int command = in.readInt();
                in.readInt();
                int sequence = in.readInt();
                byte[] body = in.readNBytes(length - HEADER);
                if (command == SUBMIT) {
                    parts.add(HexFormat.of().formatHex(body));
                }
                if (command == SUBMIT && mute || command < 0) {
                    continue;
                }
                byte[] answer = command == BIND ? "forgetful\0".getBytes(StandardCharsets.US_ASCII)
                        : command == SUBMIT ? ("m" + id + "\0").getBytes(StandardCharsets.US_ASCII) : new byte[0];
                out.writeInt(HEADER + answer.length);
                out.writeInt(command | RESPONSE);
                out.writeInt(command == SUBMIT ? status : 0);
                out.writeInt(sequence);
                out.write(answer);
                out.flush();
            }
        }
    }

    @Override
    public void close() throws IOException {
        smtp.close();
        smpp.close();
    }
}
