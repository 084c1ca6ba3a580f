package org.openbeian.channel.email;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/** A mail server that gives the answers we want to see handled, and notes what it hears; over TLS from STARTTLS on, where it has keys. */
final class ScriptedServer implements AutoCloseable {

    /** Stands before a command that came over TLS. */
    static final String SECRET = "secret ";

    /** The commands as they came, each without what followed its first word. */
    final List<String> heard = new CopyOnWriteArrayList<>();
    /** The headers that carried a Message-ID. */
    final List<String> ids = new CopyOnWriteArrayList<>();
    /** Done instead of an answer, by command. */
    volatile Map<String, Trick> tricks = Map.of();
    /** Other answers than usual, by command. */
    volatile Map<String, String> answers = Map.of();
    volatile int connections;
    private final SSLContext tls;
    private final ServerSocket socket;
    private final Thread thread;

    /** What the server does instead of answering a command. */
    interface Trick {

        void play(Socket client, OutputStream out) throws IOException;
    }

    /** Without TLS. */
    ScriptedServer() throws IOException {
        this(null);
    }

    /** Offers STARTTLS where it has keys. */
    ScriptedServer(SSLContext tls) throws IOException {
        this.tls = tls;
        socket = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        thread = new Thread(this::serve, "scripted-smtp");
        thread.setDaemon(true);
        thread.start();
    }

    int port() {
        return socket.getLocalPort();
    }

    static Trick endless(String piece, long pauseMillis) {
        return (client, out) -> {
            while (!client.isClosed()) {
                out.write(piece.getBytes(StandardCharsets.ISO_8859_1));
                out.flush();
                LockSupport.parkNanos(pauseMillis * 1_000_000);
            }
        };
    }

    static Trick says(String words) {
        return (client, out) -> say(out, words);
    }

    private void serve() {
        while (!socket.isClosed()) {
            try (Socket client = socket.accept()) {
                connections++;
                OutputStream out = client.getOutputStream();
                Trick greeting = tricks.get("CONNECT");
                if (greeting != null) {
                    greeting.play(client, out);
                } else {
                    say(out, "220 scripted");
                }
                converse(client, "");
            } catch (IOException e) {
                heard.add("end of a connection");
            }
        }
    }

    private void converse(Socket client, String mark) throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
        OutputStream out = client.getOutputStream();
        boolean text = false;
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            if (text && !".".equals(line)) {
                if (line.startsWith("Message-ID:")) {
                    ids.add(line);
                }
                continue;
            }
            String command = text ? "." : line.split("[ :]")[0];
            heard.add(mark + command);
            text = "DATA".equals(command);
            Trick trick = tricks.get(command);
            if (trick != null) {
                trick.play(client, out);
            } else if (tls != null && mark.isEmpty() && "STARTTLS".equals(command)) {
                say(out, "220 go ahead");
                SSLSocket secured = (SSLSocket) tls.getSocketFactory().createSocket(client, null, client.getPort(), true);
                secured.setUseClientMode(false);
                converse(secured, SECRET);
                return;
            } else {
                say(out, answers.getOrDefault(command, usual(command, text, mark)));
            }
        }
    }

    private String usual(String command, boolean text, String mark) {
        return text ? "354 go on" : switch (command) {
            case "QUIT" -> "221 bye";
            case "AUTH" -> "235 welcome";
            case "EHLO" -> "250-scripted\r\n" + (tls != null && mark.isEmpty() ? "250-STARTTLS\r\n" : "") + "250 AUTH PLAIN";
            default -> "250 ok";
        };
    }

    private static void say(OutputStream out, String line) throws IOException {
        out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    @Override
    public void close() throws IOException {
        socket.close();
        try {
            thread.join(5000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
