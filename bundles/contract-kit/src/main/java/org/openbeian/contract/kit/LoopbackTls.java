package org.openbeian.contract.kit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Locale;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** For tests of plugins that speak TLS: a key and its certificate for a server on this machine, made when they are asked for. */
public final class LoopbackTls {

    /** Opens the file of keys. */
    public static final String PASSWORD = "changeit";

    private final Path file;
    private final KeyStore keys;

    private LoopbackTls(Path file, KeyStore keys) {
        this.file = file;
        this.keys = keys;
    }

    /**
     * Makes a key and a certificate that only it has signed.
     *
     * @param directory where its file is put
     * @param name whose certificate it is, as {@code ip:127.0.0.1} or {@code dns:mail.example.com}
     */
    public static LoopbackTls make(Path directory, String name) throws IOException, GeneralSecurityException, InterruptedException {
        Path file = directory.resolve(name.replace(':', '-').toLowerCase(Locale.ROOT) + ".p12");
        Process keytool = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "keytool").toString(), "-genkeypair",
            "-alias", "server", "-keyalg", "EC", "-dname", "CN=test", "-ext", "san=" + name, "-keystore", file.toString(),
            "-storetype", "PKCS12", "-storepass", PASSWORD).redirectErrorStream(true).start();
        String said = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (keytool.waitFor() != 0 || !Files.exists(file)) {
            throw new IOException(said);
        }
        return new LoopbackTls(file, KeyStore.getInstance(file.toFile(), PASSWORD.toCharArray()));
    }

    /** The file of keys, PKCS #12. */
    public Path file() {
        return file;
    }

    /** For the server that has the key. */
    public SSLContext server() throws GeneralSecurityException {
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context;
    }

    /** For a client that trusts this certificate and no other. */
    public SSLContext trusting() throws GeneralSecurityException, IOException {
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("server", keys.getCertificate("server"));
        TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, managers.getTrustManagers(), null);
        return context;
    }
}
