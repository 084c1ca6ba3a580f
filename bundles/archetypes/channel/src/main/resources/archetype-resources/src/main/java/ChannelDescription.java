package ${package};

import org.openbeian.api.channel.NotificationChannel;
import org.openbeian.api.model.LocalizedText;
import org.osgi.service.component.annotations.Component;

/** Describes the channel ${channel}. */
@Component
public final class ChannelDescription implements NotificationChannel {

    static final String ID = "${channel}";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public LocalizedText name() {
        return new LocalizedText("${channel}", "${channel}");
    }

    @Override
    public AddressKind addressKind() {
        return AddressKind.ACCOUNT;
    }
}
