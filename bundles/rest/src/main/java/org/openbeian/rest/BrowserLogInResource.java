package org.openbeian.rest;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Map;
import java.util.Optional;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.apache.cxf.jaxrs.ext.MessageContext;
import org.apache.cxf.jaxrs.utils.JAXRSUtils;
import org.openbeian.api.account.ExternalLogIns.Begun;
import org.openbeian.api.account.ExternalLogIns;
import org.openbeian.api.account.Sessions;
import org.openbeian.api.security.Actor;

/** Log-in of browsers at the operator's OpenID Connect provider. */
@Path("/session/oidc")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Log-in")
public final class BrowserLogInResource {

    /** Cookie that holds a log-in's secret while the browser is at the provider; Lax, as the provider sends the browser back. */
    static final String COOKIE = "openbeian-login";

    private static final int MINUTES_AWAY = 10;

    private final Services services;

    BrowserLogInResource(Services services) {
        this.services = services;
    }

    /** Sends the browser to the provider. */
    @GET
    @Open
    @Operation(summary = "Log in at the operator's OpenID Connect provider", description = "Sends the browser to the provider's page;"
            + " from there it comes back with a session.")
    @ApiResponse(responseCode = "303", description = "The provider's page is in Location")
    public Response begin(@Context MessageContext context) {
        Begun begun = services.need(ExternalLogIns.class).begin();
        return Response.seeOther(begun.address())
                .header(HttpHeaders.SET_COOKIE, cookie(context, begun.secret(), MINUTES_AWAY * 60)).build();
    }

    /** Takes the browser back from the provider. */
    @GET
    @Path("/callback")
    @Open
    @Operation(summary = "Where the provider sends the browser back to", description = "Opens a session for the account that the"
            + " identity is linked to, and leads to the start page.")
    @ApiResponse(responseCode = "303", description = "Logged in; the session is in a cookie")
    public Response end(@QueryParam("state") @Parameter(description = "As it was sent to the provider") String state,
            @QueryParam("code") @Parameter(description = "The provider's code") String code, @Context MessageContext context) {
        String address = Callers.address(JAXRSUtils.getCurrentMessage());
        Optional<Actor> actor = Callers.cookie(JAXRSUtils.getCurrentMessage(), COOKIE).flatMap(secret -> services.need(ExternalLogIns.class)
                .finish(secret, state == null ? "" : state, code == null ? "" : code, address));
        if (actor.isEmpty()) {
            throw new Trouble(401, "log-in-refused", "the provider's answer does not belong to a log-in of this browser, or the"
                    + " identity is linked to no account; log in again, or ask the operator to link it",
                    Map.of(HttpHeaders.SET_COOKIE, cookie(context, "", 0)));
        }
        return Response.status(Response.Status.SEE_OTHER).header(HttpHeaders.LOCATION, "/")
                .header(HttpHeaders.SET_COOKIE, cookie(context, "", 0))
                .header(HttpHeaders.SET_COOKIE, Callers.session(context,
                        services.need(Sessions.class).open(actor.get()).token(), "")).build();
    }

    private static String cookie(MessageContext context, String value, int seconds) {
        return COOKIE + "=" + value + "; Path=" + RestServer.ROOT + "/session/oidc; HttpOnly; SameSite=Lax; Max-Age=" + seconds
                + (context.getHttpServletRequest().isSecure() ? "; Secure" : "");
    }
}
