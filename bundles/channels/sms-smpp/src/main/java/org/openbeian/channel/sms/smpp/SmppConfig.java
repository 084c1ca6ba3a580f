package org.openbeian.channel.sms.smpp;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.AttributeType;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Configuration of the SMS centre. Without one, messages go over another channel for SMS or wait. */
@ObjectClassDefinition(name = "OpenBeian SMS by SMPP",
    description = "The SMS centre that takes messages by SMPP 3.4. A bad value is refused and named in the log; the old configuration"
        + " stays.")
@interface SmppConfig {

    /** Name or address of the SMS centre. */
    @AttributeDefinition(name = "Host", description = "Name or address of the SMS centre")
    String host() default "";

    /** Port of the SMS centre. */
    @AttributeDefinition(name = "Port", description = "Port of the SMS centre, 1 to 65535; often 2775, or 3550 with TLS")
    int port() default 2775;

    /** Whether the connection is encrypted. */
    @AttributeDefinition(name = "TLS", description = "Whether the connection is encrypted by TLS from its start")
    boolean tls() default false;

    /** Our name there. */
    @AttributeDefinition(name = "System id", description = "Our name at the SMS centre, at most 15 characters")
    String system_id() default "";

    /** Our password there; the leading dot keeps it out of the service registry. */
    @AttributeDefinition(name = "Password", description = "Our password at the SMS centre, as secret:NAME; NAME is set with"
        + " beian:secret-set. In production nothing else is taken", type = AttributeType.PASSWORD, required = false)
    String _password() default "";

    /** Kind of our system. */
    @AttributeDefinition(name = "System type", description = "Kind of our system, where the SMS centre asks for one", required = false)
    String system_type() default "";

    /** Sender of the messages. */
    @AttributeDefinition(name = "Source", description = "Number or name that receivers see, such as 106900001234; where it holds letters"
        + " its type is alphanumeric")
    String source() default "";

    /** What every message begins with. */
    @AttributeDefinition(name = "Signature", description = "The signature (签名) that every message begins with, without brackets; empty"
        + " where the carrier adds it", required = false)
    String sign() default "";

    /** Whether receipts come. */
    @AttributeDefinition(name = "Receipts", description = "Whether the SMS centre tells which messages arrived")
    boolean receipts() default true;

    /** How long each step of the conversation may take. */
    @AttributeDefinition(name = "Timeout", description = "Milliseconds that connecting and each answer may take, 100 to 10000")
    int timeout_millis() default 5000;

    /** How often the connection is tried. */
    @AttributeDefinition(name = "Enquire link", description = "Seconds without traffic after which the connection is tried, 1 to 600")
    int enquire_link_seconds() default 30;
}
