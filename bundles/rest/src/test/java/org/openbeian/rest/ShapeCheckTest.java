package org.openbeian.rest;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.Test;
import org.openbeian.api.model.Access;
import org.openbeian.api.model.App;
import org.openbeian.api.model.AppFeature;
import org.openbeian.api.model.AppPackage;
import org.openbeian.api.model.Application;
import org.openbeian.api.model.CertificateType;
import org.openbeian.api.model.GovernmentBody;
import org.openbeian.api.model.GovernmentKind;
import org.openbeian.api.model.GovernmentLevel;
import org.openbeian.api.model.LegalRepresentative;
import org.openbeian.api.model.Organizer;
import org.openbeian.api.model.OrganizerNature;
import org.openbeian.api.model.PreApproval;
import org.openbeian.api.model.PreApprovalType;
import org.openbeian.api.model.Principal;
import org.openbeian.api.model.WebSite;
import org.openbeian.testkit.Requirement;

public class ShapeCheckTest {

    private final JsonBody json = new JsonBody();

    @Test
    @Requirement({"A-37", "A-38", "A-41", "A-46", "A-48"})
    public void aCompleteApplicationSurvivesTheWayThere() {
        Application application = complete();
        JsonNode tree = json.toTree(application);
        assertEquals(List.of(), ShapeCheck.check(tree, Application.class));
        assertEquals(application, json.convert(tree, Application.class));
        assertEquals(application, json.read(json.write(application), Application.class));
        for (RecordComponent component : Principal.class.getRecordComponents()) {
            assertTrue(component.getName(), tree.at("/organizer/principal").has(component.getName()));
        }
        for (RecordComponent component : Organizer.class.getRecordComponents()) {
            assertTrue(component.getName(), tree.at("/organizer").has(component.getName()));
        }
    }

    @Test
    public void aPatchIsLaidOverAsTheStandardSays() {
        JsonNode target = json.read("{\"a\":\"b\",\"c\":{\"d\":\"e\",\"f\":\"g\"}}".getBytes(StandardCharsets.UTF_8),
                JsonNode.class);
        JsonNode patch = json.read("{\"a\":\"z\",\"c\":{\"f\":null},\"h\":{\"i\":{\"j\":null}},\"k\":[1,null]}"
                .getBytes(StandardCharsets.UTF_8), JsonNode.class);
        assertEquals("{\"a\":\"z\",\"c\":{\"d\":\"e\"},\"h\":{\"i\":{}},\"k\":[1,null]}",
                MergePatch.apply(target, patch).toString());
        assertEquals("the target stays as it is", "b", target.get("a").asText());
    }

    @Test
    public void textsThatNobodyCanStoreAreFound() {
        assertTrue(ShapeCheck.isClean("深圳\u00e9 \ud83d\ude00\n\t"));
        for (String bad : List.of("\ud83d", "\ude00\ud83d", "a\u0000", "\u001b", "\u0085", "\uffff")) {
            assertFalse(ShapeCheck.isClean(bad));
        }
    }

    private static Application complete() {
        Principal principal = new Principal("张示例", CertificateType.RESIDENT_ID, "440305190003190015",
                LocalDate.of(2020, 1, 1), LocalDate.of(2030, 1, 1), false, "科技园路1号", "13800000000", "13900000000",
                "zhang@example.com", "075512345678");
        LegalRepresentative representative = new LegalRepresentative("张示例", CertificateType.RESIDENT_ID, "1");
        Organizer organizer = new Organizer(OrganizerNature.ENTERPRISE, "440000", "440300", "440305",
                CertificateType.BUSINESS_LICENCE, "91440300MA0000779C", "示例公司", "科技园路1号", "科技园路1号101室",
                representative, "上级", principal, "备注", new GovernmentBody(GovernmentKind.LOCAL_GOVERNMENT,
                GovernmentLevel.COUNTY, false, "职能", "类型", "www.example.gov.cn"));
        List<Access> accesses = List.of(new Access("cvm", "ins-1", List.of("119.29.1.1")));
        List<PreApproval> approvals = List.of(new PreApproval(PreApprovalType.values()[0], "号"));
        WebSite site = new WebSite("官网", List.of("example.com"), "www.example.com", List.of(8), List.of(1), approvals, false,
                principal, accesses, "备注");
        App app = new App("应用", List.of(8), List.of(1), approvals, false, principal, accesses, true, false,
                List.of(new AppFeature("IOS", List.of("example.com"), List.of(new AppPackage("a", "b", "c")))), null);
        return new Application(organizer, List.of(site, app), Map.of("field", "value"));
    }
}
