package org.openbeian.channel.dingtalk;

import java.lang.annotation.Annotation;

/** A configuration for tests. */
record Config(int timeout_millis) implements DingtalkConfig {

    @Override
    public Class<? extends Annotation> annotationType() {
        return DingtalkConfig.class;
    }
}
