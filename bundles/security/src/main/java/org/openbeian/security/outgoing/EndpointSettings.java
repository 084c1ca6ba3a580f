package org.openbeian.security.outgoing;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.AttributeType;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Factory configuration {@code org.openbeian.outgoing.endpoint}. */
@ObjectClassDefinition(name = "OpenBeian endpoint outside", description = "How one address outside is called, one file"
        + " org.openbeian.outgoing.endpoint-NAME.cfg each. Addresses without one are called directly, over https, and only where they"
        + " are public.")
public @interface EndpointSettings {

    /** What it is about. */
    @AttributeDefinition(name = "Address", description = "Beginning of the addresses that are meant, such as"
            + " https://login.example.com/; scheme, host and port must be the same, and the path begin so")
    String address();

    /** Whether it may lie inside. */
    @AttributeDefinition(name = "Internal", description = "Whether the address may be plain http, and a private, loopback or link-local"
            + " one: for a peer in the operator's own network")
    boolean internal() default false;

    /** The proxy. */
    @AttributeDefinition(name = "Proxy", required = false, description = "Proxy as host:port; empty for none")
    String proxy() default "";

    /** Our key. */
    @AttributeDefinition(name = "Key", required = false, description = "PKCS12 file with our key and certificate, where the peer asks"
            + " for them")
    String tls_keystore() default "";

    /** Whom we trust. */
    @AttributeDefinition(name = "Trust", required = false, description = "PKCS12 file with the certificates that the peer's must come"
            + " from; empty for those of the platform")
    String tls_truststore() default "";

    /** Password of both. */
    @AttributeDefinition(name = "Password", type = AttributeType.PASSWORD, required = false, description = "Password of both files, as"
            + " secret:NAME; in production nothing else is taken")
    String tls_password() default "";
}
