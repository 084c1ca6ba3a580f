package org.openbeian.channel.sms.aliyun;

import org.openbeian.api.channel.NotificationChannel;
import org.openbeian.api.model.LocalizedText;
import org.osgi.service.component.annotations.Component;

/** Describes SMS by Alibaba Cloud. */
@Component(property = "service.ranking:Integer=10")
public final class AliyunChannel implements NotificationChannel {

    static final String ID = "sms-aliyun";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public LocalizedText name() {
        return new LocalizedText("短信（阿里云）", "SMS by Alibaba Cloud");
    }

    @Override
    public AddressKind addressKind() {
        return AddressKind.MOBILE;
    }
}
