package org.openbeian.rest;

import io.swagger.v3.oas.annotations.Hidden;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;

/** The description of this interface: a file of the bundle, held against the resources by a test of the build. */
@Path("/openapi.json")
@Hidden
public final class OpenApiResource {

    static final String FILE = "openapi.json";

    /** The description. */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Open
    public Response get() {
        try (InputStream in = OpenApiResource.class.getResourceAsStream(FILE)) {
            return Response.ok(in.readAllBytes()).build();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
