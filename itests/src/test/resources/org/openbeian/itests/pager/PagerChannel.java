package com.example.pager;

import org.openbeian.api.channel.NotificationChannel;
import org.openbeian.api.model.LocalizedText;

/** A way to reach people that this product does not know. */
public final class PagerChannel implements NotificationChannel {

    /** Its id. */
    public static final String ID = "pager";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public LocalizedText name() {
        return new LocalizedText("寻呼机", "Pager");
    }

    @Override
    public AddressKind addressKind() {
        return AddressKind.ENDPOINT;
    }
}
