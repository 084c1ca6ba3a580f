package org.openbeian.channel.dingtalk;

import org.openbeian.api.channel.NotificationChannel;
import org.openbeian.api.model.LocalizedText;
import org.osgi.service.component.annotations.Component;

/** Describes DingTalk robot. */
@Component
public final class DingtalkChannel implements NotificationChannel {

    static final String ID = "dingtalk";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public LocalizedText name() {
        return new LocalizedText("钉钉群机器人", "DingTalk robot");
    }

    @Override
    public AddressKind addressKind() {
        return AddressKind.ENDPOINT;
    }
}
