package org.openbeian.channel.sms.tencent;

import org.openbeian.api.channel.NotificationChannel;
import org.openbeian.api.model.LocalizedText;
import org.osgi.service.component.annotations.Component;

/** Describes SMS by Tencent Cloud. */
@Component(property = "service.ranking:Integer=20")
public final class TencentChannel implements NotificationChannel {

    static final String ID = "sms-tencent";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public LocalizedText name() {
        return new LocalizedText("短信（腾讯云）", "SMS by Tencent Cloud");
    }

    @Override
    public AddressKind addressKind() {
        return AddressKind.MOBILE;
    }
}
