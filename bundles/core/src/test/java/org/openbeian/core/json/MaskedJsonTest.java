package org.openbeian.core.json;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.Test;
import org.openbeian.api.model.Application;
import org.openbeian.api.model.CertificateType;
import org.openbeian.api.model.Organizer;
import org.openbeian.api.model.OrganizerNature;
import org.openbeian.api.order.CallAttempt;
import org.openbeian.api.order.Clearance;
import org.openbeian.api.order.FaceCheck;
import org.openbeian.api.order.Review;
import org.openbeian.api.register.OrganizerEntry;
import org.openbeian.api.register.RegisterRecord;
import org.openbeian.api.rules.Severity;
import org.openbeian.api.rules.RuleOutcome;
import org.openbeian.core.fake.Samples;

/** What staff sees of JSON that holds personal data. */
public class MaskedJsonTest {

    private static final List<String> SECRETS = List.of("王小明", "440305190012311237", "13800000000", "13900000000", "wang@",
        "示例路", "notes on a person", "a remark", "extra text");

    @Test
    public void nothingPersonalOfAnApplicationIsLeft() {
        Organizer company = Samples.organizer("深圳示例科技有限公司");
        Application application = new Application(company, List.of(Samples.site("example.com")), Map.of("field", "extra text"));
        JsonNode masked = masked(application);
        SECRETS.forEach(secret -> assertFalse(secret, masked.toString().contains(secret)));
        assertEquals("units, services and domains are no persons", "深圳示例科技有限公司 示例小站 example.com",
            masked.at("/organizer/name").asText() + " " + masked.at("/services/0/name").asText() + " "
                + masked.at("/services/0/domains/0").asText());
        assertEquals("138******00", masked.at("/organizer/principal/mobile").asText());
    }

    @Test
    public void aPersonAndAnOrganizerOfUnknownNatureAreMasked() {
        for (OrganizerNature nature : new OrganizerNature[] {OrganizerNature.INDIVIDUAL, null}) {
            Organizer person = new Organizer(nature, "440000", null, null, CertificateType.RESIDENT_ID, "440305190012311237",
                "王小明", null, null, null, null, null, "a remark");
            JsonNode masked = masked(new Application(person, List.of(), Map.of()));
            SECRETS.forEach(secret -> assertFalse(secret, masked.toString().contains(secret)));
            assertEquals("王**", masked.at("/organizer/name").asText());
        }
    }

    /** The register tells a name twice, and the nature with the second. */
    @Test
    public void aPersonOfTheRegisterIsMaskedThroughoutAndAUnitIsNot() {
        OrganizerEntry unknown = new OrganizerEntry("粤ICP备12345678号", "440000", "王小明", 1, "order-1", Instant.EPOCH);
        assertEquals("王**", masked(new RegisterRecord("anna", unknown, List.of())).at("/organizer/name").asText());
        Organizer person = new Organizer(OrganizerNature.INDIVIDUAL, "440000", null, null, CertificateType.RESIDENT_ID,
            "440305190012311237", "王小明", null, null, null, null, null, "a remark");
        JsonNode masked = masked(new RegisterRecord("anna", entry(unknown, person), List.of()));
        SECRETS.forEach(secret -> assertFalse(secret, masked.toString().contains(secret)));
        assertEquals("王** 王**", masked.at("/organizer/name").asText() + " " + masked.at("/organizer/data/name").asText());
        OrganizerEntry unit = new OrganizerEntry("粤ICP备12345678号", "440000", "深圳示例科技有限公司", 1, "order-1", Instant.EPOCH);
        JsonNode shown = masked(new RegisterRecord("anna", entry(unit, Samples.organizer("深圳示例科技有限公司")), List.of()));
        assertEquals("深圳示例科技有限公司 深圳示例科技有限公司", shown.at("/organizer/name").asText() + " "
            + shown.at("/organizer/data/name").asText());
        SECRETS.forEach(secret -> assertFalse(secret, shown.toString().contains(secret)));
    }

    private static OrganizerEntry entry(OrganizerEntry of, Organizer granted) {
        return new OrganizerEntry(of.number(), of.provinceId(), of.name(), of.recordId(), of.orderId(), of.grantedAt(), of.state(),
            of.since(), granted);
    }

    @Test
    public void notesAreHiddenAndNumbersInReasonsMasked() {
        Review review = new Review(null, null, "sam",
            List.of(new CallAttempt(null, "sam", true, true, true, true, "notes on a person")), List.of(),
            List.of(new Clearance("r", "", Severity.ASK, null, "a1b2", "ok", "sam", null, null, null)), List.of());
        assertEquals("***", masked(review).at("/calls/0/note").asText());
        assertEquals("a hash of personal data can be guessed", "***", masked(review).at("/clearances/0/inputsHash").asText());
        assertEquals("rang 138******00",
            masked(Map.of("reason", "rang 13800000000")).at("/reason").asText());
    }

    @Test
    public void whereAPersonIsVerifiedIsForThatPerson() {
        FaceCheck face = new FaceCheck("/organizer/principal", "a1b2", "s-1", "https://verify.example/s-1", null, null, null, null, null,
            null, null, false);
        JsonNode masked = masked(Review.NONE.withFaces(List.of(face)));
        assertEquals("*** *** /organizer/principal", masked.at("/faces/0/session").asText() + " " + masked.at("/faces/0/link").asText()
            + " " + masked.at("/faces/0/pointer").asText());
        assertEquals("other links stay", "/x", masked(Map.of("link", "/x")).at("/link").asText());
    }

    @Test
    public void whatAFreeTextRepeatsOfThePersonsOfItsOrderIsMasked() {
        Organizer company = Samples.organizer("深圳示例科技有限公司");
        Application application = new Application(company, List.of(), Map.of());
        JsonNode masked = masked(Map.of("application", application, "review",
            Map.of("reason", "王小明 of 深圳示例科技有限公司 says that 440305190012311237 and 13900000000 are wrong; 李四 agrees")));
        assertEquals("王** of 深圳示例科技有限公司 says that 44**************37 and 139******00 are wrong; 李四 agrees",
            masked.at("/review/reason").asText());
    }

    @Test
    public void inputsOfRulesAreShownWhenTheCatalogueCallsThemNotPersonal() {
        RuleOutcome outcome = new RuleOutcome("r", "", true, "rule", Map.of("organizer.name", "王小明", "domain.suffix", "com",
            "own.field", "extra text", "own.flag", "true"), null, "b", "1");
        JsonNode inputs = masked(outcome).get("inputs");
        assertEquals("*** com *** true", inputs.get("organizer.name").asText() + " " + inputs.get("domain.suffix").asText() + " "
            + inputs.get("own.field").asText() + " " + inputs.get("own.flag").asText());
        assertTrue(inputs.isObject());
    }

    private static JsonNode masked(Object value) {
        return MaskedJson.mask(ModelJson.mapper().valueToTree(value));
    }
}
