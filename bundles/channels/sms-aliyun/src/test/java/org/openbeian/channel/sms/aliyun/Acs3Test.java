package org.openbeian.channel.sms.aliyun;

import static org.junit.Assert.assertEquals;

import java.util.Map;
import java.util.TreeMap;
import org.junit.Test;

public class Acs3Test {

    /** The fixed example of Alibaba Cloud's documentation of the V3 request body and signature mechanism. */
    @Test
    public void theDocumentedExampleHasTheDocumentedSignature() {
        String query = Acs3.query(new TreeMap<>(Map.of("ImageId", "win2019_1809_x64_dtc_zh-cn_40G_alibase_20230811.vhd", "RegionId",
            "cn-shanghai")));
        assertEquals("ACS3-HMAC-SHA256 Credential=YourAccessKeyId,SignedHeaders=host;x-acs-action;x-acs-content-sha256;x-acs-date;"
            + "x-acs-signature-nonce;x-acs-version,Signature=06563a9e1b43f5dfe96b81484da74bceab24a1d853912eee15083a6f0f3283c0",
            Acs3.authorization("YourAccessKeyId", "YourAccessKeySecret", query, new TreeMap<>(Map.of("host",
                "ecs.cn-shanghai.aliyuncs.com", "x-acs-action", "RunInstances", "x-acs-content-sha256", Acs3.hash(new byte[0]),
                "x-acs-date", "2023-10-26T10:22:32Z", "x-acs-signature-nonce", "3156853299f313e23d1673dc12e1703d", "x-acs-version",
                "2014-05-26"))));
    }

    @Test
    public void parametersAreEncodedAsTheServiceWantsThem() {
        assertEquals("a=%20%2A~%E5%A4%87%2B", Acs3.query(new TreeMap<>(Map.of("a", " *~备+"))));
    }
}
