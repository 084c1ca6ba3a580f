package org.openbeian.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.PrintStream;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.openbeian.demo.RestClient.Reply;

/** Files one website through the public REST interface and prints a timeline until its number is there. */
public final class DemoFiling {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm")
            .withZone(ZoneId.of("Asia/Shanghai"));
    private static final long PATIENCE_MILLIS = 300_000;

    private final RestClient applicant;
    private final RestClient specialist;
    private final RestClient operator;
    private final String account;
    private final PrintStream out;
    private int shown;

    /**
     * A demonstration.
     *
     * @param applicant caller with the applicant's account
     * @param account name of that account
     * @param specialist caller with the specialist's account
     * @param operator caller with the operator's account
     * @param out where the timeline goes
     */
    public DemoFiling(RestClient applicant, String account, RestClient specialist, RestClient operator,
            PrintStream out) {
        this.applicant = applicant;
        this.account = account;
        this.specialist = specialist;
        this.operator = operator;
        this.out = out;
    }

    /**
     * Files one website.
     *
     * @param serial tells this run's data from former ones, 0 to 9,999,999
     * @return the granted service number
     * @throws IllegalStateException when the order does not reach its number
     */
    public String run(int serial) throws InterruptedException {
        SampleFiling data = new SampleFiling(SampleFiling.Place.GUANGDONG, serial);
        FilingSteps steps = new FilingSteps(applicant, specialist, data);
        out.println("One website, " + data.domain() + ", filed by an enterprise in Guangdong on a CVM");
        out.println("  time in Shanghai  state                 event");
        steps.importResource(operator, account, LocalDate.now(ZoneId.of("Asia/Shanghai")));
        steps.startDraft();
        steps.fillIn();
        steps.uploadMaterials();
        printNew(steps);
        Reply submission = steps.submit();
        if (submission.status() >= 300) {
            throw new IllegalStateException("the submission was refused: " + submission.text());
        }
        printNew(steps);
        steps.passPreReview();
        long end = System.nanoTime() + PATIENCE_MILLIS * 1_000_000;
        JsonNode order = steps.order();
        while (!order.at("/progress/state").asText().equals("APPROVED")) {
            printNew(steps);
            if (order.at("/progress/state").asText().equals("SMS_PENDING")) {
                recordVerification(steps);
            }
            if (System.nanoTime() > end) {
                throw new IllegalStateException("no number after " + PATIENCE_MILLIS / 1000
                        + " s; the order stands at " + order.at("/progress/state").asText());
            }
            Thread.sleep(100);
            order = steps.order();
        }
        printNew(steps);
        return printResult(steps, order);
    }

    /** The ministry's interface does not tell of entered codes, so an operator notes what the principal told him. */
    private void recordVerification(FilingSteps steps) {
        operator.send("POST", steps.path() + "/sms-confirmation", JsonNodeFactory.instance.objectNode()
                .put("reason", "the principal told on the phone that the code is entered"), "If-Match", "*");
    }

    private void printNew(FilingSteps steps) {
        JsonNode history = applicant.send("GET", steps.path() + "/history?after=" + shown).expectSuccess().json();
        for (JsonNode entry : history) {
            shown = entry.get("no").asInt();
            out.printf("  %-16s  %-20s  %-18s %s%n", TIME.format(Instant.parse(entry.get("at").asText())),
                    entry.get("to").asText(), entry.get("event").asText(), entry.path("reason").asText(""));
        }
        out.flush();
    }

    private String printResult(FilingSteps steps, JsonNode order) {
        String number = order.at("/grant/serviceNumbers/0").asText();
        out.println("  organizer number  " + order.at("/grant/organizerNumber").asText());
        out.println("  service number    " + number);
        for (JsonNode footer : applicant.send("GET", steps.path() + "/footer").expectSuccess().json()) {
            out.println("  footer            " + footer.get("html").asText());
        }
        for (JsonNode delivery : operator.send("GET", "/api/v1/deliveries?order="
                + steps.path().substring(steps.path().lastIndexOf('/') + 1)).expectSuccess().json()) {
            out.printf("  told              %-24s by %-6s %s%n", delivery.get("message").asText(),
                    delivery.get("channel").asText(), delivery.get("maskedAddress").asText());
        }
        out.flush();
        return number;
    }
}
