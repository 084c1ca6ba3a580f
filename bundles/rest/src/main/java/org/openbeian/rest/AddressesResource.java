package org.openbeian.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
import javax.ws.rs.GET;
import javax.ws.rs.PUT;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.openbeian.api.resource.PublicAddresses;
import org.openbeian.api.resource.PublicAddresses.Address;
import org.openbeian.api.resource.PublicAddresses.PortDecision;
import org.openbeian.api.security.Actor;
import org.openbeian.api.security.Permission;

/** Public addresses: their filing numbers, ports and bills. */
@Path("/addresses")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Resources", description = "Facts about the cloud resources that an access rests on")
public final class AddressesResource {

    private static final Pattern STATE = Pattern.compile(Arrays.stream(PublicAddresses.State.values()).map(Enum::name)
            .collect(Collectors.joining("|")));
    private static final int MOST = 1_000;

    private final Services services;

    AddressesResource(Services services) {
        this.services = services;
    }

    /**
     * A filing number.
     *
     * @param number number of a service that is filed here
     */
    record BoundNumber(@JsonProperty(required = true) String number) {
    }

    /**
     * A decision.
     *
     * @param approved whether the number is approved
     * @param reason why not; its owner is told
     */
    record PortApproval(@JsonProperty(required = true) boolean approved, String reason) {
    }

    /** Lists. */
    @GET
    @Needs(Permission.APPROVE_PORT)
    @Operation(summary = "Addresses with a filing number or an unpaid bill", description = "The last step first, a thousand at most.")
    @ApiResponse(responseCode = "200", description = "The addresses",
            content = @Content(schema = @Schema(implementation = Address[].class)))
    public Response list(@QueryParam("state") @Parameter(description = "ENTERED, APPROVED, REJECTED or UNBOUND") String state) {
        Input.query("state", state, STATE, "one of " + STATE);
        List<Address> found = addresses().list(state == null ? null : PublicAddresses.State.valueOf(state), MOST);
        return Response.ok(found).build();
    }

    /** Shows. */
    @GET
    @Path("/{ip}")
    @Needs(Permission.USE_ADDRESSES)
    @Operation(summary = "A public address with its filing number and bill", description = "An applicant sees its own only.")
    @ApiResponse(responseCode = "200", description = "The address", content = @Content(schema = @Schema(implementation = Address.class)))
    public Response get(@PathParam("ip") String ip, @Context Actor actor) {
        return Response.ok(addresses().find(actor, ip)).build();
    }

    /** Binds. */
    @PUT
    @Path("/{ip}/number")
    @Consumes(MediaType.APPLICATION_JSON)
    @Needs(Permission.USE_ADDRESSES)
    @Operation(summary = "Enter the filing number for a public address", description = "Checked for its form and against the register; an"
            + " administrator then approves it.")
    @ApiResponse(responseCode = "200", description = "The address", content = @Content(schema = @Schema(implementation = Address.class)))
    public Response bind(@PathParam("ip") String ip, BoundNumber body, @Context Actor actor) {
        return Response.ok(addresses().bind(actor, ip, body.number())).build();
    }

    /** Decides. */
    @PUT
    @Path("/{ip}/approval")
    @Consumes(MediaType.APPLICATION_JSON)
    @Needs(Permission.APPROVE_PORT)
    @Operation(summary = "Approve the filing number of an address, or not", description = "Ports that its region closes open with it.")
    @ApiResponse(responseCode = "200", description = "The address", content = @Content(schema = @Schema(implementation = Address.class)))
    public Response decide(@PathParam("ip") String ip, PortApproval body, @Context Actor actor) {
        return Response.ok(addresses().decide(actor, ip, body.approved(), body.reason())).build();
    }

    /** Suspends. */
    @PUT
    @Path("/{ip}/suspension")
    @Needs(Permission.WRITE_RESOURCE)
    @Operation(summary = "Note that the bill of an address is not paid", description = "releaseAt says when it goes back to the pool: after"
            + " some days when it carries an approved filing number, otherwise now.")
    @ApiResponse(responseCode = "200", description = "The address", content = @Content(schema = @Schema(implementation = Address.class)))
    public Response suspend(@PathParam("ip") String ip, @Context Actor actor) {
        return Response.ok(addresses().suspend(actor, ip)).build();
    }

    /** Ends a suspension. */
    @DELETE
    @Path("/{ip}/suspension")
    @Needs(Permission.WRITE_RESOURCE)
    @Operation(summary = "Note that the bill of an address was paid")
    @ApiResponse(responseCode = "200", description = "The address", content = @Content(schema = @Schema(implementation = Address.class)))
    public Response resume(@PathParam("ip") String ip, @Context Actor actor) {
        return Response.ok(addresses().resume(actor, ip)).build();
    }

    /** Asks for a port. */
    @GET
    @Path("/{ip}/ports/{port}")
    @Needs(Permission.ASK_GATE)
    @Operation(summary = "May this port of this address be open?")
    @ApiResponse(responseCode = "200", description = "ALLOW, BLOCK or UNKNOWN, and why",
            content = @Content(schema = @Schema(implementation = PortDecision.class)))
    public Response port(@PathParam("ip") String ip, @PathParam("port") String port) {
        return Response.ok(addresses().port(ip, (int) Math.min(Input.number(port), 65_536))).build();
    }

    private PublicAddresses addresses() {
        return services.need(PublicAddresses.class);
    }
}
