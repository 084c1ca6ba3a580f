package org.openbeian.guidance;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.Before;
import org.junit.Test;
import org.openbeian.api.guidance.Checklist;
import org.openbeian.api.guidance.Checklist.ListItem;
import org.openbeian.api.model.LocalizedText;
import org.openbeian.api.order.Forecast;
import org.openbeian.api.order.MaterialInfo;
import org.openbeian.api.order.OrderState;
import org.openbeian.api.order.Refusal;
import org.openbeian.api.order.Requirement;
import org.openbeian.api.print.HtmlPage;
import org.openbeian.api.resource.ResourceInventory;
import org.openbeian.api.rules.Finding;
import org.openbeian.api.rules.NeededMaterial;
import org.openbeian.api.rules.Severity;
import org.openbeian.api.security.Actor;

public class ChecklistDeskTest {

    private static final LocalizedText TEXT = new LocalizedText("未填写名称<b>", "The name is missing <b>");

    private boolean few = true;
    private final Room room = new Room();
    private final ChecklistDesk desk = new ChecklistDesk(room.orders, room.books, Room.fake(ResourceInventory.class,
        (proxy, method, arguments) -> Optional.empty()), (type, province) -> new Forecast(type, province, "none", few ? 0 : 40,
            few ? null : 5, few ? null : 9, Instant.parse("2026-12-07T02:00:00Z"), new LocalizedText("推算", "counted")), room);

    @Before
    public void lackSomething() {
        room.missing.add(need("field", "required.organizer.name", "/organizer/name", "now"));
        room.missing.add(need("material", "licence", "/organizer", "now"));
        room.missing.add(need("consent", "terms", "/consents/terms", "now"));
        room.missing.add(need("action", "sms-verification", "", "later"));
        room.materials.add(material("licence", true));
        room.materials.add(material("photo", true));
        room.materials.add(material("letter", false));
        room.uploaded.add(new MaterialInfo("m1", "photo", "/organizer", "image/jpeg", 100, 1, 1, "x", room.now));
        room.findings.add(Room.finding("material-size:photo", "/organizer"));
    }

    private String page(Actor actor, boolean chinese) {
        return HtmlPage.of(desk.document(actor, "o1", chinese));
    }

    private static Requirement need(String kind, String id, String pointer, String when) {
        return new Requirement(kind, id, pointer, TEXT, when, "step", null, true);
    }

    private static NeededMaterial material(String type, boolean required) {
        return new NeededMaterial(type, "/organizer", new LocalizedText("材料", "material"), List.of(TEXT), 55_000, 4_000_000,
            List.of("image/jpeg"), required, Room.SOURCE, "b");
    }

    private List<String> items(Checklist list) {
        List<String> items = new ArrayList<>();
        list.items().forEach(item -> items.add(item.kind() + " " + item.id() + " " + item.state()));
        return items;
    }

    @Test
    @org.openbeian.testkit.Requirement({"T-97", "T-108", "T-110", "T-103", "T-107", "A-19"})
    public void itIsDrawnFromTheRulesThatJudgeTheOrder() {
        Checklist list = desk.of(Room.ANNA, "o1");
        assertEquals(List.of("FIELD domain LATER", "FIELD domain-certificate LATER", "FIELD organizer.postcode DONE",
            "FIELD organizer.name MISSING", "MATERIAL licence MISSING", "MATERIAL photo WRONG", "MATERIAL letter OPTIONAL",
            "CONSENT terms MISSING", "ACTION sms-verification LATER", "CHECK domain-holder-differs WRONG", "FIELD public-ip LATER",
            "FIELD filing-number LATER", "FIELD residence LATER", "FIELD office-phone LATER", "ACTION go-live LATER"), items(list));
        ListItem name = list.items().get(3);
        assertEquals("as the rule file labels it", "名称", name.text().zh());
        assertEquals(Room.SOURCE, name.source());
        assertEquals("域名注册", list.items().get(0).comesWith().zh());
        assertEquals(List.of("未填写名称<b>", "JPEG，不小于 54 KB，不大于 3907 KB"), list.items().get(4).criteria().stream()
            .map(LocalizedText::zh).toList());
        assertEquals("order-not-found", assertThrows(Refusal.class, () -> desk.of(Room.BOB, "o1")).code());
    }

    @Test
    @org.openbeian.testkit.Requirement("Q-16")
    public void whenItMayOpenIsToldBeforeItIsHandedIn() {
        assertTrue(page(Room.ANNA, false), page(Room.ANNA, false).contains("until 2026-12-07 10:00"));
        few = false;
        Checklist list = desk.of(Room.ANNA, "o1");
        ListItem opening = list.items().get(list.items().size() - 1);
        assertEquals("go-live 2026-12-07T02:00:00Z", opening.id() + " " + opening.due());
        assertTrue(opening.text().en(), opening.text().en()
            .endsWith("half of the filings were done by day 5, nine of ten by day 9. counted"));
        room.state = OrderState.PRE_REVIEW;
        assertFalse("its own dates tell then", items(desk.of(Room.ANNA, "o1")).contains("ACTION go-live LATER"));
    }

    @Test
    @org.openbeian.testkit.Requirement("A-94")
    public void aSignedCopyOfAnOlderFormIsToBeLookedAt() {
        room.uploaded.add(new MaterialInfo("m2", "letter", "/organizer", "image/jpeg", 100, 1, 1, "x", room.now, "1"));
        LocalizedText text = new LocalizedText("签署的是版本 1", "Version 1 was signed");
        room.findings.add(new Finding("material-form-outdated:letter", Severity.WARN, "/organizer", text, TEXT, null, null, null));
        ListItem letter = desk.of(Room.ANNA, "o1").items().stream().filter(item -> item.id().equals("letter")).findFirst().orElseThrow();
        assertEquals("WARNED Version 1 was signed", letter.state() + " " + letter.criteria().get(0).en());
    }

    @Test
    public void aDraftWithoutANatureHasOneToo() {
        room.nature = null;
        assertTrue(items(desk.of(Room.ANNA, "o1")).contains("FIELD organizer.name MISSING"));
    }

    @Test
    public void whatWasHandedInLacksNothing() {
        room.state = OrderState.APPROVED;
        room.missing.removeIf(need -> !need.kind().equals("action"));
        assertEquals(List.of("FIELD domain LATER", "FIELD domain-certificate LATER", "FIELD organizer.name DONE",
            "FIELD organizer.postcode DONE", "MATERIAL licence OPTIONAL", "MATERIAL photo DONE", "MATERIAL letter OPTIONAL",
            "FIELD public-ip LATER", "ACTION sms-verification LATER", "FIELD filing-number DONE", "FIELD residence LATER",
            "FIELD office-phone LATER"), items(desk.of(Room.ANNA, "o1")));
    }

    @Test
    public void thePageIsOneFileWithoutScriptAndWithoutPersonalData() {
        for (boolean chinese : List.of(true, false)) {
            String page = page(Room.SPECIALIST, chinese);
            assertTrue(page, page.contains(chinese ? "未填写名称&lt;b&gt;" : "The name is missing &lt;b&gt;"));
            assertTrue(page, page.contains(chinese ? "<th>事项</th>" : "<th>Item</th>"));
            assertTrue(page, page.contains(chinese ? "首次备案" : "First filing"));
            assertTrue(page, page.contains(chinese ? "lang=\"zh-CN\"" : "lang=\"en\"") && page.contains("@media print"));
            for (String bad : List.of("<b>", "<script", "src=", "href=", "url(", "张小明", "13812345678")) {
                assertFalse(bad, page.contains(bad));
            }
        }
    }
}
