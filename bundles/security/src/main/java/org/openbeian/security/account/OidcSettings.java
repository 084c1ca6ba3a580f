package org.openbeian.security.account;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.AttributeType;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Configuration {@code org.openbeian.security.oidc}. */
@ObjectClassDefinition(name = "OpenBeian log-in by OpenID Connect", description = "The provider whose bearer tokens are accepted, for"
        + " identities that were linked to an account, and which browsers may log in at. Without an issuer no token is accepted, and"
        + " without a client no browser is sent there. Its keys and tokens are fetched by the rules of org.openbeian.outgoing.")
public @interface OidcSettings {

    /** The provider. */
    @AttributeDefinition(name = "Issuer", required = false, description = "The provider's issuer identifier, exactly as"
            + " its tokens state it; empty for none")
    String issuer() default "";

    /** For whom tokens must be meant. */
    @AttributeDefinition(name = "Audience", description = "The audience that a token must be meant for")
    String audience() default "openbeian";

    /** Where the provider's keys are. */
    @AttributeDefinition(name = "Keys", required = false, description = "Address of the provider's key set (jwks_uri); https, or"
            + " an endpoint that is configured as internal")
    String jwks_uri() default "";

    /** Our id at the provider. */
    @AttributeDefinition(name = "Client", required = false, description = "Id of this server at the provider, for log-in with a"
            + " browser; empty for none")
    String client_id() default "";

    /** Our secret at the provider. */
    @AttributeDefinition(name = "Client secret", type = AttributeType.PASSWORD, required = false, description = "The client's secret, as"
            + " secret:NAME; in production nothing else is taken. Empty for a client without one")
    String client_secret() default "";

    /** The provider's page. */
    @AttributeDefinition(name = "Log-in page", required = false, description = "Address of the provider's page"
            + " (authorization_endpoint)")
    String authorization_uri() default "";

    /** Where codes are exchanged. */
    @AttributeDefinition(name = "Tokens", required = false, description = "Address at which codes are exchanged (token_endpoint)")
    String token_uri() default "";

    /** Where the provider sends browsers back to. */
    @AttributeDefinition(name = "Way back", required = false, description = "Public address of this server's"
            + " /api/v1/session/oidc/callback, as registered at the provider")
    String redirect_uri() default "";
}
