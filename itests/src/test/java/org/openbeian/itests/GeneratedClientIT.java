package org.openbeian.itests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import org.junit.Test;
import org.openbeian.client.ApiClient;
import org.openbeian.client.ApiException;
import org.openbeian.client.JSON;
import org.openbeian.client.api.MaterialsApi;
import org.openbeian.client.api.OrdersApi;
import org.openbeian.client.api.ResourcesApi;
import org.openbeian.client.api.RulesApi;
import org.openbeian.client.api.TransitionsApi;
import org.openbeian.client.model.Agreement;
import org.openbeian.client.model.Application;
import org.openbeian.client.model.Call;
import org.openbeian.client.model.ConsentText;
import org.openbeian.client.model.InternetService;
import org.openbeian.client.model.NewOrder;
import org.openbeian.client.model.Order;
import org.openbeian.client.model.Organizer;
import org.openbeian.client.model.Principal;
import org.openbeian.client.model.Problem;
import org.openbeian.client.model.Progress;
import org.openbeian.client.model.Resource;
import org.openbeian.client.model.Submission;

import org.openbeian.demo.SampleFiling;
import org.openbeian.demo.SampleFiling.Place;
import org.openbeian.demo.SamplePictures;
import org.openbeian.demo.ServerProcess;

/** A client that a stranger's tool generated from the published description, and that this build compiled, files one order. */
public class GeneratedClientIT {

    private static final String ANY = "*";

    private final SampleFiling data = new SampleFiling(Place.GUANGDONG, 640_500);

    @Test
    public void aGeneratedClientFilesAnOrderUpToItsNumber() throws Exception {
        ServerProcess server = TestServer.shared();
        ApiClient applicant = client(server, "applicant");
        JsonNode resource = data.resource("applicant", LocalDate.now());
        new ResourcesApi(client(server, "operator")).putResourcesKindId("cvm", data.resourceId(), as(resource, Resource.class));
        OrdersApi orders = new OrdersApi(applicant);
        String id = orders.postOrders("generated-client", new NewOrder().type(NewOrder.TypeEnum.FIRST)).getId();
        Problem problem = problem(assertThrows(ApiException.class, () -> submit(applicant, id)));
        assertTrue("each finding is read", problem.getFindings().size() > 3);
        fillIn(applicant, id);
        assertEquals(Progress.StateEnum.PRE_REVIEW, submit(applicant, id).getProgress().getState());
        TransitionsApi specialist = new TransitionsApi(client(server, "specialist"));
        specialist.postOrdersOrderIdClaim(id, ANY, null);
        specialist.postOrdersOrderIdCalls(id, ANY, null,
                new Call().answered(true).knowsOfFiling(true).lastSixMatch(true).dataConfirmed(true));
        specialist.postOrdersOrderIdPass(id, ANY, null);
        TestServer.await("the number", Duration.ofSeconds(60), () -> state(orders, id) == Progress.StateEnum.APPROVED);
        assertTrue(orders.getOrdersOrderId(id, null).getGrant().getServiceNumbers().get(0).matches("粤ICP备\\d{10}号-1"));
    }

    private void fillIn(ApiClient applicant, String id) throws Exception {
        Organizer organizer = as(data.organizer(), Organizer.class);
        Principal principal = as(data.principal(), Principal.class);
        organizer.getLegalRepresentative().setCertificateNumber(principal.getCertificateNumber());
        organizer.setPrincipal(principal);
        new OrdersApi(applicant).patchOrdersOrderId(id, ANY, new Application().organizer(organizer)
                .addServicesItem(as(data.website(data.principal()), InternetService.class)));
        upload(applicant, id, "unit-certificate", "/organizer");
        upload(applicant, id, "guangdong-pledge", "/organizer");
        upload(applicant, id, "id-card-portrait", "/organizer/principal");
        upload(applicant, id, "id-card-emblem", "/organizer/principal");
    }

    private static void upload(ApiClient applicant, String id, String type, String subject) throws Exception {
        File picture = Files.write(Path.of("target", type + ".jpg"), SamplePictures.card(type)).toFile();
        new MaterialsApi(applicant).putOrdersOrderIdMaterialsMaterial(id, type, ANY, picture, subject, "image/jpeg");
    }

    private static Order submit(ApiClient applicant, String id) throws ApiException {
        Submission submission = new Submission();
        for (ConsentText text : new RulesApi(applicant).getConsents()) {
            submission.addConsentsItem(new Agreement().text(text.getId()).version(text.getVersion()));
        }
        return new TransitionsApi(applicant).postOrdersOrderIdSubmission(id, ANY, null, submission);
    }

    private static Progress.StateEnum state(OrdersApi orders, String id) {
        try {
            return orders.getOrdersOrderId(id, null).getProgress().getState();
        } catch (ApiException e) {
            throw new AssertionError(e);
        }
    }

    private static Problem problem(ApiException refused) {
        return JSON.getGson().fromJson(refused.getResponseBody(), Problem.class);
    }

    private static <T> T as(JsonNode json, Class<T> type) {
        return JSON.getGson().fromJson(json.toString(), type);
    }

    private static ApiClient client(ServerProcess server, String account) throws Exception {
        ApiClient client = new ApiClient().setBasePath(server.base().resolve("/api/v1").toString());
        client.setUsername(account);
        client.setPassword(server.password(account));
        return client;
    }
}
