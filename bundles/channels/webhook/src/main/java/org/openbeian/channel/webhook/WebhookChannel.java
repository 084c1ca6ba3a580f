package org.openbeian.channel.webhook;

import org.openbeian.api.channel.NotificationChannel;
import org.openbeian.api.model.LocalizedText;
import org.osgi.service.component.annotations.Component;

/** Describes Webhook. */
@Component
public final class WebhookChannel implements NotificationChannel {

    static final String ID = "webhook";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public LocalizedText name() {
        return new LocalizedText("Webhook", "Webhook");
    }

    @Override
    public AddressKind addressKind() {
        return AddressKind.ENDPOINT;
    }

    @Override
    public String form() {
        return "webhook";
    }
}
