package org.openbeian.security.crypt;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.openbeian.api.key.BlindIndex;
import org.openbeian.api.key.KeyVault;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/**
 * Marks by HMAC-SHA-256 with the vault's secret {@value #SECRET}, made on first use. The secret
 * is read anew each time, since a restored backup may bring another one. Thread-safe.
 */
@Component
public final class HmacBlindIndex implements BlindIndex {

    static final String SECRET = "openbeian.blind-index";

    private final KeyVault vault;

    @Activate
    public HmacBlindIndex(@Reference(policyOption = ReferencePolicyOption.GREEDY) KeyVault vault) {
        this.vault = vault;
        if (vault.secret(SECRET).isEmpty()) {
            vault.putSecret(SECRET, HexFormat.of().formatHex(DataCipher.newKey()));
        }
    }

    @Override
    public String mark(Kind kind, String value) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(HexFormat.of().parseHex(vault.secret(SECRET).orElseThrow()), "HmacSHA256"));
            mac.update((kind.name() + '\n' + usual(kind, value)).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(mac.doFinal());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HMAC-SHA-256 is not to be had from this Java", e);
        }
    }

    /** The one spelling that all spellings of a value share. */
    private static String usual(Kind kind, String value) {
        String text = Normalizer.normalize(value, Normalizer.Form.NFKC).strip();
        return switch (kind) {
            case PHONE -> text.replaceAll("[\\s()-]", "").replaceFirst("^(?:(?:\\+|00)86(?=1)|86(?=1[0-9]{10}$))", "");
            case EMAIL -> text.toLowerCase(Locale.ROOT);
            case CERTIFICATE_NUMBER -> text.replaceAll("\\s", "").toUpperCase(Locale.ROOT);
            case NAME -> text.replaceAll("\\s+", " ");
            case CODE -> text;
        };
    }
}
