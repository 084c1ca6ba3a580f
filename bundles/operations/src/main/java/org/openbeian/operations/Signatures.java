package org.openbeian.operations;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSigner;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.CertPathValidator;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Collectors;

/**
 * Judges signatures of what was dropped into {@code deploy/}: a jar by its own signature ({@code jarsigner}), any other file
 * by a detached one beside it ({@code openssl dgst -sha256 -sign KEY -out FILE.sig FILE}). Trusted are the certificates in
 * {@code etc/trusted-plugins.pem} and, for jars, those that they issued.
 */
final class Signatures {

    /** Name of the file with the trusted certificates, below {@code etc}. */
    static final String FILE = "trusted-plugins.pem";

    private static final long LARGEST = 256L << 20;

    private final List<X509Certificate> trusted = new ArrayList<>();

    /**
     * Reads the trusted certificates anew.
     *
     * @param etc directory of the configuration; without the file nothing is trusted
     */
    Signatures(Path etc) throws IOException, GeneralSecurityException {
        Path file = etc.resolve(FILE);
        if (Files.isRegularFile(file)) {
            try (InputStream in = Files.newInputStream(file)) {
                for (Certificate certificate : CertificateFactory.getInstance("X.509").generateCertificates(in)) {
                    trusted.add((X509Certificate) certificate);
                }
            }
        }
    }

    /**
     * Checks a jar.
     *
     * @param jar the file
     * @return its content by name
     * @throws GeneralSecurityException when an entry is not signed by one whom we trust; says which
     */
    Map<String, byte[]> jar(Path jar) throws IOException, GeneralSecurityException {
        Map<String, byte[]> content = new HashMap<>();
        long size = 0;
        try (JarFile file = new JarFile(jar.toFile(), true)) {
            for (JarEntry entry : (Iterable<JarEntry>) file.stream()::iterator) {
                if (entry.isDirectory()) {
                    continue;
                }
                try (InputStream in = file.getInputStream(entry)) {
                    byte[] bytes = in.readNBytes((int) Math.min(Integer.MAX_VALUE - 8, LARGEST - size + 1));
                    size += bytes.length;
                    content.put(entry.getName(), bytes);
                }
                if (size > LARGEST) {
                    throw new GeneralSecurityException("it unpacks to more than " + (LARGEST >> 20) + " MiB");
                }
                if (!isSignatureFile(entry.getName())) {
                    checkSigners(entry);
                }
            }
        }
        return content;
    }

    /**
     * Checks a detached signature.
     *
     * @param content what was signed
     * @param signature the signature, as openssl writes it
     * @throws GeneralSecurityException when no trusted certificate's key made it
     */
    void detached(byte[] content, byte[] signature) throws GeneralSecurityException {
        for (X509Certificate certificate : trusted) {
            Signature check = Signature.getInstance(switch (certificate.getPublicKey().getAlgorithm()) {
                case "RSA" -> "SHA256withRSA";
                case "EC" -> "SHA256withECDSA";
                default -> certificate.getPublicKey().getAlgorithm();
            });
            check.initVerify(certificate.getPublicKey());
            check.update(content);
            try {
                if (check.verify(signature)) {
                    certificate.checkValidity();
                    return;
                }
            } catch (java.security.SignatureException ignored) {
                // made with a key of another kind
            }
        }
        throw new GeneralSecurityException("its signature is of nobody in etc/" + FILE);
    }

    /** The bytes of a resource that may be as large as a jar. */
    static byte[] read(URL resource) throws IOException {
        try (InputStream in = resource.openStream()) {
            return in.readNBytes((int) LARGEST);
        }
    }

    private static boolean isSignatureFile(String name) {
        return name.startsWith("META-INF/") && name.indexOf('/', 9) < 0
                && (name.equals(JarFile.MANIFEST_NAME) || name.matches("META-INF/[^/]+\\.(SF|RSA|DSA|EC)"));
    }

    private void checkSigners(JarEntry entry) throws GeneralSecurityException {
        CodeSigner[] signers = entry.getCodeSigners();
        if (signers == null) {
            throw new GeneralSecurityException("its entry " + entry.getName() + " is not signed");
        }
        for (CodeSigner signer : signers) {
            if (isTrusted(signer)) {
                return;
            }
        }
        throw new GeneralSecurityException("its signer is not in etc/" + FILE);
    }

    private boolean isTrusted(CodeSigner signer) {
        List<? extends Certificate> path = signer.getSignerCertPath().getCertificates();
        try {
            X509Certificate leaf = (X509Certificate) path.get(0);
            if (trusted.contains(leaf)) {
                leaf.checkValidity();
                return true;
            }
            if (trusted.isEmpty()) {
                return false;
            }
            PKIXParameters parameters = new PKIXParameters(trusted.stream().map(one -> new TrustAnchor(one, null))
                    .collect(Collectors.toSet()));
            parameters.setRevocationEnabled(false);
            List<? extends Certificate> below = path.stream().filter(one -> !trusted.contains(one)).toList();
            CertPathValidator.getInstance("PKIX").validate(
                    CertificateFactory.getInstance("X.509").generateCertPath(below), parameters);
            return true;
        } catch (GeneralSecurityException refused) {
            return false;
        }
    }

    /** Whether two contents have the same entries. */
    static boolean same(Map<String, byte[]> one, Map<String, byte[]> other) {
        Collection<String> names = one.keySet();
        return names.equals(other.keySet()) && names.stream().allMatch(name -> Arrays.equals(one.get(name), other.get(name)));
    }
}
