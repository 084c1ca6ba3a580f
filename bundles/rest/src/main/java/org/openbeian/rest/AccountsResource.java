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
import java.util.regex.Pattern;
import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
import javax.ws.rs.GET;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.POST;
import javax.ws.rs.PUT;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.UriInfo;
import org.openbeian.api.account.Account;
import org.openbeian.api.account.AccountAdmin;
import org.openbeian.api.account.Delegations;
import org.openbeian.api.account.ExternalLogIns;
import org.openbeian.api.account.RealName;
import org.openbeian.api.account.AccountAdmin.Profile;
import org.openbeian.api.account.ExternalLogIns.Identity;
import org.openbeian.api.model.Application;
import org.openbeian.api.order.Order;
import org.openbeian.api.security.Actor;
import org.openbeian.api.security.Masks;
import org.openbeian.api.security.Permission;
import org.openbeian.api.security.Role;

/** Accounts, for those who manage them. */
@Path("/accounts")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Accounts", description = "Make, change, close and unlock accounts")
public final class AccountsResource {

    private static final Pattern CURSOR = Pattern.compile("[a-z0-9._-]{1,64}");

    private final Services services;

    /**
     * A new account.
     *
     * @param name its name
     * @param roles its roles
     * @param phone mobile number that also logs in, or null
     * @param email address that also logs in and gets notices, or null
     * @param password its first password
     */
    record NewAccount(@JsonProperty(required = true) String name, @JsonProperty(required = true) List<Role> roles, String phone,
            String email, @JsonProperty(required = true) String password) {
    }

    /**
     * What an account shall be.
     *
     * @param roles its roles
     * @param active false closes it
     * @param phone mobile number, or null
     * @param email e-mail address, or null
     */
    record AccountProfile(@JsonProperty(required = true) List<Role> roles, @JsonProperty(required = true) boolean active,
            String phone, String email) {
    }

    /**
     * A password.
     *
     * @param password the password
     */
    record Password(@JsonProperty(required = true) String password) {
    }

    /**
     * An account as it is shown.
     *
     * @param name its name
     * @param roles its roles
     * @param parent account for whom it acts, or null
     * @param active whether it can be used
     * @param phone its phone number, masked
     * @param email its e-mail address, masked
     * @param createdAt when it was made
     * @param lockedUntil when a lock-out ends, or null
     * @param realName its real-name data, masked, or null
     */
    record ShownAccount(String name, Set<Role> roles, String parent, boolean active, String phone, String email,
            Instant createdAt, Instant lockedUntil, RealName realName) {

        static ShownAccount of(Account account) {
            return new ShownAccount(account.name(), account.roles(), account.parent(), account.active(),
                    Masks.phone(account.phone()), Masks.email(account.email()), account.createdAt(), account.lockedUntil(),
                    account.realName() == null ? null : account.realName().masked());
        }
    }

    /**
     * An identity at a provider.
     *
     * @param issuer the provider, as its tokens state it
     * @param subject id of the person there
     */
    record ProviderIdentity(@JsonProperty(required = true) String issuer, @JsonProperty(required = true) String subject) {
    }

    AccountsResource(Services services) {
        this.services = services;
    }

    /** Lists accounts. */
    @GET
    @Needs(Permission.MANAGE_ACCOUNTS)
    @Operation(summary = "Accounts by name", description = "Phone numbers and e-mail addresses are masked. The header Link names"
            + " the next page.")
    @ApiResponse(responseCode = "200", description = "One page",
            content = @Content(schema = @Schema(implementation = ShownAccount[].class)))
    public Response list(@QueryParam("after") @Parameter(description = "Name of the last account of the page before") String after,
            @QueryParam("limit") @Parameter(description = "1 to 200, 50 when missing") String limit, @Context Actor actor,
            @Context UriInfo uri) {
        int size = (int) Input.query("limit", limit, 1, 200, 50);
        List<ShownAccount> page = services.need(AccountAdmin.class)
                .list(actor, Input.query("after", after, CURSOR, "the name of an account"), size).stream()
                .map(ShownAccount::of).toList();
        return Replies.page(uri, page, size, "after", ShownAccount::name);
    }

    /** Makes an account. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Needs(Permission.MANAGE_ACCOUNTS)
    @Operation(summary = "Make an account", description = "Only an administrator gives the roles OPERATOR, AUDITOR and ADMIN.")
    @ApiResponse(responseCode = "201", description = "The account",
            content = @Content(schema = @Schema(implementation = ShownAccount.class)))
    public Response create(NewAccount body, @Context Actor actor) {
        Account account = services.need(AccountAdmin.class).create(actor, body.name(),
                new Profile(Set.copyOf(body.roles()), true, body.phone(), body.email()), body.password().toCharArray());
        return Replies.created("/accounts/" + account.name(), ShownAccount.of(account), account.version());
    }

    /** One account. */
    @GET
    @Path("/{account}")
    @Needs(Permission.MANAGE_ACCOUNTS)
    @Operation(summary = "One account", description = "Phone number and e-mail address are masked.")
    @ApiResponse(responseCode = "200", description = "The account",
            content = @Content(schema = @Schema(implementation = ShownAccount.class)))
    public Response get(@PathParam("account") String name, @Context Actor actor) {
        return shown(services.need(AccountAdmin.class).get(actor, Input.name(name)));
    }

