package org.openbeian.gate;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.lang.reflect.Proxy;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.EdECPoint;
import java.security.spec.EdECPublicKeySpec;
import java.security.spec.NamedParameterSpec;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.Test;
import org.openbeian.api.gate.GateAnswer;
import org.openbeian.api.gate.GateDecision;
import org.openbeian.api.gate.GateState;
import org.openbeian.api.key.KeyVault;

/** Signed verdicts, checked as an edge does: with nothing but the published key. */
public class VerdictSignerTest {

    private static final GateAnswer ANSWER = new GateAnswer("www.example.com", "example.com", GateDecision.ALLOW, "filed",
        GateState.FILED.text(), null);

    private final Map<String, String> secrets = new HashMap<>();
    private final VerdictSigner signer = signer();

    @Test
    public void anEdgeChecksAVerdictOffline() throws Exception {
        String verdict = signer.sign(ANSWER);
        assertTrue(isGood(verdict));
        JsonNode body = new ObjectMapper().readTree(Base64.getUrlDecoder().decode(verdict.split("\\.")[1]));
        assertEquals("www.example.com ALLOW 60", body.get("sub").asText() + " " + body.get("decision").asText() + " "
            + (body.get("exp").asLong() - body.get("iat").asLong()));
    }

    @Test
    public void anAlteredVerdictIsRefused() throws Exception {
        String[] parts = signer.sign(ANSWER).split("\\.");
        String other = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8).replace("www.", "bad.");
        assertFalse(isGood(parts[0] + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(other.getBytes(StandardCharsets.UTF_8))
            + "." + parts[2]));
    }

    @Test
    public void theKeyOutlivesARestart() throws Exception {
        String verdict = signer.sign(ANSWER);
        assertEquals(signer.publicKeys(), signer().publicKeys());
        assertTrue(isGood(verdict));
    }

    private boolean isGood(String verdict) throws Exception {
        JsonNode key = new ObjectMapper().readTree(signer.publicKeys()).at("/keys/0");
        byte[] raw = Base64.getUrlDecoder().decode(key.get("x").asText());
        byte[] big = new byte[raw.length];
        for (int i = 0; i < raw.length; i++) {
            big[i] = raw[raw.length - 1 - i];
        }
        boolean odd = (big[0] & 0x80) != 0;
        big[0] &= 0x7F;
        Signature check = Signature.getInstance("Ed25519");
        check.initVerify(KeyFactory.getInstance("Ed25519").generatePublic(new EdECPublicKeySpec(NamedParameterSpec.ED25519,
            new EdECPoint(odd, new BigInteger(1, big)))));
        int last = verdict.lastIndexOf('.');
        check.update(verdict.substring(0, last).getBytes(StandardCharsets.US_ASCII));
        return check.verify(Base64.getUrlDecoder().decode(verdict.substring(last + 1)));
    }

    private VerdictSigner signer() {
        KeyVault vault = (KeyVault) Proxy.newProxyInstance(KeyVault.class.getClassLoader(), new Class<?>[] {KeyVault.class},
            (proxy, method, arguments) -> method.getName().equals("secret") ? Optional.ofNullable(secrets.get(arguments[0]))
                : secrets.put((String) arguments[0], (String) arguments[1]));
        return new VerdictSigner(vault, MemoryGateTest.settings(), Clock.fixed(Instant.parse("2026-11-22T04:00:00Z"), ZoneOffset.UTC));
    }
}
