package org.openbeian.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.apache.cxf.jaxrs.ext.MessageContext;
import org.apache.cxf.jaxrs.utils.JAXRSUtils;
import org.openbeian.api.account.Account;
import org.openbeian.api.account.AccountAdmin;
import org.openbeian.api.account.ApiKeys.Key;
import org.openbeian.api.account.ApiKeys;
import org.openbeian.api.account.ExternalLogIns.Identity;
import org.openbeian.api.account.ExternalLogIns;
import org.openbeian.api.account.Sessions.Opened;
import org.openbeian.api.account.Sessions.Session;
import org.openbeian.api.account.Sessions;
import org.openbeian.api.security.Accounts;
import org.openbeian.api.security.Actor;
import org.openbeian.api.security.Permission;
import org.openbeian.api.security.Role;

/** Sessions of browsers, keys of machines, and self-registration. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Log-in", description = "Sessions of browsers, keys of machines, self-registration")
public final class SessionResource {

    private final Services services;

    /**
     * A log-in.
     *
     * @param account name, mobile number or e-mail address
     * @param password its password
     */
    record LogIn(@JsonProperty(required = true) String account, @JsonProperty(required = true) String password) {
    }

    /**
     * A session.
     *
     * @param account name of the account
     * @param roles its roles
     * @param csrfToken what each change within the session sends in the header X-CSRF-Token
     * @param expiresAt when it ends at the latest
     */
    record SessionState(String account, Set<Role> roles, String csrfToken, Instant expiresAt) {
    }

    /**
     * A registration.
     *
     * @param name name of the account
     * @param password its password
     */
    record Registration(@JsonProperty(required = true) String name, @JsonProperty(required = true) String password) {
    }

    /**
     * A key to be made.
     *
     * @param label what its owner calls it
     * @param expiresAt when it ends, or null
     */
    record NewKey(@JsonProperty(required = true) String label, Instant expiresAt) {
    }

    /**
     * A key that was made.
     *
     * @param key the key
     * @param secret its secret, shown this once
     */
    record MadeKey(Key key, String secret) {
    }

    /**
     * A token of the provider.
     *
     * @param token the token
     */
    record ProviderToken(@JsonProperty(required = true) String token) {
    }

    SessionResource(Services services) {
        this.services = services;
    }

    /** Logs in. */
    @POST
    @Path("/session")
    @Consumes(MediaType.APPLICATION_JSON)
    @Open
    @Operation(summary = "Log in with a browser", description = "Sets a cookie that scripts cannot read. Each change within the"
            + " session needs the header X-CSRF-Token.")
    @ApiResponse(responseCode = "201", description = "The session",
            content = @Content(schema = @Schema(implementation = SessionState.class)))
    public Response logIn(LogIn body, @Context MessageContext context) {
        String address = Callers.address(JAXRSUtils.getCurrentMessage());
        Actor actor = services.need(Accounts.class).authenticate(body.account(), body.password().toCharArray(), address)
                .orElseThrow(Callers::refused);
        Opened opened = services.need(Sessions.class).open(actor);
        return Response.status(Response.Status.CREATED).header(HttpHeaders.SET_COOKIE, Callers.session(context, opened.token(), ""))
                .entity(new SessionState(actor.account(), actor.roles(), opened.csrfToken(), opened.expiresAt())).build();
    }

    /** The session. */
    @GET
    @Path("/session")
    @Needs(Permission.USE_ACCOUNT)
    @Operation(summary = "The session that the cookie stands for")
    @ApiResponse(responseCode = "200", description = "The session",
            content = @Content(schema = @Schema(implementation = SessionState.class)))
    public Response session(@Context Actor actor) {
        Session session = Callers.token(JAXRSUtils.getCurrentMessage())
                .flatMap(token -> services.need(Sessions.class).find(token, actor.address()))
                .orElseThrow(() -> new Trouble(404, "no-session", "this request has no session; POST /session opens one"));
        return Response.ok(new SessionState(actor.account(), actor.roles(), session.csrfToken(), session.expiresAt())).build();
    }

    /** Logs out. */
    @DELETE
    @Path("/session")
    @Needs(Permission.USE_ACCOUNT)
    @Operation(summary = "Log out")
    @ApiResponse(responseCode = "204", description = "The session has ended")
    public Response logOut(@Context MessageContext context) {
        Callers.token(JAXRSUtils.getCurrentMessage()).ifPresent(services.need(Sessions.class)::close);
        return Response.noContent().header(HttpHeaders.SET_COOKIE, Callers.session(context, "", "; Max-Age=0")).build();
    }

    /** Opens an account. */
    @POST
    @Path("/registration")
    @Consumes(MediaType.APPLICATION_JSON)
    @Open
    @Operation(summary = "Open an applicant's account", description = "Where the operator allows it; otherwise the answer names"
            + " whom to call. Phone and e-mail are bound afterwards, with PUT /me/contacts.")
    @ApiResponse(responseCode = "204", description = "The account is there")
    public Response register(Registration body) {
        Account account = services.need(AccountAdmin.class).register(body.name(), body.password().toCharArray(),
                Callers.address(JAXRSUtils.getCurrentMessage()));
        return Response.noContent().header("X-Account", account.name()).build();
    }

    /** Lists keys. */
    @GET
    @Path("/me/keys")
    @Needs(Permission.USE_ACCOUNT)
    @Operation(summary = "The caller's keys for machines")
    @ApiResponse(responseCode = "200", description = "All, those that ended included",
            content = @Content(schema = @Schema(implementation = Key[].class)))
    public Response keys(@Context Actor actor) {
        List<Key> keys = services.need(ApiKeys.class).list(actor);
        return Response.ok(keys).build();
    }

    /** Makes a key. */
    @POST
    @Path("/me/keys")
    @Consumes(MediaType.APPLICATION_JSON)
    @Needs(Permission.USE_ACCOUNT)
    @Operation(summary = "Make a key for a machine", description = "Its requests carry Authorization: OpenBeian-HMAC-SHA256"
            + " key=ID, timestamp=SECONDS, nonce=NONCE, signature=HEX, where the signature is HMAC-SHA-256 with the secret over"
            + " the lines method, path with query, timestamp, nonce and the body's SHA-256 in hexadecimal. A request counts"
            + " within five minutes of its timestamp, and once.")
    @ApiResponse(responseCode = "201", description = "The key; its secret is shown this once",
            content = @Content(schema = @Schema(implementation = MadeKey.class)))
    public Response makeKey(NewKey body, @Context Actor actor) {
        var created = services.need(ApiKeys.class).create(actor, body.label(), body.expiresAt());
        return Response.status(Response.Status.CREATED).entity(new MadeKey(created.key(), created.secret())).build();
    }

    /** Revokes a key. */
    @DELETE
    @Path("/me/keys/{key}")
    @Needs(Permission.USE_ACCOUNT)
    @Operation(summary = "Revoke a key")
    @ApiResponse(responseCode = "204", description = "Done; no request with it is accepted from now on")
    public Response revokeKey(@PathParam("key") String key, @Context Actor actor) {
        services.need(ApiKeys.class).revoke(actor, Input.id(key));
        return Response.noContent().build();
    }

    /** Lists identities. */
    @GET
    @Path("/me/identities")
    @Needs(Permission.USE_ACCOUNT)
    @Operation(summary = "The caller's identities at OpenID Connect providers")
    @ApiResponse(responseCode = "200", description = "All",
            content = @Content(schema = @Schema(implementation = Identity[].class)))
    public Response identities(@Context Actor actor) {
        return Response.ok(services.need(ExternalLogIns.class).list(actor)).build();
    }

    /** Links an identity. */
    @POST
    @Path("/me/identities")
    @Consumes(MediaType.APPLICATION_JSON)
    @Needs(Permission.USE_ACCOUNT)
    @Operation(summary = "Link an identity at the provider", description = "The provider's token proves it; from then on its tokens"
            + " log in to this account, with the account's roles.")
    @ApiResponse(responseCode = "201", description = "The identity",
            content = @Content(schema = @Schema(implementation = Identity.class)))
    public Response link(ProviderToken body, @Context Actor actor) {
        return Response.status(Response.Status.CREATED).entity(services.need(ExternalLogIns.class).link(actor, body.token())).build();
    }

    /** Ends a link. */
    @DELETE
    @Path("/me/identities")
    @Needs(Permission.USE_ACCOUNT)
    @Operation(summary = "End the link of an identity")
    @ApiResponse(responseCode = "204", description = "Done")
    public Response unlink(@QueryParam("issuer") @Parameter(description = "The provider", required = true) String issuer,
            @QueryParam("subject") @Parameter(description = "Id of the person there", required = true) String subject,
            @Context Actor actor) {
        services.need(ExternalLogIns.class).unlink(actor, String.valueOf(issuer), String.valueOf(subject));
        return Response.noContent().build();
    }
}
