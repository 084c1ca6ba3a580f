package org.openbeian.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.Operation;
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
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.apache.cxf.jaxrs.utils.JAXRSUtils;
import org.openbeian.api.account.Delegations.Delegation;
import org.openbeian.api.account.Delegations.Invitation;
import org.openbeian.api.account.Delegations.Invited;
import org.openbeian.api.account.Delegations;
import org.openbeian.api.security.Actor;
import org.openbeian.api.security.Permission;

/** What accounts let others do for them. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Delegation", description = "Sub-accounts, butlers and assisted filing: who may do what with whose orders, and until when")
public final class DelegationsResource {

    private final Services services;

    /**
     * A delegation to be made.
     *
     * @param delegate name of a sub-account of one's own, or of a butler
     * @param policies names of policies or of their aliases
     * @param orders ids of orders
     * @param until when it ends
     */
    record NewDelegation(@JsonProperty(required = true) String delegate, @JsonProperty(required = true) List<String> policies,
            @JsonProperty(required = true) List<String> orders, @JsonProperty(required = true) Instant until) {
    }

    /**
     * An invitation to be made.
     *
     * @param policies names of policies or of their aliases
     * @param orders ids of orders
     * @param until when the delegation ends
     */
    record NewInvitation(@JsonProperty(required = true) List<String> policies,
            @JsonProperty(required = true) List<String> orders, @JsonProperty(required = true) Instant until) {
    }

    /**
     * An invitation that was made.
     *
     * @param invitation the invitation
     * @param token what the invited one needs, shown this once
     */
    record MadeInvitation(Invitation invitation, String token) {
    }

    /**
     * An invitation that is taken.
     *
     * @param token the invitation's token
     * @param account name of the sub-account that shall be
     * @param password its password
     */
    record Acceptance(@JsonProperty(required = true) String token, @JsonProperty(required = true) String account,
            @JsonProperty(required = true) String password) {
    }

    DelegationsResource(Services services) {
        this.services = services;
    }

    /** Lists. */
    @GET
    @Path("/me/delegations")
    @Needs(Permission.USE_ACCOUNT)
    @Operation(summary = "Delegations by and to the caller, newest first")
    @ApiResponse(responseCode = "200", description = "All, those that ended included",
            content = @Content(schema = @Schema(implementation = Delegation[].class)))
    public Response list(@Context Actor actor) {
        return Response.ok(services.need(Delegations.class).list(actor)).build();
    }

    /** Delegates. */
    @POST
    @Path("/me/delegations")
    @Consumes(MediaType.APPLICATION_JSON)
    @Needs(Permission.DELEGATE)
    @Operation(summary = "Delegate orders to a sub-account or a butler", description = "Policies: filing-full, filing-prepare,"
            + " resource-read:KIND, or QcloudBAFullAccess, QcloudCVMInnerReadOnlyAccess, QcloudLighthouseReadOnlyAccess,"
            + " QcloudSLSReadOnlyAccess, QcloudCLBReadOnlyAccess.")
    @ApiResponse(responseCode = "201", description = "The delegation",
            content = @Content(schema = @Schema(implementation = Delegation.class)))
    public Response grant(NewDelegation body, @Context Actor actor) {
        Delegation made = services.need(Delegations.class).grant(actor, body.delegate(), Set.copyOf(body.policies()), body.orders(),
                body.until());
        return Response.status(Response.Status.CREATED).entity(made).build();
    }

    /** Revokes. */
    @DELETE
    @Path("/me/delegations/{delegation}")
    @Needs(Permission.USE_ACCOUNT)
    @Operation(summary = "Revoke a delegation", description = "It ends at once.")
    @ApiResponse(responseCode = "204", description = "Done")
    public Response revoke(@PathParam("delegation") String id, @Context Actor actor) {
        services.need(Delegations.class).revoke(actor, Input.id(id));
        return Response.noContent().build();
    }

    /** Lists invitations. */
    @GET
    @Path("/me/invitations")
    @Needs(Permission.DELEGATE)
    @Operation(summary = "The caller's invitations")
    @ApiResponse(responseCode = "200", description = "All, without their tokens",
            content = @Content(schema = @Schema(implementation = Invitation[].class)))
    public Response invitations(@Context Actor actor) {
        return Response.ok(services.need(Delegations.class).invitations(actor)).build();
    }

    /** Invites. */
    @POST
    @Path("/me/invitations")
    @Consumes(MediaType.APPLICATION_JSON)
    @Needs(Permission.DELEGATE)
    @Operation(summary = "Invite somebody to become a sub-account", description = "Good once and for three days.")
    @ApiResponse(responseCode = "201", description = "The invitation; its token is shown this once",
            content = @Content(schema = @Schema(implementation = MadeInvitation.class)))
    public Response invite(NewInvitation body, @Context Actor actor) {
        Invited made = services.need(Delegations.class).invite(actor, Set.copyOf(body.policies()), body.orders(), body.until());
        return Response.status(Response.Status.CREATED).entity(new MadeInvitation(made.invitation(), made.token())).build();
    }

    /** Takes an invitation back. */
    @DELETE
    @Path("/me/invitations/{invitation}")
    @Needs(Permission.DELEGATE)
    @Operation(summary = "Take back an invitation that nobody took")
    @ApiResponse(responseCode = "204", description = "Done")
    public Response withdraw(@PathParam("invitation") String id, @Context Actor actor) {
        services.need(Delegations.class).withdraw(actor, Input.id(id));
        return Response.noContent().build();
    }

    /** Takes an invitation. */
    @POST
    @Path("/invitations/acceptance")
    @Consumes(MediaType.APPLICATION_JSON)
    @Open
    @Operation(summary = "Become a sub-account", description = "Whoever holds the invitation chooses name and password.")
    @ApiResponse(responseCode = "204", description = "The account is there")
    public Response accept(Acceptance body) {
        services.need(Delegations.class).accept(body.token(), body.account(), body.password().toCharArray(),
                Callers.address(JAXRSUtils.getCurrentMessage()));
        return Response.noContent().build();
    }
}
