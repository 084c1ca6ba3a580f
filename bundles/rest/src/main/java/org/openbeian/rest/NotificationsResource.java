package org.openbeian.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
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
import org.openbeian.api.channel.MessageTemplates;
import org.openbeian.api.channel.MessageType;
import org.openbeian.api.channel.NotificationChannel.AddressKind;
import org.openbeian.api.channel.NotificationPreferences;
import org.openbeian.api.channel.Preferences;
import org.openbeian.api.order.Refusal;
import org.openbeian.api.security.Actor;
import org.openbeian.api.security.Permission;

/** The catalogue of messages, their templates, and how one wants to be told. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Messages", description = "What is told to whom, and how one wants to be told")
public final class NotificationsResource {

    private static final String TOKEN = "[0-9a-f]{96}";

    private final Services services;

    /**
     * How one wants to be told. Mandatory messages are not touched by what is switched off.
     *
     * @param language zh-CN or en; null for both where there is room
     * @param formsOff ways that are switched off: email, sms, im, webhook
     * @param messagesOff ids of messages that are not wanted
     * @param quietFrom when the quiet hours begin, Beijing time, such as 22:00; null for those of the server
     * @param quietTo when they end; the same as their begin for none
     */
    record Choice(String language, List<String> formsOff, List<String> messagesOff, String quietFrom, String quietTo) {

        static Choice of(Preferences kept) {
            LocalTime from = kept.quietFrom();
            LocalTime to = kept.quietTo();
            return new Choice(kept.language(), List.copyOf(new TreeSet<>(kept.formsOff())),
                    List.copyOf(new TreeSet<>(kept.messagesOff())), from == null ? null : from.toString(),
                    to == null ? null : to.toString());
        }

        Preferences preferences() {
            return new Preferences(language, set(formsOff), set(messagesOff), time("/quietFrom", quietFrom), time("/quietTo", quietTo));
        }

        private static Set<String> set(List<String> list) {
            return list == null ? Set.of() : Set.copyOf(list);
        }

        private static LocalTime time(String pointer, String text) {
            try {
                return text == null ? null : LocalTime.parse(text);
            } catch (DateTimeParseException e) {
                throw new Trouble(422, "body-does-not-fit", "a time is written like 22:00",
                        List.of(Texts.unknownValue(pointer, "22:00")));
            }
        }
    }

    /**
     * A person in the caller's orders.
     *
     * @param address e-mail address or mobile number
     */
    record Person(@JsonProperty(required = true) String address) {

        /** Tells nothing. */
        @Override
        public String toString() {
            return "Person[***]";
        }
    }

    /**
     * What is chosen for a person in the caller's orders.
     *
     * @param address e-mail address or mobile number
     * @param choice how the person wants to be told
     */
    record PersonChoice(@JsonProperty(required = true) String address, @JsonProperty(required = true) Choice choice) {

        /** Tells nothing. */
        @Override
        public String toString() {
            return "PersonChoice[***]";
        }
    }

    NotificationsResource(Services services) {
        this.services = services;
    }

    /** The catalogue. */
    @GET
    @Path("/messages")
    @Needs(Permission.USE_ACCOUNT)
    @Operation(summary = "The catalogue of messages")
    @ApiResponse(responseCode = "200", description = "By id", content = @Content(schema = @Schema(implementation = MessageType[].class)))
    public Response messages() {
        return Response.ok(services.need(MessageTemplates.class).messages()).build();
    }

    /** Templates. */
    @GET
    @Path("/messages/templates")
    @Needs(Permission.READ_SYSTEM)
    @Operation(summary = "The templates in force, and those that were refused")
    @ApiResponse(responseCode = "200", description = "By message, form and language; refused ones first",
            content = @Content(schema = @Schema(implementation = MessageTemplates.Template[].class)))
    public Response templates() {
        return Response.ok(services.need(MessageTemplates.class).templates()).build();
    }

    /** A preview. */
    @GET
    @Path("/messages/{message}/preview")
    @Needs(Permission.READ_SYSTEM)
    @Operation(summary = "A message with sample data")
    @ApiResponse(responseCode = "200", description = "As it would look",
            content = @Content(schema = @Schema(implementation = MessageTemplates.Preview.class)))
    public Response preview(@PathParam("message") String message,
            @QueryParam("form") @Parameter(description = "inbox, email, sms, im, webhook or a channel; inbox when missing") String form,
            @QueryParam("language") @Parameter(description = "zh-CN or en; zh-CN when missing") String language) {
        return Response.ok(services.need(MessageTemplates.class).preview(Input.name(message), form == null ? "inbox" : form,
                language == null ? "zh-CN" : language)).build();
    }

    /** One's own choice. */
    @GET
    @Path("/me/preferences")
    @Needs(Permission.USE_ACCOUNT)
    @Operation(summary = "How the caller wants to be told")
    @ApiResponse(responseCode = "200", description = "The choice", content = @Content(schema = @Schema(implementation = Choice.class)))
    public Response own(@Context Actor actor) {
        return Response.ok(Choice.of(services.need(NotificationPreferences.class).ofAccount(actor))).build();
    }

    /** Chooses. */
    @PUT
    @Path("/me/preferences")
    @Consumes(MediaType.APPLICATION_JSON)
    @Needs(Permission.USE_ACCOUNT)
    @Operation(summary = "Choose how the caller wants to be told", description = "Replaces the choice. What a mandatory message tells"
            + " cannot be switched off, and the inbox always stays.")
    @ApiResponse(responseCode = "200", description = "The choice", content = @Content(schema = @Schema(implementation = Choice.class)))
    public Response choose(Choice body, @Context Actor actor) {
        services.need(NotificationPreferences.class).setOfAccount(actor, body.preferences());
        return own(actor);
    }

    /** A person's choice. */
    @POST
    @Path("/me/preferences/persons")
    @Consumes(MediaType.APPLICATION_JSON)
    @Needs(Permission.USE_ACCOUNT)
    @Operation(summary = "How a person in the caller's orders wants to be told", description = "Only reads; the address is in the body as"
            + " it must not stand in logs.")
    @ApiResponse(responseCode = "200", description = "The choice", content = @Content(schema = @Schema(implementation = Choice.class)))
    public Response person(Person body, @Context Actor actor) {
        return Response.ok(Choice.of(services.need(NotificationPreferences.class).ofPerson(actor, kind(body.address()),
                body.address()))).build();
    }

    /** Chooses for a person. */
    @PUT
    @Path("/me/preferences/persons")
    @Consumes(MediaType.APPLICATION_JSON)
    @Needs(Permission.USE_ACCOUNT)
    @Operation(summary = "Choose how a person in the caller's orders is told", description = "Counts in the caller's orders only.")
    @ApiResponse(responseCode = "200", description = "The choice", content = @Content(schema = @Schema(implementation = Choice.class)))
    public Response choosePerson(PersonChoice body, @Context Actor actor) {
        services.need(NotificationPreferences.class).setOfPerson(actor, kind(body.address()), body.address(), body.choice().preferences());
        return Response.ok(body.choice()).build();
    }

    private static AddressKind kind(String address) {
        return address.indexOf('@') >= 0 ? AddressKind.EMAIL : AddressKind.MOBILE;
    }

    /** A page with a button: a link that acts would be followed by scanners of mail. */
    @GET
    @Path("/unsubscribe/{token}")
    @Open
    @Produces("text/html;charset=UTF-8")
    @Operation(summary = "Page behind the link in mails that can be ended", description = "Has a button; changes nothing.")
    @ApiResponse(responseCode = "200", description = "The page")
    public Response unsubscribePage(@PathParam("token") String token) {
        if (!token.matches(TOKEN)) {
            throw unknown();
        }
        return page("不再接收此类邮件 / Unsubscribe", "<form method=\"post\"><button>确认退订 / Confirm</button></form>");
    }

    /** Ends mails. */
    @POST
    @Path("/unsubscribe/{token}")
    @Open
    @Produces("text/html;charset=UTF-8")
    @Operation(summary = "End the mails that can be ended, for one address", description = "One click, as RFC 8058 has it.")
    @ApiResponse(responseCode = "200", description = "Ended")
    public Response unsubscribe(@PathParam("token") String token) {
        if (!services.need(NotificationPreferences.class).unsubscribe(token)) {
            throw unknown();
        }
        return page("已退订 / Unsubscribed", "<p>备案流程的必要通知仍会发送。 Mandatory notices of filings are still sent.</p>");
    }

    private static Response page(String title, String content) {
        return Response.ok("<!DOCTYPE html>\n<html lang=\"zh-CN\"><head><meta charset=\"UTF-8\"><title>" + title
                + "</title></head><body><h1>" + title + "</h1>" + content + "</body></html>\n", "text/html;charset=UTF-8")
                .header("Content-Security-Policy", "default-src 'none'; form-action 'self'; frame-ancestors 'none'").build();
    }

    private static Refusal unknown() {
        return new Refusal(Refusal.Kind.NOT_FOUND, "not-found", "there is nothing at this address");
    }
}
