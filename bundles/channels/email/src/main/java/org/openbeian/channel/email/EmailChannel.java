package org.openbeian.channel.email;

import org.openbeian.api.channel.NotificationChannel;
import org.openbeian.api.model.LocalizedText;
import org.osgi.service.component.annotations.Component;

/** Describes messages by e-mail. */
@Component
public final class EmailChannel implements NotificationChannel {

    static final String ID = "email";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public LocalizedText name() {
        return new LocalizedText("电子邮件", "E-mail");
    }

    @Override
    public AddressKind addressKind() {
        return AddressKind.EMAIL;
    }
}
