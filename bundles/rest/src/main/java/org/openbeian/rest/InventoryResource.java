package org.openbeian.rest;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.PUT;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.openbeian.api.account.Delegations;
import org.openbeian.api.order.Refusal;
import org.openbeian.api.resource.ResourceFacts;
import org.openbeian.api.resource.ResourceInventory;
import org.openbeian.api.rules.Finding;
import org.openbeian.api.security.Actor;
import org.openbeian.api.security.Permission;

/** What is known about cloud resources. */
@Path("/resources")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Resources", description = "Facts about the cloud resources that an access rests on")
public final class InventoryResource {

    private final Services services;

    InventoryResource(Services services) {
        this.services = services;
    }

    /** The caller's own. */
    @GET
    @Needs(Permission.READ_RESOURCE)
    @Operation(summary = "The caller's own resources")
    @ApiResponse(responseCode = "200", description = "By kind and id",
            content = @Content(schema = @Schema(implementation = ResourceFacts[].class)))
    public Response own(@Context Actor actor) {
        return Response.ok(services.need(ResourceInventory.class).ofAccount(actor.account())).build();
    }

    /** One. */
    @GET
    @Path("/{kind}/{id}")
    @Needs(Permission.READ_RESOURCE)
    @Operation(summary = "One resource", description = "An applicant sees its own only.")
    @ApiResponse(responseCode = "200", description = "What is known",
            content = @Content(schema = @Schema(implementation = ResourceFacts.class)))
    public Response get(@PathParam("kind") String kind, @PathParam("id") String id, @Context Actor actor) {
        ResourceFacts facts = services.need(ResourceInventory.class).find(Input.name(kind), Input.name(id))
                .filter(found -> actor.isStaff() || found.account().equals(actor.account())
                        || actor.holds("account:" + found.account(), Delegations.RESOURCE_READ + found.kind()))
                .orElseThrow(() -> new Refusal(Refusal.Kind.NOT_FOUND, "resource-not-found", "there is no such resource"));
        return Response.ok(facts).build();
    }

    /** Imports. */
    @PUT
    @Path("/{kind}/{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Needs(Permission.WRITE_RESOURCE)
    @Operation(summary = "Import facts about a resource", description = "Replaces what was known.")
    @ApiResponse(responseCode = "200", description = "What is known now",
            content = @Content(schema = @Schema(implementation = ResourceFacts.class)))
    public Response put(@PathParam("kind") String kind, @PathParam("id") String id, Requests.Resource body) {
        if (body.kind() != null && !body.kind().equals(kind)) {
            throw differs("/kind", kind);
        }
        if (body.id() != null && !body.id().equals(id)) {
            throw differs("/id", id);
        }
        ResourceFacts facts = new ResourceFacts(Input.name(kind), Input.name(id), body.account(), body.region(),
                body.mainland(), body.ips(), body.prepaid(), body.monthsBought(), body.expiresAt(), body.attributes(),
                body.restsOn());
        try {
            services.need(ResourceInventory.class).put(facts);
        } catch (UnsupportedOperationException e) {
            throw new Refusal(Refusal.Kind.WRONG_STATE, "inventory-read-only",
                    "the inventory of this server is read from elsewhere");
        }
        return Response.ok(facts).build();
    }

    private static Trouble differs(String pointer, String expected) {
        List<Finding> findings = List.of(Texts.unknownValue(pointer, expected));
        return new Trouble(422, "body-does-not-fit", "the body names another resource than the address", findings);
    }
}
