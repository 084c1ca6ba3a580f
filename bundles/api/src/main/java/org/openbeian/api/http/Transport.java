package org.openbeian.api.http;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;

/**
 * How one endpoint outside is reached: directly or by a proxy, with what certificate of ours, trusting whom.
 *
 * @param proxy the proxy, or null
 * @param tls our key and those whom we trust, or null for the platform's
 */
public record Transport(InetSocketAddress proxy, SSLContext tls) {

    /** Without a proxy, as the platform trusts. */
    public static final Transport DIRECT = new Transport(null, null);

    private static final Pattern PROXY = Pattern.compile("([A-Za-z0-9.-]+|\\[[0-9a-fA-F:]+]):(\\d{1,5})");

    /**
     * Reads what was configured.
     *
     * @param proxy {@code host:port}, or empty for none
     * @param keys PKCS12 file with our key, or empty for none
     * @param trusted PKCS12 file with those whom we trust, or empty for the platform's
     * @param password of the files
     * @throws IllegalArgumentException naming the value that is wrong
     */
    public static Transport of(String proxy, String keys, String trusted, String password) {
        if (proxy.isEmpty() && keys.isEmpty() && trusted.isEmpty()) {
            return DIRECT;
        }
        return new Transport(proxy.isEmpty() ? null : proxy(proxy), keys.isEmpty() && trusted.isEmpty() ? null
            : tls(keys, trusted, password.toCharArray()));
    }

    private static InetSocketAddress proxy(String text) {
        Matcher parts = PROXY.matcher(text);
        if (!parts.matches() || Integer.parseInt(parts.group(2)) > 65_535) {
            throw new IllegalArgumentException("proxy must be host:port");
        }
        return InetSocketAddress.createUnresolved(parts.group(1), Integer.parseInt(parts.group(2)));
    }

    private static SSLContext tls(String keys, String trusted, char[] password) {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys.isEmpty() ? null : keyManagers(keys, password), trusted.isEmpty() ? null : trustManagers(trusted, password),
                null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("tls.keystore cannot be used: " + e.getMessage(), e);
        }
    }

    private static KeyManager[] keyManagers(String file, char[] password) throws GeneralSecurityException {
        KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(read("tls.keystore", file, password), password);
        return factory.getKeyManagers();
    }

    private static TrustManager[] trustManagers(String file, char[] password) throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(read("tls.truststore", file, password));
        return factory.getTrustManagers();
    }

    private static KeyStore read(String property, String file, char[] password) throws GeneralSecurityException {
        try {
            return KeyStore.getInstance(Path.of(file).toFile(), password);
        } catch (IOException | IllegalArgumentException e) {
            throw new IllegalArgumentException(property + " cannot be read with tls.password: " + e.getMessage(), e);
        }
    }
}
