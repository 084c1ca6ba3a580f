package org.openbeian.itests;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.openbeian.demo.FilingSteps;
import org.openbeian.demo.RestClient;
import org.openbeian.demo.SampleFiling;
import org.openbeian.demo.SampleFiling.Place;

/** An organizer's first filing and what follows it, by people who do not give up. Lives of neighbouring serials differ in what follows. */
final class ResilientLife {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final int FURTHER = 500_000;
    private static final int KINDS = 7;

    private final RestClient applicant;
    private final RestClient specialist;
    private final int serial;
    private final List<ResilientFiling> filings = new ArrayList<>();
    private String organizer;

    ResilientLife(RestClient applicant, RestClient specialist, int serial) {
        this.applicant = applicant;
        this.specialist = specialist;
        this.serial = serial;
    }

    /** Data of the first website and of a further one; each needs its server in the inventory. */
    static List<SampleFiling> data(int serial) {
        return List.of(new SampleFiling(Place.GUANGDONG, 1_000 + serial), new SampleFiling(Place.GUANGDONG, FURTHER + serial));
    }

    /** The orders so far, whose last step was acknowledged. */
    List<ResilientFiling> filings() {
        return filings;
    }

    /** Number of the organizer. */
    String organizer() {
        return organizer;
    }

    /** Lives the life; each order is approved before the next begins. */
    void live() {
        ResilientFiling first = new ResilientFiling(applicant, specialist, data(serial).get(0));
        first.fileUntilPassed();
        filings.add(first);
        organizer = first.approved().at("/grant/organizerNumber").asText();
        switch (serial % KINDS) {
            case 0 -> changed("CHANGE_SERVICE", order -> ((ObjectNode) order.at("/services/0")).put("name", "示例科技新站"), website());
            case 1 -> changed("CHANGE_ORGANIZER", order -> ((ObjectNode) order.at("/organizer")).put("remark", "通信地址不变，联系人不变"));
            case 2 -> changed("CHANGE_BOTH", order -> {
                ((ObjectNode) order.at("/organizer")).put("remark", "主体与服务一并变更");
                ((ObjectNode) order.at("/services/0")).put("name", "示例科技新站");
            });
            case 3 -> added();
            case 4 -> {
                ended("CANCEL_ACCESS", "last-access", website());
                accessed();
            }
            case 5 -> ended("CANCEL_SERVICE", null, website());
            default -> ended("CANCEL_ORGANIZER", null);
        }
    }

    private String website() {
        return organizer + "-1";
    }

    private void changed(String type, Consumer<JsonNode> change, String... services) {
        further(about(type, services), steps -> {
            JsonNode application = steps.order().at("/application");
            change.accept(application);
            ObjectNode patch = NODES.objectNode();
            patch.set("organizer", application.get("organizer"));
            patch.set("services", application.get("services"));
            steps.patch(patch);
        });
    }

    private void added() {
        SampleFiling data = data(serial).get(1);
        ObjectNode body = about("NEW_SERVICE");
        body.withObject("/application").putArray("services").add(data.website(data.principal()));
        further(body, steps -> { });
    }

    private void ended(String type, String confirmed, String... services) {
        further(about(type, services), steps -> {
            ObjectNode patch = NODES.objectNode();
            ObjectNode basis = patch.putObject("basis").put("cancelReason", "SERVICE_ENDED");
            if (confirmed != null) {
                basis.putArray("confirmed").add(confirmed);
            }
            steps.patch(patch);
            if (services.length == 0) {
                password(steps);
            }
        });
    }

    private void accessed() {
        further(about("ACCESS", website()), steps -> {
            ArrayNode services = (ArrayNode) steps.order().at("/application/services");
            ((ObjectNode) services.get(0)).putArray("accesses").addObject().put("resourceKind", "cvm")
                    .put("resourceId", data(serial).get(0).resourceId());
            steps.patch(NODES.objectNode().set("services", services));
            password(steps);
        });
    }

    /** The simulated authority's password is the last six digits of the number. */
    private void password(FilingSteps steps) {
        String digits = organizer.replaceAll("\\D", "");
        applicant.send("PUT", steps.path() + "/filing-password", NODES.objectNode().put("password",
                digits.substring(digits.length() - 6)), "If-Match", "*").expectSuccess();
        steps.order();
    }

    private void further(ObjectNode about, Consumer<FilingSteps> entries) {
        ResilientFiling filing = new ResilientFiling(applicant, specialist, data(serial).get(0));
        filing.fileFurtherUntilPassed(about, entries);
        filings.add(filing);
        filing.approved();
    }

    private ObjectNode about(String type, String... services) {
        ObjectNode body = NODES.objectNode().put("type", type);
        ObjectNode basis = body.putObject("application").putObject("basis").put("organizerNumber", organizer);
        for (String service : services) {
            basis.withArray("serviceNumbers").add(service);
        }
        return body;
    }
}
