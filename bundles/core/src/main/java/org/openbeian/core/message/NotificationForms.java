package org.openbeian.core.message;

import java.util.List;
import java.util.Set;

/** The forms in which messages go out. */
final class NotificationForms {

    static final String INBOX = "inbox";
    static final String EMAIL = "email";
    static final String SMS = "sms";
    static final String IM = "im";
    static final String WEBHOOK = "webhook";

    static final List<String> ALL = List.of(INBOX, EMAIL, SMS, IM, WEBHOOK);

    /** Those that can be switched off; the inbox is where everything can be found again. */
    static final Set<String> OPTIONAL = Set.of(EMAIL, SMS, IM, WEBHOOK);

    /** Those that make a noise and keep still in quiet hours. */
    static final Set<String> NOISY = Set.of(SMS, IM);

    private NotificationForms() {
    }
}
