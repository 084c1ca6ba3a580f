package org.openbeian.core.order;

import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;
import static org.openbeian.core.fake.Samples.ALICE;
import static org.openbeian.core.fake.Samples.SAM;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.Test;
import org.openbeian.api.order.CaseExport;
import org.openbeian.api.order.Order;
import org.openbeian.api.print.HtmlPage;
import org.openbeian.core.json.CaseDocument;
import org.openbeian.core.json.MaskedJson;
import org.openbeian.core.json.ModelJson;

/** The export of a case on paper. */
public class CaseDocumentTest {

    private final Desk desk = new Desk();
    private final CaseBinder binder = new CaseBinder(desk.engine, desk.transactions, desk.store);

    private static JsonNode json(CaseExport export) {
        return ModelJson.mapper().valueToTree(export);
    }

    private static String page(JsonNode export, boolean chinese) {
        return HtmlPage.of(CaseDocument.of(export, chinese));
    }

    @Test
    public void allOfItIsOnPaperWithTheProofAndHowToCheckIt() {
        Order order = desk.submitted();
        CaseExport export = binder.of(ALICE, order.id());
        String page = page(json(export), true);
        for (String part : List.of("√ 历史完整，共 " + export.proof().entries(), export.proof().lastHash(), "SHA-256", "判定",
                "beian:order-export " + order.id(), order.application().organizer().certificateNumber(),
                order.application().organizer().name(), "/state", "PRE_REVIEW")) {
            assertTrue(part + " in " + page, page.contains(part));
        }
        export.history().forEach(entry -> assertTrue(entry.hash(), page.contains(entry.hash())
            && page.contains(entry.at().toString()) && page.contains(entry.event().name())));
        assertTrue(page(json(export), false).contains("the history is whole, entries: " + export.proof().entries()));
    }

    @Test
    public void aHistoryThatIsNotWholeSaysSoAndStaffSeesItMasked() {
        Order order = desk.submitted();
        desk.store.tamper(order.id(), history -> history.subList(0, history.size() - 1));
        String page = page(MaskedJson.mask(json(binder.of(SAM, order.id()))), true);
        assertTrue(page, page.contains("× 历史不完整：the end was cut off") && !page.contains("√ 历史完整"));
        assertFalse(page, page.contains(order.application().organizer().certificateNumber()));
    }
}
