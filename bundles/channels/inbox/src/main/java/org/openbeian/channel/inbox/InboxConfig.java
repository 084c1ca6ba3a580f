package org.openbeian.channel.inbox;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** How the box is called. */
@ObjectClassDefinition(name = "OpenBeian inbox", description = "How this operator calls the box of messages that every account has. A"
    + " blank name is refused and named in the log; the old one stays.")
@interface InboxConfig {

    /** Its Chinese name. */
    @AttributeDefinition(name = "Chinese name", description = "Name of the box in Chinese, at most 40 characters")
    String name_zh() default "系统消息";

    /** Its English name. */
    @AttributeDefinition(name = "English name", description = "Name of the box in English, at most 40 characters")
    String name_en() default "Inbox";
}
