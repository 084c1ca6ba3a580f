package org.openbeian.gate;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import org.openbeian.api.gate.GateAnswer;
import org.openbeian.api.key.KeyVault;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Signs answers as JSON Web Signatures with Ed25519 (RFC 8037), so that an edge that knows the public key can check them without
 * asking. The key pair lies in the vault and is made when it is first needed. Thread-safe.
 */
@Component(service = VerdictSigner.class)
public final class VerdictSigner {

    static final String SECRET = "openbeian.gate-signing";

    private static final Base64.Encoder URL = Base64.getUrlEncoder().withoutPadding();
    private static final int RAW = 32;

    private final KeyVault vault;
    private final GateSettings settings;
    private final Clock clock;
    private Keys keys;

    private record Keys(PrivateKey secret, byte[] open, String id) {
    }

    /** Created by Declarative Services. Verdicts live in real time, also where the server's clock is virtual: edges know no other. */
    @Activate
    public VerdictSigner(@Reference KeyVault vault, @Reference GateSettings settings) {
        this(vault, settings, Clock.systemUTC());
    }

    VerdictSigner(KeyVault vault, GateSettings settings, Clock clock) {
        this.vault = vault;
        this.settings = settings;
        this.clock = clock;
    }

    /** The answer, signed: holds what was asked, the verdict, its reason, when it was given and until when it holds. */
    String sign(GateAnswer answer) {
        Keys now = keys();
        Instant at = clock.instant();
        String header = "{\"alg\":\"EdDSA\",\"typ\":\"JWT\",\"kid\":\"" + now.id() + "\"}";
        String body = "{\"sub\":" + GateJson.quoted(answer.host()) + ",\"unit\":" + GateJson.quoted(answer.unit()) + ",\"decision\":\""
            + answer.decision() + "\",\"reason\":\"" + answer.reason() + "\",\"iat\":" + at.getEpochSecond() + ",\"exp\":"
            + at.plusSeconds(settings.get().verdict_seconds()).getEpochSecond() + "}";
        String text = part(header) + "." + part(body);
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(now.secret());
            signature.update(text.getBytes(StandardCharsets.US_ASCII));
            return text + "." + URL.encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java 17 platform signs with Ed25519", e);
        }
    }

    /** The public key as a JSON Web Key Set. */
    String publicKeys() {
        Keys now = keys();
        return "{\"keys\":[{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"use\":\"sig\",\"alg\":\"EdDSA\",\"kid\":\"" + now.id() + "\",\"x\":\""
            + URL.encodeToString(now.open()) + "\"}]}";
    }

    private synchronized Keys keys() {
        if (keys == null) {
            try {
                keys = read(vault.secret(SECRET).orElseGet(this::make));
            } catch (GeneralSecurityException | IllegalArgumentException e) {
                throw new IllegalStateException("the secret " + SECRET + " of the vault is no key pair; remove it for a new one", e);
            }
        }
        return keys;
    }

    private String make() {
        try {
            KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            Base64.Encoder plain = Base64.getEncoder();
            String text = plain.encodeToString(pair.getPrivate().getEncoded()) + " " + plain.encodeToString(pair.getPublic().getEncoded());
            vault.putSecret(SECRET, text);
            return text;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java 17 platform signs with Ed25519", e);
        }
    }

    private static Keys read(String text) throws GeneralSecurityException {
        String[] parts = text.split(" ");
        KeyFactory factory = KeyFactory.getInstance("Ed25519");
        byte[] encoded = Base64.getDecoder().decode(parts[parts.length - 1]);
        PublicKey open = factory.generatePublic(new X509EncodedKeySpec(encoded));
        PrivateKey secret = factory.generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(parts[0])));
        byte[] raw = Arrays.copyOfRange(open.getEncoded(), encoded.length - RAW, encoded.length);
        return new Keys(secret, raw, HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(raw), 0, 8));
    }

    private static String part(String json) {
        return URL.encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }
}
