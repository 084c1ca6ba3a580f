package org.openbeian.api.http;

import static org.junit.Assert.assertEquals;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.junit.Test;

public class Tc3Test {

    /** The example of Tencent Cloud's documentation of API 3.0, signature v3; its body holds escapes, which stay as they are. */
    @Test
    public void theDocumentedExampleHasTheDocumentedSignature() {
        String name = "\\u672a\\u547d\\u540d".replace("\\\\", "\\");
        byte[] body = ("{\"Limit\": 1, \"Filters\": [{\"Values\": [\"" + name + "\"], \"Name\": \"instance-name\"}]}")
            .getBytes(StandardCharsets.UTF_8);
        assertEquals("TC3-HMAC-SHA256 Credential=AKIDz8krbsJ5yKBZQpn74WFkmLPx3EXAMPLE/2019-02-25/cvm/tc3_request, "
            + "SignedHeaders=content-type;host, Signature=72e494ea809ad7a8c8f7a4507b9bddcbaa8e581f516e8da2f66e2c5a96525168",
            Tc3.authorization("AKIDz8krbsJ5yKBZQpn74WFkmLPx3EXAMPLE", "Gu5t9xGARNpq86cd98joQYCN3EXAMPLE", "cvm",
                new TreeMap<>(Map.of("content-type", "application/json; charset=utf-8", "host", "cvm.tencentcloudapi.com")), body,
                Instant.ofEpochSecond(1_551_113_065)));
    }
}
