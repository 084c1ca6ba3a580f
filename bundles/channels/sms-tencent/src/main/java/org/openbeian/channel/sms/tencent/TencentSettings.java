package org.openbeian.channel.sms.tencent;

import static org.openbeian.api.channel.ConfiguredText.check;
import static org.openbeian.api.channel.ConfiguredText.text;

import java.util.List;
import java.util.Map;
import org.openbeian.api.channel.ProviderTemplate;

/** The checked configuration; the secrets may be names of secrets in the vault. */
record TencentSettings(String address, String region, String application, String id, String key, String sign,
        Map<String, ProviderTemplate> templates, boolean english, String receiptToken) {

    /**
     * Checks a configuration.
     *
     * @throws IllegalArgumentException naming the bad value
     */
    static TencentSettings of(TencentConfig config) {
        check(text(config.address()).matches("https?://[A-Za-z0-9.:-]{1,253}/?"), "address must be that of the service");
        check(text(config.region()).matches("[a-z0-9-]{1,40}"), "region must be like ap-guangzhou");
        check(text(config.application()).matches("[0-9]{4,20}"), "application must be the SdkAppId");
        check(text(config.id()).matches("[\\x21-\\x7e]{8,128}"), "id must be the id of an access key");
        check(!text(config._key()).isEmpty(), ".key must be the secret of the access key, as secret:NAME");
        check(!text(config.sign()).isEmpty() && text(config.sign()).length() <= 20,
            "sign must be the signature that the provider approved");
        check(List.of("zh-CN", "en").contains(text(config.language())), "language must be zh-CN or en");
        return new TencentSettings(text(config.address()), text(config.region()), text(config.application()), text(config.id()),
            config._key(), text(config.sign()),
            ProviderTemplate.parse(config.templates()), "en".equals(text(config.language())), text(config._receipt_token()));
    }

    /** Leaves the secrets out. */
    @Override
    public String toString() {
        return "TencentSettings[" + sign + "]";
    }
}
