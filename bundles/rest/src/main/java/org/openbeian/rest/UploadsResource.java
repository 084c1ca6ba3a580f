package org.openbeian.rest;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.stream.Collectors;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.PUT;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.apache.cxf.jaxrs.utils.JAXRSUtils;
import org.openbeian.api.channel.HtmlText;
import org.openbeian.api.order.Refusal;
import org.openbeian.api.order.UploadLinks;
import org.openbeian.api.order.UploadLinks.UploadTask;

/** What is behind a link for upload by phone. */
@Path("/uploads/{token}")
@Tag(name = "Materials")
public final class UploadsResource {

    private static final String PAGE = "text/html;charset=UTF-8";
    private static final String HEAD = "<!DOCTYPE html>\n<html lang=\"zh-CN\"><head><meta charset=\"UTF-8\"><meta name=\"viewport\""
            + " content=\"width=device-width,initial-scale=1\"><title>上传材料 / Upload</title></head><body"
            + " style=\"font-family:sans-serif;line-height:1.6\">";
    private static final String SCRIPT = """
        document.getElementById('f').onchange = async e => {
          const file = e.target.files[0], told = document.getElementById('told');
          if (!file) return;
          told.textContent = '正在上传… / Uploading…';
          try {
            const answer = await fetch(location.href, {method: 'PUT', headers: {'Content-Type': file.type}, body: file});
            if (answer.ok) {
              e.target.disabled = true;
              told.textContent = '已上传，请回到电脑继续。 / Uploaded; go on at the computer.';
            } else {
              told.textContent = '未能上传： / Not uploaded: ' + (await answer.json()).detail;
            }
          } catch (x) {
            told.textContent = '网络中断，请重试。 / The network failed; try again.';
          }
        };
        """;

    private final Services services;

    UploadsResource(Services services) {
        this.services = services;
    }

    /**
     * Refuses a link that is over. Anybody can send here, so this is done before anything of a body is read.
     *
     * @throws org.openbeian.api.order.Refusal as {@link UploadLinks#task} does
     */
    static void check(Services services, String token) {
        services.need(UploadLinks.class).task(token);
    }

    /** The page that a phone opens. */
    @GET
    @Open
    @Produces({PAGE, MediaType.APPLICATION_JSON})
    @Operation(summary = "Page behind a link for upload by phone", description = "Takes or chooses a picture and uploads it; changes"
            + " nothing by itself.")
    @ApiResponse(responseCode = "200", description = "The page", content = @Content(mediaType = "text/html",
            schema = @Schema(type = "string")))
    public Response uploadPage(@PathParam("token") @Parameter(description = "What the link ends with") String token,
            @Context HttpHeaders headers) {
        UploadTask task;
        try {
            task = services.need(UploadLinks.class).task(token);
        } catch (Refusal over) {
            if (over.kind() != Refusal.Kind.NOT_FOUND || !headers.getAcceptableMediaTypes().contains(MediaType.TEXT_HTML_TYPE)) {
                throw over;
            }
            return Response.status(404).entity(HEAD + "<h1>链接已失效 / This link is over</h1><p>链接只能使用一次，并有时限。请回到电脑，在订单中重新生成。</p>"
                    + "<p>A link works once, and for a short time. Make another one in the order, at the computer.</p></body></html>\n")
                    .type(PAGE).build();
        }
        String name = HtmlText.escape(task.name().zh() + " / " + task.name().en());
        String conditions = task.conditions().stream().map(one -> "<li>" + HtmlText.escape(one.zh() + " / " + one.en()) + "</li>")
                .collect(Collectors.joining());
        return Response.ok(HEAD + "<h1>" + name + "</h1><ul>" + conditions + "</ul><p><label>"
                + "拍照或选择图片 / Take or choose a picture<br><input id=\"f\" type=\"file\" accept=\"image/jpeg,image/png\"></label></p>"
                + "<p id=\"told\" role=\"status\"></p><script>" + SCRIPT + "</script></body></html>\n", PAGE)
                .header("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-" + digest(SCRIPT)
                        + "'; connect-src 'self'; frame-ancestors 'none'").build();
    }

    /** Takes the picture. */
    @PUT
    @Open
    @Consumes({"image/jpeg", "image/png"})
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Upload the picture for which a link was made", description = "It is checked as any upload; one that is refused"
            + " leaves the link as it is, and one that is taken ends it.")
    @RequestBody(required = true, content = {
        @Content(mediaType = "image/jpeg", schema = @Schema(type = "string", format = "binary")),
        @Content(mediaType = "image/png", schema = @Schema(type = "string", format = "binary"))})
    @ApiResponse(responseCode = "204", description = "Taken; the link is over")
    public Response uploadPicture(@PathParam("token") @Parameter(description = "What the link ends with") String token,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) String contentType, byte[] picture) {
        services.need(UploadLinks.class).upload(token, MaterialsResource.mediaType(contentType), picture,
                Callers.address(JAXRSUtils.getCurrentMessage()));
        return Response.noContent().build();
    }

    private static String digest(String script) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            return Base64.getEncoder().encodeToString(sha256.digest(script.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is not to be had from this Java", e);
        }
    }
}