    /** Changes an account. */
    @PUT
    @Path("/{account}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Needs(Permission.MANAGE_ACCOUNTS)
    @Operation(summary = "Change roles, state and contacts", description = "What is left out is removed. A closed account logs in"
            + " no more, at once.")
    @ApiResponse(responseCode = "200", description = "The account as it is now",
            content = @Content(schema = @Schema(implementation = ShownAccount.class)))
    public Response change(@PathParam("account") String name, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            AccountProfile body, @Context Actor actor) {
        return shown(services.need(AccountAdmin.class).change(actor, Input.name(name), Input.version(ifMatch),
                new Profile(Set.copyOf(body.roles()), body.active(), body.phone(), body.email())));
    }

    /** Corrects real-name data. */
    @PUT
    @Path("/{account}/real-name")
    @Consumes(MediaType.APPLICATION_JSON)
    @Needs(Permission.MANAGE_ACCOUNTS)
    @Operation(summary = "Enter or correct an account's real-name data", description = "As PUT /me/real-name; the data are checked"
            + " all the same.")
    @ApiResponse(responseCode = "200", description = "Kept; the data are masked",
            content = @Content(schema = @Schema(implementation = Requests.RealNameKept.class)))
    public Response realName(@PathParam("account") String name, Requests.RealNameData body, @Context Actor actor) {
        return AccountResource.kept(services, actor, Input.name(name), body);
    }

    /** Sets a password. */
    @PUT
    @Path("/{account}/password")
    @Consumes(MediaType.APPLICATION_JSON)
    @Needs(Permission.MANAGE_ACCOUNTS)
    @Operation(summary = "Set an account's password", description = "Ends its sessions and a lock-out.")
    @ApiResponse(responseCode = "204", description = "Done")
    public Response password(@PathParam("account") String name, Password body, @Context Actor actor) {
        services.need(AccountAdmin.class).setPassword(actor, Input.name(name), body.password().toCharArray());
        return Response.noContent().build();
    }

    /** Ends a lock-out. */
    @DELETE
    @Path("/{account}/lock")
    @Needs(Permission.MANAGE_ACCOUNTS)
    @Operation(summary = "End a lock-out")
    @ApiResponse(responseCode = "200", description = "The account",
            content = @Content(schema = @Schema(implementation = ShownAccount.class)))
    public Response unlock(@PathParam("account") String name, @Context Actor actor) {
        return shown(services.need(AccountAdmin.class).unlock(actor, Input.name(name)));
    }

    /** Opens an order for an applicant. */
    @POST
    @Path("/{account}/orders")
    @Consumes(MediaType.APPLICATION_JSON)
    @Needs(Permission.ASSIST_FILING)
    @Operation(summary = "Open an order on behalf of an applicant", description = "The helper may fill it in; the applicant alone"
            + " hands it in, and can end the help by revoking its delegation.")
    @ApiResponse(responseCode = "201", description = "The draft",
            content = @Content(schema = @Schema(implementation = Order.class)))
    public Response assist(@PathParam("account") String account, Requests.NewOrder body, @Context Actor actor) {
        Order order = services.need(Delegations.class).assist(actor, Input.name(account), body.type(),
                body.application() == null ? Application.EMPTY : body.application());
        return Replies.created("/orders/" + order.id(), order, order.version());
    }

    /** Links an identity. */
    @POST
    @Path("/{account}/identities")
    @Consumes(MediaType.APPLICATION_JSON)
    @Needs(Permission.MANAGE_ACCOUNTS)
    @Operation(summary = "Link an identity at an OpenID Connect provider to an account", description = "The provider's tokens for"
            + " this person then log in to the account, with the account's roles.")
    @ApiResponse(responseCode = "201", description = "The identity",
            content = @Content(schema = @Schema(implementation = Identity.class)))
    public Response link(@PathParam("account") String name, ProviderIdentity body, @Context Actor actor) {
        return Response.status(Response.Status.CREATED)
                .entity(services.need(ExternalLogIns.class).link(actor, Input.name(name), body.issuer(), body.subject())).build();
    }

    private static Response shown(Account account) {
        return Response.ok(ShownAccount.of(account)).header(HttpHeaders.ETAG, Input.etag(account.version())).build();
    }
}
