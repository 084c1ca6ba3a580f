package org.openbeian.rest;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
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
import org.openbeian.api.model.CertificateType;
import org.openbeian.api.order.Refusal;
import org.openbeian.api.resource.DomainRegistration;
import org.openbeian.api.resource.DomainRegistry;
import org.openbeian.api.rules.Circumstances.DomainState;
import org.openbeian.api.rules.Finding;
import org.openbeian.api.security.Actor;
import org.openbeian.api.security.Permission;
import org.openbeian.core.identifier.DomainName;

/** What is known of domains. */
@Path("/domains")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Resources", description = "Facts about the cloud resources that an access rests on")
public final class DomainsResource {

    private final Services services;

    DomainsResource(Services services) {
        this.services = services;
    }

    /**
     * What is known of a domain; each part may be missing.
     *
     * @param domain the registrable domain; the one of the address when null
     * @param account account whose domain it is
     * @param registrar name of the registrar
     * @param registrarApproved whether the ministry approved the registrar
     * @param overseasRegistrar whether the registrar lies abroad
     * @param registeredOn first day of the registration
     * @param expiresOn last day of the registration
     * @param privacy whether the registration hides its holder
     * @param realNameVerified whether the holder's real name was verified
     * @param realNameSince day on which it was verified
     * @param holderName name of the holder; a person's is masked in answers
     * @param holderCertificateType kind of the holder's document
     * @param holderCertificateNumber number of the holder's document; masked in answers
     * @param boughtOn day of the purchase
     * @param dataReceivedOn day on which the authority had the registration data
     * @param dataExpectedOn the same, or the third day after the purchase; in answers only
     */
    record DomainFacts(String domain, String account, String registrar, Boolean registrarApproved, Boolean overseasRegistrar,
            LocalDate registeredOn, LocalDate expiresOn, Boolean privacy, Boolean realNameVerified, LocalDate realNameSince,
            String holderName, CertificateType holderCertificateType, String holderCertificateNumber, LocalDate boughtOn,
            LocalDate dataReceivedOn, LocalDate dataExpectedOn) {

        static DomainFacts of(DomainRegistration clear) {
            DomainRegistration known = clear.masked();
            DomainState state = known.state();
            return new DomainFacts(state.domain(), known.account(), state.registrar(), state.registrarApproved(),
                    state.overseasRegistrar(), state.registeredOn(), state.expiresOn(), state.privacy(), state.realNameVerified(),
                    state.realNameSince(), state.holderName(), state.holderCertificateType(), state.holderCertificateNumber(),
                    known.boughtOn(), known.dataReceivedOn(), known.dataExpectedOn());
        }

        DomainRegistration as(String name) {
            return new DomainRegistration(account, new DomainState(name, registrar, registrarApproved, overseasRegistrar,
                    registeredOn, expiresOn, privacy, realNameVerified, realNameSince, holderName, holderCertificateType,
                    holderCertificateNumber, null, null), boughtOn, dataReceivedOn);
        }

        /** Names the domain only; the rest may be personal data. */
        @Override
        public String toString() {
            return "DomainFacts[" + domain + "]";
        }
    }

    /** The caller's own. */
    @GET
    @Needs(Permission.READ_RESOURCE)
    @Operation(summary = "The caller's own domains")
    @ApiResponse(responseCode = "200", description = "By name", content = @Content(schema = @Schema(implementation = DomainFacts[].class)))
    public Response own(@Context Actor actor) {
        return Response.ok(services.need(DomainRegistry.class).ofAccount(actor.account()).stream().map(DomainFacts::of).toList()).build();
    }

    /** One. */
    @GET
    @Path("/{domain}")
    @Needs(Permission.READ_RESOURCE)
    @Operation(summary = "What is known of a domain", description = "An applicant sees its own only.")
    @ApiResponse(responseCode = "200", description = "What is known; personal data is masked",
            content = @Content(schema = @Schema(implementation = DomainFacts.class)))
    public Response get(@PathParam("domain") String domain, @Context Actor actor) {
        return Response.ok(DomainFacts.of(DomainName.parse(domain).flatMap(name -> services.need(DomainRegistry.class).find(name.ascii()))
                .filter(found -> actor.isStaff() || actor.account().equals(found.account()))
                .orElseThrow(() -> new Refusal(Refusal.Kind.NOT_FOUND, "domain-not-found", "nothing is known of such a domain")))).build();
    }

    /** Stores. */
    @PUT
    @Path("/{domain}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Needs(Permission.WRITE_RESOURCE)
    @Operation(summary = "Store what is known of a domain", description = "Replaces what was known. What is not told is not known.")
    @ApiResponse(responseCode = "200", description = "What is known now; personal data is masked",
            content = @Content(schema = @Schema(implementation = DomainFacts.class)))
    public Response put(@PathParam("domain") String domain, DomainFacts body) {
        DomainName name = DomainName.parse(domain).orElse(null);
        if (name == null || !name.registrable().ascii().equals(name.ascii())) {
            throw wrong("the address must name a registrable domain", Texts.unknownValue("/domain",
                    name == null ? "a registrable domain" : name.registrable().unicode()));
        }
        if (body.domain() != null && !DomainName.parse(body.domain()).map(DomainName::ascii).filter(name.ascii()::equals).isPresent()) {
            throw wrong("the body names another domain than the address", Texts.unknownValue("/domain", name.unicode()));
        }
        if (body.dataExpectedOn() != null) {
            throw wrong("dataExpectedOn is worked out and cannot be set", Texts.unknownValue("/dataExpectedOn", "nothing"));
        }
        DomainRegistration registration = body.as(name.ascii());
        try {
            services.need(DomainRegistry.class).put(registration);
        } catch (UnsupportedOperationException e) {
            throw new Refusal(Refusal.Kind.WRONG_STATE, "registry-read-only", "the registry of this server is read from elsewhere");
        }
        return Response.ok(DomainFacts.of(registration)).build();
    }

    private static Trouble wrong(String detail, Finding finding) {
        return new Trouble(422, "body-does-not-fit", detail, List.of(finding));
    }
}
