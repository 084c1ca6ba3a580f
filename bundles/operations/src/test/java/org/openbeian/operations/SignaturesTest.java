package org.openbeian.operations;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Signature;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.Before;
import org.junit.BeforeClass;
import org.junit.ClassRule;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** Signatures of plugins, made with the tools of the JDK. */
public class SignaturesTest {

    @ClassRule
    public static final TemporaryFolder KEYS = new TemporaryFolder();
    private static final String PASSWORD = "for-this-test-only";
    private static Path store;

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();
    private Path etc;
    private Path jar;

    @BeforeClass
    public static void makeKeys() throws Exception {
        store = KEYS.getRoot().toPath().resolve("keys.p12");
        key("trusted", "EC");
        key("stranger", "EC");
        key("rsa", "RSA");
    }

    private static void key(String alias, String algorithm) throws Exception {
        tool("keytool", "-genkeypair", "-alias", alias, "-keyalg", algorithm, "-dname", "CN=" + alias, "-validity", "30", "-keystore",
                store.toString(), "-storetype", "PKCS12", "-storepass", PASSWORD);
    }

    @Before
    public void trustOne() throws Exception {
        etc = folder.getRoot().toPath();
        trust("trusted");
        jar = etc.resolve("plugin.jar");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(jar))) {
            entry(out, JarFile.MANIFEST_NAME, "Manifest-Version: 1.0\n\n");
            entry(out, "OB-INF/rules/x.yaml", "rules: []");
        }
    }

    @Test
    public void aJarSignedByOneWhomWeTrustIsTaken() throws Exception {
        sign("trusted");
        Map<String, byte[]> content = new Signatures(etc).jar(jar);
        assertArrayEquals("rules: []".getBytes(StandardCharsets.UTF_8), content.get("OB-INF/rules/x.yaml"));
        assertTrue(Signatures.same(content, new Signatures(etc).jar(jar)));
    }

    @Test
    public void anUnsignedAStrangersAndAChangedJarAreRefused() throws Exception {
        assertEquals("its entry OB-INF/rules/x.yaml is not signed", refusal());
        sign("stranger");
        assertEquals("its signer is not in etc/trusted-plugins.pem", refusal());
        sign("trusted");
        Path changed = etc.resolve("changed.jar");
        try (JarFile good = new JarFile(jar.toFile()); ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(changed))) {
            for (var one : (Iterable<java.util.jar.JarEntry>) good.stream()::iterator) {
                entry(out, one.getName(), one.getName().endsWith(".yaml") ? "rules: [evil]"
                        : new String(good.getInputStream(one).readAllBytes(), StandardCharsets.ISO_8859_1));
            }
        }
        assertThrows(SecurityException.class, () -> new Signatures(etc).jar(changed));
    }

    @Test
    public void anEntryAddedAfterSigningIsRefused() throws Exception {
        sign("trusted");
        Path added = etc.resolve("added.jar");
        try (JarFile good = new JarFile(jar.toFile()); ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(added))) {
            for (var one : (Iterable<java.util.jar.JarEntry>) good.stream()::iterator) {
                out.putNextEntry(new ZipEntry(one.getName()));
                out.write(good.getInputStream(one).readAllBytes());
            }
            entry(out, "META-INF/evil/Evil.class", "x");
        }
        Files.move(added, jar, StandardCopyOption.REPLACE_EXISTING);
        assertEquals("its entry META-INF/evil/Evil.class is not signed", refusal());
    }

    @Test
    public void withoutACertificateNobodyIsTrusted() throws Exception {
        sign("trusted");
        Files.delete(etc.resolve(Signatures.FILE));
        assertEquals("its signer is not in etc/trusted-plugins.pem", refusal());
    }

    @Test
    public void aRuleFileHasADetachedSignature() throws Exception {
        byte[] file = "province: 620000".getBytes(StandardCharsets.UTF_8);
        for (String alias : List.of("trusted", "rsa")) {
            trust(alias);
            new Signatures(etc).detached(file, detached(alias, file));
            byte[] other = detached("stranger", file);
            assertThrows(GeneralSecurityException.class, () -> new Signatures(etc).detached(file, other));
            byte[] good = detached(alias, file);
            assertThrows(GeneralSecurityException.class, () -> new Signatures(etc).detached("province: 1".getBytes(
                    StandardCharsets.UTF_8), good));
        }
    }

    private String refusal() {
        return assertThrows(GeneralSecurityException.class, () -> new Signatures(etc).jar(jar)).getMessage();
    }

    private void trust(String alias) throws Exception {
        Files.writeString(etc.resolve(Signatures.FILE), "-----BEGIN CERTIFICATE-----\n" + Base64.getMimeEncoder()
                .encodeToString(keys().getCertificate(alias).getEncoded()) + "\n-----END CERTIFICATE-----\n");
    }

    private void sign(String alias) throws Exception {
        tool("jarsigner", "-keystore", store.toString(), "-storepass", PASSWORD, jar.toString(), alias);
    }

    private static byte[] detached(String alias, byte[] content) throws Exception {
        PrivateKey key = (PrivateKey) keys().getKey(alias, PASSWORD.toCharArray());
        Signature signature = Signature.getInstance(key.getAlgorithm().equals("RSA") ? "SHA256withRSA" : "SHA256withECDSA");
        signature.initSign(key);
        signature.update(content);
        return signature.sign();
    }

    private static KeyStore keys() throws Exception {
        return KeyStore.getInstance(store.toFile(), PASSWORD.toCharArray());
    }

    private static void entry(OutputStream out, String name, String text) throws Exception {
        ((ZipOutputStream) out).putNextEntry(new ZipEntry(name));
        out.write(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static void tool(String name, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", name).toString()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(output, 0, process.waitFor());
    }
}
