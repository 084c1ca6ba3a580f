package org.openbeian.itests;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.channel.ChannelShell;
import org.apache.sshd.client.session.ClientSession;
import org.openbeian.demo.ServerProcess;

/** A person at the shell of a server: a terminal over SSH, with prompt, keys and screen. */
final class Terminal implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    /** Colours and moves of the cursor, which are not what is read. */
    private static final Pattern CONTROL = Pattern.compile(
            "\u001b(?:\\[[0-9;?]*[A-Za-z]|[=>]|\\][^\u0007]*\u0007|\\([A-Z])|[\\x00-\\x09\\x0b-\\x1f]");

    private final SshClient client = SshClient.setUpDefaultClient();
    private final ByteArrayOutputStream screen = new ByteArrayOutputStream();
    private final ClientSession session;
    private final ChannelShell channel;
    private final OutputStream keys;

    Terminal(ServerProcess server, String account) throws IOException {
        client.setServerKeyVerifier((to, address, key) -> true);
        client.start();
        session = client.connect(account, "127.0.0.1", Integer.parseInt(server.read("org.apache.karaf.shell.cfg", "sshPort")))
                .verify(PATIENCE).getSession();
        session.addPasswordIdentity(server.password(account));
        session.auth().verify(PATIENCE);
        channel = session.createShellChannel();
        channel.setUsePty(true);
        channel.setPtyType("xterm");
        channel.setPtyColumns(200);
        channel.setOut(screen);
        channel.setErr(screen);
        channel.open().verify(PATIENCE);
        keys = channel.getInvertedIn();
        shows("()> ");
    }

    /** Types keys; a tab completes, a line feed runs. */
    void type(String text) throws IOException {
        keys.write(text.getBytes(StandardCharsets.UTF_8));
        keys.flush();
    }

    /** Waits until the screen has shown a text since it was wiped. */
    void shows(String text) {
        try {
            TestServer.await(text, PATIENCE, () -> text().contains(text));
        } catch (AssertionError | InterruptedException e) {
            throw new AssertionError("The terminal does not show '" + text + "' but: " + text(), e);
        }
    }

    /** What was shown since the screen was wiped, without colours. */
    String text() {
        return CONTROL.matcher(screen.toString(StandardCharsets.UTF_8)).replaceAll("");
    }

    void wipe() {
        screen.reset();
    }

    @Override
    public void close() throws IOException {
        session.close(true).await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        client.stop();
    }
}
