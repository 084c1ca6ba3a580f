package org.openbeian.security.account;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Configuration {@code org.openbeian.security.oidc}. */
@ObjectClassDefinition(name = "OpenBeian log-in by OpenID Connect", description = "The provider whose bearer tokens are accepted, for"
        + " identities that were linked to an account. Without an issuer no token is accepted.")
public @interface OidcSettings {

    /** The provider. */
    @AttributeDefinition(name = "Issuer", required = false, description = "The provider's issuer identifier, exactly as"
            + " its tokens state it; empty for none")
    String issuer() default "";

    /** For whom tokens must be meant. */
    @AttributeDefinition(name = "Audience", description = "The audience that a token must be meant for")
    String audience() default "openbeian";

    /** Where the provider's keys are. */
    @AttributeDefinition(name = "Keys", required = false, description = "Address of the provider's key set (jwks_uri):"
            + " https, or http on this machine")
    String jwks_uri() default "";
}
