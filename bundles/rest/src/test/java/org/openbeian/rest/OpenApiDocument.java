package org.openbeian.rest;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.jaxrs2.Reader;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.Discriminator;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.openbeian.api.model.InternetService;
import org.openbeian.core.json.ModelJson;

/** Writes the OpenAPI description of the resources. */
final class OpenApiDocument {

    private static final String DESCRIPTION = "Filing of websites and apps. Log in with HTTP Basic, a signature (POST"
            + " /me/keys), an OpenID Connect bearer token, or a browser's session (POST /session). Every change of an order"
            + " needs If-Match with the ETag of the order, or *. A POST may carry an Idempotency-Key: for 24 hours the same"
            + " request is answered the same without acting again. Errors are application/problem+json with all findings.";

    private OpenApiDocument() {
    }

    static String generate() throws Exception {
        ModelConverter model = new ModelResolver(ModelJson.mapper().copy());
        ModelConverters.getInstance().addConverter(model);
        try {
            Set<Class<?>> classes = new LinkedHashSet<>();
            RestServer.resources(new FakeServices(), null, null).forEach(resource -> classes.add(resource.getClass()));
            classes.add(GateDescription.class);
            OpenAPI document = new Reader(new OpenAPI()).read(classes);
            complete(document);
            ObjectMapper mapper = Json.mapper().copy();
            mapper.enable(SerializationFeature.INDENT_OUTPUT).enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);
            return mapper.writeValueAsString(document) + "\n";
        } finally {
            ModelConverters.getInstance().removeConverter(model);
        }
    }

    private static void complete(OpenAPI document) {
        document.info(new Info().title("OpenBeian").version("1").description(DESCRIPTION)
                .license(new License().name("Apache-2.0").url("https://www.apache.org/licenses/LICENSE-2.0")));
        document.servers(List.of(new Server().url(RestServer.ROOT)));
        document.security(List.of(new SecurityRequirement().addList("basic")));
        if (document.getComponents() == null) {
            document.components(new Components());
        }
        document.getComponents().addSecuritySchemes("basic",
                new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme("basic"));
        ModelConverters.getInstance().readAll(new AnnotatedType(Problem.class))
                .forEach(document.getComponents()::addSchemas);
        document.getComponents().getSchemas().remove("JsonNode");
        describeServices(document.getComponents());
        PermissionsTest.described().forEach(stated -> {
            Operation operation = document.getPaths().get(stated.template()).readOperationsMap()
                    .get(PathItem.HttpMethod.valueOf(stated.verb()));
            operation.addExtension("x-permission", stated.permission() == null ? "NONE" : stated.permission().name());
            if (stated.permission() == null) {
                operation.security(List.of());
            }
        });
        document.getPaths().forEach((path, item) -> item.readOperationsMap().forEach((method, operation) -> {
            operation.operationId(nameOf(method, path));
            complete(method, operation);
        }));
    }

    /** The two kinds of services are told apart by a property that is no component of their records. */
    private static void describeServices(Components components) {
        Discriminator kinds = new Discriminator().propertyName("kind");
        Schema<Object> service = new Schema<>();
        for (Class<?> type : InternetService.class.getPermittedSubclasses()) {
            String reference = "#/components/schemas/" + type.getSimpleName();
            String kind = type.getSimpleName().toUpperCase(Locale.ROOT);
            kinds.mapping(kind, reference);
            service.addOneOfItem(new Schema<>().$ref(reference));
            Schema<?> own = (Schema<?>) components.getSchemas().get(type.getSimpleName()).getAllOf().get(1);
            own.addProperty("kind", new StringSchema()._enum(List.of(kind)));
            own.addRequiredItem("kind");
            components.addSchemas(type.getSimpleName(), own);
        }
        components.addSchemas("InternetService", service.discriminator(kinds));
    }

    private static String nameOf(PathItem.HttpMethod method, String path) {
        StringBuilder name = new StringBuilder(method.name().toLowerCase(Locale.ROOT));
        for (String part : path.split("[^A-Za-z]+")) {
            if (!part.isEmpty()) {
                name.append(Character.toUpperCase(part.charAt(0))).append(part.substring(1));
            }
        }
        return name.toString();
    }

    private static void complete(PathItem.HttpMethod method, Operation operation) {
        Schema<Object> problem = new Schema<>();
        problem.set$ref("#/components/schemas/Problem");
        operation.getResponses().addApiResponse("default", new ApiResponse().description("What is wrong, with all findings")
                .content(new Content().addMediaType(Problem.MEDIA_TYPE, new MediaType().schema(problem))));
        if (operation.getParameters() != null) {
            for (Parameter parameter : operation.getParameters()) {
                if ("If-Match".equals(parameter.getName())) {
                    parameter.required(true).description("ETag of the order as it was read, or *");
                }
            }
        }
        if (method == PathItem.HttpMethod.POST) {
            operation.addParametersItem(new Parameter().in("header").name(OnceInvoker.KEY).required(false)
                    .description("Names this request for 24 hours, so that it may be repeated safely")
                    .schema(new Schema<String>().type("string").maxLength(200)));
        }
    }
}
