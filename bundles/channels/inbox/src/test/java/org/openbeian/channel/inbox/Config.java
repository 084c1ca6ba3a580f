package org.openbeian.channel.inbox;

import java.lang.annotation.Annotation;

/** A configuration for tests. */
record Config(String name_zh, String name_en) implements InboxConfig {

    @Override
    public Class<? extends Annotation> annotationType() {
        return InboxConfig.class;
    }
}
