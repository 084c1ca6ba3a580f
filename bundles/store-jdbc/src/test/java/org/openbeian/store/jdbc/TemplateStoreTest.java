package org.openbeian.store.jdbc;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.Test;
import org.openbeian.api.model.Principal;
import org.openbeian.api.template.IdentityTemplate;

public class TemplateStoreTest extends OnBothDatabases {

    private static final Instant NOW = Instant.parse("2026-11-21T02:03:04Z");

    @Test
    public void templatesAreKeptUnderTheirAccountAndCutByState() {
        JdbcTemplateStore templates = new JdbcTemplateStore(database, new Samples.FakePersonalData());
        IdentityTemplate draft = template("1", "alice", IdentityTemplate.State.DRAFT, 1, null);
        templates.insert(draft);
        templates.insert(template("2", "alice", IdentityTemplate.State.IN_REVIEW, 1, NOW.plusSeconds(9)));
        templates.insert(template("3", "bob", IdentityTemplate.State.IN_REVIEW, 1, NOW.plusSeconds(5)));
        assertEquals(Optional.of(draft), templates.find("1"));
        assertEquals(List.of("3", "2"), ids(templates.list(null, IdentityTemplate.State.IN_REVIEW, 10)));
        assertEquals(List.of("2", "1"), ids(templates.list("alice", null, 10)));
        assertEquals(List.of("3", "2"), ids(templates.dueWithin(NOW, NOW.plusSeconds(9))));
        assertEquals("after one time, up to the other", List.of("2"), ids(templates.dueWithin(NOW.plusSeconds(5), NOW.plusSeconds(9))));
        assertEquals(List.of("3"), ids(templates.dueWithin(NOW, NOW.plusSeconds(8))));
        assertEquals(2, templates.count("alice"));
        assertTrue(templates.update(template("1", "alice", IdentityTemplate.State.APPROVED, 2, null)));
        assertFalse("another was faster", templates.update(template("1", "alice", IdentityTemplate.State.DRAFT, 2, null)));
        assertEquals(List.of("1"), ids(templates.list(null, IdentityTemplate.State.APPROVED, 1)));
        assertFalse(templates.remove("1", 1));
        assertTrue(templates.remove("1", 2));
        assertEquals(Optional.empty(), templates.find("1"));
    }

    private static List<String> ids(List<IdentityTemplate> templates) {
        return templates.stream().map(IdentityTemplate::id).toList();
    }

    private static IdentityTemplate template(String id, String account, IdentityTemplate.State state, long version, Instant due) {
        Principal person = new Principal("张小明", null, null, null, null, null, null, "13812345678", null, null, null);
        return new IdentityTemplate(id, version, account, "home", null, person, Map.of("postcode", "518000"), state, null, null,
            null, due, NOW, NOW);
    }
}
