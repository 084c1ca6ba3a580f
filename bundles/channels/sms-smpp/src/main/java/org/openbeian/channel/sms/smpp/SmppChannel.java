package org.openbeian.channel.sms.smpp;

import org.openbeian.api.channel.NotificationChannel;
import org.openbeian.api.model.LocalizedText;
import org.osgi.service.component.annotations.Component;

/** Describes SMS by SMPP. */
@Component(property = "service.ranking:Integer=30")
public final class SmppChannel implements NotificationChannel {

    static final String ID = "sms-smpp";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public LocalizedText name() {
        return new LocalizedText("短信（SMPP）", "SMS by SMPP");
    }

    @Override
    public AddressKind addressKind() {
        return AddressKind.MOBILE;
    }
}
