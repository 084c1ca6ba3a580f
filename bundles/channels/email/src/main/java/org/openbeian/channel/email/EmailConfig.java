package org.openbeian.channel.email;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.AttributeType;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.osgi.service.metatype.annotations.Option;

/** Configuration of the mail server. Without one, messages wait in their lane. */
@ObjectClassDefinition(name = "OpenBeian e-mail",
    description = "The mail server that takes messages to applicants. While nothing is configured, messages wait in the lane "
        + "channel:email. A bad value is refused and named in the log; the old configuration stays.")
@interface EmailConfig {

    /** Name or address of the mail server. */
    @AttributeDefinition(name = "Host", description = "Name or address of the mail server")
    String host();

    /** Port of the mail server. */
    @AttributeDefinition(name = "Port", description = "Port of the mail server, 1 to 65535; often 587 for starttls, "
        + "465 for tls, 25 for none")
    int port() default 587;

    /** How the connection is encrypted. */
    @AttributeDefinition(name = "Security", description = "How the connection is encrypted: starttls, tls or none", options = {
        @Option(label = "STARTTLS, required", value = "starttls"), @Option(label = "TLS from the start", value = "tls"),
        @Option(label = "none", value = "none")})
    String security() default "starttls";

    /** Sender of the messages. */
    @AttributeDefinition(name = "From", description = "Sender of the messages, such as no-reply@example.com")
    String from();

    /** User at the mail server. */
    @AttributeDefinition(name = "User", description = "User at the mail server; empty when it asks for none", required = false)
    String user() default "";

    /** Password at the mail server; the leading dot keeps it out of the service registry. */
    @AttributeDefinition(name = "Password", description = "Password at the mail server, as secret:NAME; NAME is set with"
        + " beian:secret-set. In production nothing else is taken", type = AttributeType.PASSWORD, required = false)
    String _password() default "";

    /** How long each step of the conversation may take. */
    @AttributeDefinition(name = "Timeout", description = "Milliseconds that connecting and each answer may take, 100 to 10000")
    int timeout_millis() default 8000;
}
