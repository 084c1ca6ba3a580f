package org.openbeian.channel.sms.aliyun;

import static org.openbeian.api.channel.ConfiguredText.check;
import static org.openbeian.api.channel.ConfiguredText.text;

import java.util.List;
import java.util.Map;
import org.openbeian.api.channel.ProviderTemplate;

/** The checked configuration; the secrets may be names of secrets in the vault. */
record AliyunSettings(String address, String id, String key, String sign, Map<String, ProviderTemplate> templates, boolean english,
        String receiptToken) {

    /**
     * Checks a configuration.
     *
     * @throws IllegalArgumentException naming the bad value
     */
    static AliyunSettings of(AliyunConfig config) {
        check(text(config.address()).matches("https?://[A-Za-z0-9.:-]{1,253}/?"), "address must be that of the service");
        check(text(config.id()).matches("[\\x21-\\x7e]{8,128}"), "id must be the id of an access key");
        check(!text(config._key()).isEmpty(), ".key must be the secret of the access key, as secret:NAME");
        check(!text(config.sign()).isEmpty() && text(config.sign()).length() <= 20,
            "sign must be the signature that the provider approved");
        check(List.of("zh-CN", "en").contains(text(config.language())), "language must be zh-CN or en");
        return new AliyunSettings(text(config.address()), text(config.id()), config._key(), text(config.sign()),
            ProviderTemplate.parse(config.templates()), "en".equals(text(config.language())), text(config._receipt_token()));
    }

    /** Leaves the secrets out. */
    @Override
    public String toString() {
        return "AliyunSettings[" + sign + "]";
    }
}
