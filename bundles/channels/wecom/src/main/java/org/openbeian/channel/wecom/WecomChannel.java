package org.openbeian.channel.wecom;

import org.openbeian.api.channel.NotificationChannel;
import org.openbeian.api.model.LocalizedText;
import org.osgi.service.component.annotations.Component;

/** Describes WeCom robot. */
@Component
public final class WecomChannel implements NotificationChannel {

    static final String ID = "wecom";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public LocalizedText name() {
        return new LocalizedText("企业微信群机器人", "WeCom robot");
    }

    @Override
    public AddressKind addressKind() {
        return AddressKind.ENDPOINT;
    }
}
