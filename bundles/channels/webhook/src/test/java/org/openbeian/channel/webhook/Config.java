package org.openbeian.channel.webhook;

import java.lang.annotation.Annotation;

/** A configuration for tests. */
record Config(int timeout_millis, int answer_bytes) implements WebhookConfig {

    @Override
    public Class<? extends Annotation> annotationType() {
        return WebhookConfig.class;
    }
}
