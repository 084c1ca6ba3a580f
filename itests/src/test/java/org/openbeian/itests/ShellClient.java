package org.openbeian.itests;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.EnumSet;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.channel.ChannelExec;
import org.apache.sshd.client.channel.ClientChannelEvent;
import org.apache.sshd.client.keyverifier.AcceptAllServerKeyVerifier;
import org.apache.sshd.client.session.ClientSession;
import org.openbeian.demo.ServerProcess;

/** The shell of a running server, as an account sees it through SSH: one line, after which the server hangs up. */
final class ShellClient implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String COLOURS = "\u001b\\[[0-9;]*m";

    private final SshClient client = SshClient.setUpDefaultClient();
    private final ClientSession session;

    /**
     * Logs in.
     *
     * @throws IOException when the account is not let in
     */
    ShellClient(ServerProcess server, String account, String password) throws IOException {
        client.setServerKeyVerifier(AcceptAllServerKeyVerifier.INSTANCE);
        client.start();
        try {
            session = client.connect(account, "127.0.0.1", Integer.parseInt(server.read("org.apache.karaf.shell.cfg", "sshPort")))
                    .verify(PATIENCE).getSession();
            session.addPasswordIdentity(password);
            session.auth().verify(PATIENCE);
        } catch (IOException refused) {
            client.stop();
            throw refused;
        }
    }

    /** Runs the line and returns all that it printed, without colours. */
    String run(String line) throws IOException {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        try (ChannelExec channel = session.createExecChannel(line)) {
            channel.setOut(said);
            channel.setErr(said);
            channel.open().verify(PATIENCE);
            channel.waitFor(EnumSet.of(ClientChannelEvent.CLOSED), PATIENCE);
        }
        return said.toString(StandardCharsets.UTF_8).replaceAll(COLOURS, "");
    }

    @Override
    public void close() {
        client.stop();
    }
}
