package org.openbeian.channel.wecom;

import java.lang.annotation.Annotation;

/** A configuration for tests. */
record Config(int timeout_millis) implements WecomConfig {

    @Override
    public Class<? extends Annotation> annotationType() {
        return WecomConfig.class;
    }
}
