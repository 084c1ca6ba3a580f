package org.openbeian.channel.inbox;

import org.openbeian.api.channel.NotificationChannel;
import org.openbeian.api.model.LocalizedText;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Describes the box of messages that every account has (系统消息). */
@Component(configurationPid = InboxChannel.PID)
@Designate(ocd = InboxConfig.class)
public final class InboxChannel implements NotificationChannel {

    static final String ID = "inbox";
    static final String PID = "org.openbeian.channel.inbox";

    private static final Logger LOG = LoggerFactory.getLogger(InboxChannel.class);
    private static final int LONGEST = 40;

    private volatile LocalizedText name = new LocalizedText("系统消息", "Inbox");

    /** Created by Declarative Services. */
    @Activate
    public InboxChannel(InboxConfig config) {
        modified(config);
    }

    @Modified
    void modified(InboxConfig config) {
        if (isName(config.name_zh()) && isName(config.name_en())) {
            name = new LocalizedText(config.name_zh().strip(), config.name_en().strip());
        } else {
            LOG.error("{}: {} is blank or longer than {} characters; the configuration is refused and the old one stays", PID,
                isName(config.name_zh()) ? "name.en" : "name.zh", LONGEST);
        }
    }

    private static boolean isName(String text) {
        return text != null && !text.isBlank() && text.length() <= LONGEST && text.chars().noneMatch(Character::isISOControl);
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public LocalizedText name() {
        return name;
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
