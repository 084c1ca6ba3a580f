package org.openbeian.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
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
import org.openbeian.api.channel.HtmlText;
import org.openbeian.api.order.Refusal;
import org.openbeian.api.security.Actor;
import org.openbeian.api.security.Permission;
import org.openbeian.api.site.SiteFooter;
import org.openbeian.api.site.SiteView;
import org.openbeian.api.site.Sites;

/** Granted websites and what is owed for them. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Sites", description = "After the grant: footer, its inspection, duties with their dates (T-45 to T-55, T-93 to T-95)")
public final class SitesResource {

    private static final String SITE = "The site with its duties";
    private static final String FRAGMENT = "text/html;charset=UTF-8";
    private static final int HOST_MOST = 253;

    private final Services services;

    /**
     * When a site opened.
     *
     * @param openedOn day in Asia/Shanghai, or null to take it back
     */
    record Opening(LocalDate openedOn) {
    }

    /**
     * A public-security number.
     *
     * @param number such as 粤公网安备44030502000001号
     * @param grantedOn day in Asia/Shanghai on which it was granted
     */
    record GrantedNumber(@JsonProperty(required = true) String number, @JsonProperty(required = true) LocalDate grantedOn) {
    }

    SitesResource(Services services) {
        this.services = services;
    }

    /** Sites. */
    @GET
    @Path("/sites")
    @Needs(Permission.READ_ORDER)
    @Operation(summary = "Granted websites with what is owed for each, newest first")
    @ApiResponse(responseCode = "200", description = "Those that the caller sees; Link names the next page",
            content = @Content(schema = @Schema(implementation = SiteView[].class)))
    public Response list(@QueryParam("order") String order, @QueryParam("overdue") String overdue,
            @QueryParam("before") String before, @QueryParam("limit") String limit, @Context UriInfo uri, @Context Actor actor) {
        int most = (int) Input.query("limit", limit, 1, Sites.MOST, Sites.MOST);
        List<SiteView> page = services.need(Sites.class).list(actor, order == null ? null : Input.id(order),
                Input.query("overdue", overdue), before == null ? null : Input.id(before), most);
        return Replies.page(uri, page, most, "before", view -> view.site().id());
    }

    /** A site. */
    @GET
    @Path("/sites/{site}")
    @Needs(Permission.READ_ORDER)
    @Operation(summary = "One site")
    @ApiResponse(responseCode = "200", description = SITE, content = @Content(schema = @Schema(implementation = SiteView.class)))
    public Response get(@PathParam("site") String id, @Context Actor actor) {
        return Response.ok(services.need(Sites.class).get(actor, Input.id(id))).build();
    }

    /** Records the opening. */
    @PUT
    @Path("/sites/{site}/opening")
    @Consumes(MediaType.APPLICATION_JSON)
    @Needs(Permission.TEND_SITE)
    @Operation(summary = "Record the day on which the site opened", description = "Its duties count from it; null takes it back.")
    @ApiResponse(responseCode = "200", description = SITE, content = @Content(schema = @Schema(implementation = SiteView.class)))
    public Response open(@PathParam("site") String id, Opening body, @Context Actor actor) {
        return Response.ok(services.need(Sites.class).opened(actor, Input.id(id), body.openedOn())).build();
    }

    /** Records the public-security number. */
    @PUT
    @Path("/sites/{site}/police-number")
    @Consumes(MediaType.APPLICATION_JSON)
    @Needs(Permission.TEND_SITE)
    @Operation(summary = "Record the public-security number", description = "Its characters and digits must be of the site's province.")
    @ApiResponse(responseCode = "200", description = SITE, content = @Content(schema = @Schema(implementation = SiteView.class)))
    public Response police(@PathParam("site") String id, GrantedNumber body, @Context Actor actor) {
        return Response.ok(services.need(Sites.class).policeGranted(actor, Input.id(id), body.number(), body.grantedOn())).build();
    }

    /** Inspects. */
    @POST
    @Path("/sites/{site}/inspection")
    @Needs(Permission.TEND_SITE)
    @Operation(summary = "Fetch the home page now and compare its footer", description = "From public addresses alone, also after"
            + " redirects. Where the page misses something that its scripts may bring, a browser runs them, if the server has one. Takes"
            + " seconds as a rule, and some minutes where nothing answers at any address or the browser has to be waited for; the report"
            + " says exactly what is wrong.")
    @ApiResponse(responseCode = "200", description = "The site with the report",
            content = @Content(schema = @Schema(implementation = SiteView.class)))
    public Response inspect(@PathParam("site") String id, @Context Actor actor) {
        return Response.ok(services.need(Sites.class).inspect(actor, Input.id(id))).build();
    }

    /** The footer. */
    @GET
    @Path("/sites/{site}/footer")
    @Produces({MediaType.APPLICATION_JSON, FRAGMENT})
    @Needs(Permission.READ_ORDER)
    @Operation(summary = "What the pages of a host must show", description = "As JSON, or with Accept: text/html as the code to paste.")
    @ApiResponse(responseCode = "200", description = "The footer", content = {
        @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = SiteFooter.class)),
        @Content(mediaType = MediaType.TEXT_HTML, schema = @Schema(type = "string"))})
    public Response footer(@PathParam("site") String id, @QueryParam("host") String host, @Context HttpHeaders headers,
            @Context Actor actor) {
        SiteFooter footer = services.need(Sites.class).footer(actor, Input.id(id), host);
        boolean html = headers.getAcceptableMediaTypes().stream().findFirst().filter(MediaType.TEXT_HTML_TYPE::isCompatible)
                .filter(type -> !type.isWildcardType()).isPresent();
        return html ? Response.ok(footer.html(), FRAGMENT).build() : Response.ok(footer, MediaType.APPLICATION_JSON).build();
    }

    /** How it looks. */
    @GET
    @Path("/sites/{site}/footer/preview")
    @Produces({FRAGMENT, MediaType.APPLICATION_JSON})
    @Needs(Permission.READ_ORDER)
    @Operation(summary = "An example of a home page with the footer", description = "悬挂示例 (T-57): self-contained and without script.")
    @ApiResponse(responseCode = "200", description = "HTML", content = @Content(mediaType = MediaType.TEXT_HTML,
            schema = @Schema(type = "string")))
    public Response preview(@PathParam("site") String id, @QueryParam("host") String host, @Context Actor actor) {
        SiteFooter footer = services.need(Sites.class).footer(actor, Input.id(id), host);
        return Response.ok("<!DOCTYPE html>\n<html lang=\"zh-CN\"><head><meta charset=\"UTF-8\"><title>悬挂示例 "
                + HtmlText.escape(footer.host()) + "</title><style>body{display:flex;flex-direction:column;min-height:95vh;"
                + "text-align:center}main{flex:1}</style></head>\n"
                + "<body><main><h1>" + HtmlText.escape(footer.host()) + "</h1><p>首页内容</p></main>\n<footer>" + footer.html()
                + "</footer></body></html>\n", FRAGMENT).header(Prints.POLICY, Prints.STYLED + "; img-src 'self' https:").build();
    }

    /** The footer as an include. */
    @GET
    @Path("/footers/{host}")
    @Produces({FRAGMENT, MediaType.APPLICATION_JSON})
    @Open
    @Operation(summary = "The footer of a host as an include without script", description = "For server-side includes and build scripts:"
            + " open to everybody, since all of it stands on the page.")
    @ApiResponse(responseCode = "200", description = "HTML", content = @Content(mediaType = MediaType.TEXT_HTML,
            schema = @Schema(type = "string")))
    @ApiResponse(responseCode = "404", description = "No site here has this host")
    public Response include(@PathParam("host") String host) {
        SiteFooter footer = Optional.of(host).filter(name -> name.length() <= HOST_MOST).flatMap(services.need(Sites.class)::footer)
                .orElseThrow(() -> new Refusal(Refusal.Kind.NOT_FOUND, "not-found", "no site here has this host"));
        return Response.ok(footer.html(), FRAGMENT).header(HttpHeaders.CACHE_CONTROL, "public, max-age=3600").build();
    }
}
