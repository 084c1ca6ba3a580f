package org.openbeian.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.PUT;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.UriInfo;
import org.openbeian.api.account.AccountAdmin;
import org.openbeian.api.account.RealName;
import org.openbeian.api.account.RealNames;
import org.openbeian.api.channel.InboxMessage;
import org.openbeian.api.order.Refusal;
import org.openbeian.api.order.Requirements;
import org.openbeian.api.security.Accounts;
import org.openbeian.api.security.Actor;
import org.openbeian.api.security.Permission;
import org.openbeian.api.store.InboxStore;
import org.openbeian.api.store.Transactions;

/** The caller's own account and message box. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Account", description = "The caller's own account and message box")
public final class AccountResource {

    private final Services services;

    /**
     * Who the caller is.
     *
     * @param account name of the account
     * @param roles its roles
     * @param permissions what it may do
     * @param email where notices go, or null
     */
    record Me(String account, Set<String> roles, Set<String> permissions, String email) {
    }

    /**
     * A change of the password.
     *
     * @param present the password up to now
     * @param wanted the password from now on
     */
    record PasswordChange(@JsonProperty(required = true) String present, @JsonProperty(required = true) String wanted) {
    }

    AccountResource(Services services) {
        this.services = services;
    }

    /** Who calls. */
    @GET
    @Path("/me")
    @Needs(Permission.USE_ACCOUNT)
    @Operation(summary = "The caller's account, roles and permissions")
    @ApiResponse(responseCode = "200", description = "The account", content = @Content(schema = @Schema(implementation = Me.class)))
    public Response me(@Context Actor actor) {
        Set<String> roles = new TreeSet<>();
        actor.roles().forEach(role -> roles.add(role.name()));
        Set<String> permissions = new TreeSet<>();
        for (Permission permission : Permission.values()) {
            if (actor.may(permission)) {
                permissions.add(permission.name());
            }
        }
        return Response.ok(new Me(actor.account(), roles, permissions,
                services.need(Accounts.class).email(actor.account()).orElse(null))).build();
    }

    /** Real-name data. */
    @GET
    @Path("/me/real-name")
    @Needs(Permission.USE_ACCOUNT)
    @Operation(summary = "The caller's real-name data")
    @ApiResponse(responseCode = "200", description = "The data", content = @Content(schema = @Schema(implementation = RealName.class)))
    public Response realName(@Context Actor actor) {
        return Response.ok(services.need(RealNames.class).of(actor, actor.account()).orElseThrow(() ->
                new Refusal(Refusal.Kind.NOT_FOUND, "real-name-missing", "the account has no real-name data"))).build();
    }

    /** Keeps real-name data. */
    @PUT
    @Path("/me/real-name")
    @Consumes(MediaType.APPLICATION_JSON)
    @Needs(Permission.USE_ACCOUNT)
    @Operation(summary = "Enter or correct the caller's real-name data", description = "They are kept when the operator's service"
            + " confirms them. No order changes; drafts are judged anew, and the answer tells what each needs now.")
    @ApiResponse(responseCode = "200", description = "Kept",
            content = @Content(schema = @Schema(implementation = Requests.RealNameKept.class)))
    public Response keepRealName(Requests.RealNameData body, @Context Actor actor) {
        return kept(services, actor, actor.account(), body);
    }

    static Response kept(Services services, Actor actor, String account, Requests.RealNameData body) {
        List<Requirements> drafts = services.need(RealNames.class).keep(actor, account, body.data());
        RealName kept = services.need(RealNames.class).of(actor, account).orElse(null);
        boolean own = account.equals(actor.account());
        return Response.ok(new Requests.RealNameKept(own || kept == null ? kept : kept.masked(), drafts)).build();
    }

    /** Changes the password. */
    @PUT
    @Path("/me/password")
    @Consumes(MediaType.APPLICATION_JSON)
    @Needs(Permission.USE_ACCOUNT)
    @Operation(summary = "Change the caller's password")
    @ApiResponse(responseCode = "204", description = "Done; its other sessions have ended")
    public Response password(PasswordChange body, @Context Actor actor) {
        services.need(AccountAdmin.class).changePassword(actor, body.present().toCharArray(), body.wanted().toCharArray());
        return Response.noContent().build();
    }

    /** Messages. */
    @GET
    @Path("/inbox")
    @Needs(Permission.USE_ACCOUNT)
    @Operation(summary = "The caller's messages, newest first", description = "The header Link names the next page.")
    @ApiResponse(responseCode = "200", description = "One page",
            content = @Content(schema = @Schema(implementation = InboxMessage[].class)))
    public Response inbox(@QueryParam("before") @Parameter(description = "Only messages with a lower number") String before,
            @QueryParam("limit") @Parameter(description = "1 to 200, 50 when missing") String limit, @Context Actor actor,
            @Context UriInfo uri) {
        int size = (int) Input.query("limit", limit, 1, 200, 50);
        long cursor = Input.query("before", before, 1, Long.MAX_VALUE, 0);
        List<InboxMessage> page = services.need(Transactions.class).call(
                () -> services.need(InboxStore.class).list(actor.account(), cursor, size));
        return Replies.page(uri, page, size, "before", InboxMessage::id);
    }

    /** Marks a message. */
    @POST
    @Path("/inbox/{message}/read")
    @Needs(Permission.USE_ACCOUNT)
    @Operation(summary = "Mark a message as read")
    @ApiResponse(responseCode = "204", description = "Done")
    public Response read(@PathParam("message") String message, @Context Actor actor) {
        long id = Input.number(message);
        if (!services.need(Transactions.class).call(() -> services.need(InboxStore.class).markRead(actor.account(), id))) {
            throw new Refusal(Refusal.Kind.NOT_FOUND, "message-not-found", "there is no such message");
        }
        return Response.noContent().build();
    }
}
