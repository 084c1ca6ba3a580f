package org.openbeian.rest;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.openbeian.api.model.FilingType;
import org.openbeian.api.model.OrganizerNature;
import org.openbeian.api.order.ConsentText;
import org.openbeian.api.order.LegalTexts;
import org.openbeian.api.order.Orders;
import org.openbeian.api.order.Refusal;
import org.openbeian.api.resource.ResourceTypeProfile;
import org.openbeian.api.rules.ProvinceProfile;
import org.openbeian.api.rules.RequirementPage;
import org.openbeian.api.rules.RuleBooks;
import org.openbeian.api.security.Permission;
import org.openbeian.core.rules.RequirementMarkdown;

/** Texts to consent to, provinces served and what they ask, and the bundles that bring the rules. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Rules", description = "Provinces, rule bundles and the texts to consent to")
public final class RulesResource {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final String TYPE = "Filing type, FIRST when missing";
    private static final String NATURE = "Nature of the organizer, ENTERPRISE when missing";

    private final Services services;

    RulesResource(Services services) {
        this.services = services;
    }

    /** Consent texts. */
    @GET
    @Path("/consents")
    @Needs(Permission.READ_RULES)
    @Operation(summary = "The texts that must be consented to on submission, in the versions in force")
    @ApiResponse(responseCode = "200", description = "The texts",
            content = @Content(schema = @Schema(implementation = ConsentText[].class)))
    public Response consents() {
        return Response.ok(services.need(Orders.class).consentTexts()).build();
    }

    /** A version of a consent text. */
    @GET
    @Path("/consents/{text}/versions/{version}")
    @Needs(Permission.READ_RULES)
    @Operation(summary = "A version of a text that is or was consented to",
            description = "Orders name the versions that their applicants consented to; each of them stays readable.")
    @ApiResponse(responseCode = "200", description = "The text", content = @Content(schema = @Schema(implementation = ConsentText.class)))
    public Response consent(@PathParam("text") String text, @PathParam("version") String version) {
        return Response.ok(services.need(LegalTexts.class).kept(Input.id(text), Input.id(version))
                .or(() -> services.need(Orders.class).consentTexts().stream()
                        .filter(one -> one.id().equals(text) && one.version().equals(version)).findFirst())
                .orElseThrow(() -> new Refusal(Refusal.Kind.NOT_FOUND, "consent-text-not-found",
                        "this version of the text is not in force, and nobody consented to it"))).build();
    }

    /** Resource types. */
    @GET
    @Path("/resource-types")
    @Needs(Permission.READ_RULES)
    @Operation(summary = "The kinds of resources that a service may rest on",
            description = "Each with its conditions, its capacity and examples of resources that qualify and that do not.")
    @ApiResponse(responseCode = "200", description = "By kind",
            content = @Content(schema = @Schema(implementation = ResourceTypeProfile[].class)))
    public Response resourceTypes() {
        return Response.ok(services.need(RuleBooks.class).current().resourceTypes()).build();
    }

    /** Provinces. */
    @GET
    @Path("/provinces")
    @Needs(Permission.READ_RULES)
    @Operation(summary = "The provinces whose rules are there")
    @ApiResponse(responseCode = "200", description = "Profiles by province code",
            content = @Content(schema = @Schema(implementation = ProvinceProfile[].class)))
    public Response provinces() {
        return Response.ok(services.need(RuleBooks.class).current().profiles()).build();
    }

    /** A province. */
    @GET
    @Path("/provinces/{province}")
    @Needs(Permission.READ_RULES)
    @Operation(summary = "One province")
    @ApiResponse(responseCode = "200", description = "Its profile",
            content = @Content(schema = @Schema(implementation = ProvinceProfile.class)))
    public Response province(@PathParam("province") String province) {
        return Response.ok(services.need(RuleBooks.class).current().profile(Input.id(province)).orElseThrow(
                () -> new Refusal(Refusal.Kind.NOT_FOUND, "province-not-served", "no rule bundle serves this province")))
                .build();
    }

    /** The page as data. */
    @GET
    @Path("/provinces/{province}/requirements")
    @Needs(Permission.READ_RULES)
    @Operation(summary = "What the province asks of an applicant",
            description = "Fields, materials and rules that concern this filing type and nature, with sources;"
                    + " what no source tells is named.")
    @ApiResponse(responseCode = "200", description = "The requirement page",
            content = @Content(schema = @Schema(implementation = RequirementPage.class)))
    public Response requirements(@PathParam("province") String province,
            @QueryParam("type") @Parameter(description = TYPE) String type,
            @QueryParam("nature") @Parameter(description = NATURE) String nature) {
        return Response.ok(page(province, type, nature)).build();
    }

    /** The page for people. */
    @GET
    @Path("/provinces/{province}/requirements.md")
    @Produces("text/markdown; charset=utf-8")
    @Needs(Permission.READ_RULES)
    @Operation(summary = "The same as a text in Markdown")
    @ApiResponse(responseCode = "200", description = "The requirement page",
            content = @Content(mediaType = "text/markdown", schema = @Schema(type = "string")))
    public Response text(@PathParam("province") String province,
            @QueryParam("type") @Parameter(description = TYPE) String type,
            @QueryParam("nature") @Parameter(description = NATURE) String nature,
            @QueryParam("lang") @Parameter(description = "zh or en, zh when missing") String lang) {
        Language language = Input.query("lang", lang, Language.class);
        return Response.ok(RequirementMarkdown.of(page(province, type, nature), language != Language.en)).build();
    }

    /** The form. */
    @GET
    @Path("/provinces/{province}/form")
    @Needs(Permission.READ_RULES)
    @Operation(summary = "The form of a draft as a JSON Schema",
            description = "Core fields and those of the province, with labels in Chinese and English;"
                    + " required are those that validation asks for.")
    @ApiResponse(responseCode = "200", description = "JSON Schema, draft 2020-12", content = @Content(schema = @Schema(type = "object")))
    public Response form(@PathParam("province") String province,
            @QueryParam("type") @Parameter(description = TYPE) String type,
            @QueryParam("nature") @Parameter(description = NATURE) String nature) {
        return Response.ok(services.need(RuleBooks.class).current().form(Input.id(province), type(type), nature(nature), today())
                .orElseThrow(RulesResource::notServed)).build();
    }

    /** Bundles. */
    @GET
    @Path("/rule-bundles")
    @Needs(Permission.READ_SYSTEM)
    @Operation(summary = "Every installed rule bundle", description = "Serving, shadowed by a higher version, or refused and why.")
    @ApiResponse(responseCode = "200", description = "By province and version",
            content = @Content(schema = @Schema(implementation = RuleBooks.Candidate[].class)))
    public Response bundles() {
        return Response.ok(services.need(RuleBooks.class).candidates()).build();
    }

    private RequirementPage page(String province, String type, String nature) {
        return services.need(RuleBooks.class).current().requirements(Input.id(province), type(type), nature(nature), today())
                .orElseThrow(RulesResource::notServed);
    }

    private LocalDate today() {
        return LocalDate.now(services.need(Clock.class).withZone(SHANGHAI));
    }

    private static FilingType type(String type) {
        return type == null ? FilingType.FIRST : Input.query("type", type, FilingType.class);
    }

    private static OrganizerNature nature(String nature) {
        return nature == null ? OrganizerNature.ENTERPRISE : Input.query("nature", nature, OrganizerNature.class);
    }

    private static Refusal notServed() {
        return new Refusal(Refusal.Kind.NOT_FOUND, "province-not-served", "no rule bundle serves this province");
    }

    /** Languages of the text, as they stand in a query. */
    private enum Language { zh, en }
}
