package org.openbeian.channel.inbox;

import org.openbeian.api.channel.NotificationChannel;
import org.openbeian.api.model.LocalizedText;
import org.osgi.service.component.annotations.Component;

/** Describes the box of messages that every account has (系统消息). */
@Component
public final class InboxChannel implements NotificationChannel {

    static final String ID = "inbox";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public LocalizedText name() {
        return new LocalizedText("系统消息", "Inbox");
    }

    @Override
    public AddressKind addressKind() {
        return AddressKind.ACCOUNT;
    }

    @Override
    public boolean transactional() {
        return true;
    }
}
