package org.openbeian.rest;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
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
import org.openbeian.api.security.Actor;
import org.openbeian.api.security.Permission;
import org.openbeian.api.template.IdentityTemplate;
import org.openbeian.api.template.IdentityTemplate.State;
import org.openbeian.api.template.IdentityTemplates;

/** Reusable data of organizers and principals. */
@Path("/identity-templates")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Templates", description = "Data of organizers and principals that an account uses again")
public final class TemplatesResource {

    private static final String DONE = "The template after the change; ETag is its version";

    private final Services services;

    TemplatesResource(Services services) {
        this.services = services;
    }

    /** Makes one. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Needs(Permission.START_ORDER)
    @Operation(summary = "Keep a template", description = "Of an organizer or of a principal, as a draft. Every field may be missing.")
    @ApiResponse(responseCode = "201", description = "The template",
            content = @Content(schema = @Schema(implementation = IdentityTemplate.class)))
    public Response create(Requests.TemplateData body, @Context Actor actor) {
        IdentityTemplate made = templates().create(actor, body.label(), body.organizer(), body.principal(), body.extra());
        return Replies.created("/identity-templates/" + made.id(), made, made.version());
    }

    /** Lists them. */
    @GET
    @Needs(Permission.READ_ORDER)
    @Operation(summary = "List templates", description = "An account sees its own; specialists see all, personal data masked. Those in"
            + " review come by the time at which they are due, 48 hours after they were handed in; all others newest first.")
    @ApiResponse(responseCode = "200", description = "The templates",
            content = @Content(schema = @Schema(implementation = IdentityTemplate[].class)))
    public Response list(@QueryParam("state") @Parameter(description = "Only those in this state") String state,
            @QueryParam("limit") @Parameter(description = "1 to 200, 50 when missing") String limit, @Context Actor actor) {
        return Response.ok(Replies.masked(actor, templates().list(actor, Input.query("state", state, State.class),
                (int) Input.query("limit", limit, 1, 200, 50)), IdentityTemplate::account)).build();
    }

    /** Shows one. */
    @GET
    @Path("/{templateId}")
    @Needs(Permission.READ_ORDER)
    @Operation(summary = "Read a template")
    @ApiResponse(responseCode = "200", description = "The template; ETag is its version",
            content = @Content(schema = @Schema(implementation = IdentityTemplate.class)))
    public Response get(@PathParam("templateId") String templateId, @Context Actor actor) {
        return reply(actor, templates().get(actor, Input.id(templateId)));
    }

    /** Changes one. */
    @PUT
    @Path("/{templateId}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Needs(Permission.START_ORDER)
    @Operation(summary = "Replace a template", description = "It is a draft afterwards; refused while it is in review.")
    @ApiResponse(responseCode = "200", description = DONE,
            content = @Content(schema = @Schema(implementation = IdentityTemplate.class)))
    public Response change(@PathParam("templateId") String templateId, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            Requests.TemplateData body, @Context Actor actor) {
        return reply(actor, templates().change(actor, Input.id(templateId), Input.version(ifMatch), body.label(), body.organizer(),
                body.principal(), body.extra()));
    }

    /** Removes one. */
    @DELETE
    @Path("/{templateId}")
    @Needs(Permission.START_ORDER)
    @Operation(summary = "Remove a template", description = "Orders that it was copied into keep what they have.")
    @ApiResponse(responseCode = "204", description = "It is gone")
    public Response remove(@PathParam("templateId") String templateId, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @Context Actor actor) {
        templates().remove(actor, Input.id(templateId), Input.version(ifMatch));
        return Response.noContent().build();
    }

    /** Hands one in. */
    @POST
    @Path("/{templateId}/submission")
    @Needs(Permission.START_ORDER)
    @Operation(summary = "Hand a template in for review", description = "Due after 48 hours. Refused with all findings while a field"
            + " holds what the rules do not take, such as an e-mail address that is none; fields may be missing.")
    @ApiResponse(responseCode = "200", description = DONE,
            content = @Content(schema = @Schema(implementation = IdentityTemplate.class)))
    public Response submit(@PathParam("templateId") String templateId, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @Context Actor actor) {
        return reply(actor, templates().submit(actor, Input.id(templateId), Input.version(ifMatch)));
    }

    /** Decides. */
    @POST
    @Path("/{templateId}/decision")
    @Consumes(MediaType.APPLICATION_JSON)
    @Needs(Permission.REVIEW_ORDER)
    @Operation(summary = "Approve or reject a template", description = "A rejection needs a reason.")
    @ApiResponse(responseCode = "200", description = DONE,
            content = @Content(schema = @Schema(implementation = IdentityTemplate.class)))
    public Response decide(@PathParam("templateId") String templateId, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            Requests.TemplateDecision body, @Context Actor actor) {
        return reply(actor, templates().decide(actor, Input.id(templateId), Input.version(ifMatch), body.approved(), body.reason()));
    }

    private IdentityTemplates templates() {
        return services.need(IdentityTemplates.class);
    }

    private static Response reply(Actor actor, IdentityTemplate template) {
        return Replies.of(actor, template.account(), template, template.version());
    }
}
