package org.openbeian.store.jdbc;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.Test;
import org.openbeian.api.store.CaseStore.Kept;

public class CaseStoreTest extends OnBothDatabases {

    private JdbcCaseStore store() {
        return new JdbcCaseStore(database, new Samples.FakePersonalData());
    }

    @Test
    public void aDocumentComesBackAndASubjectHasOneOfAKindAtATime() {
        JdbcCaseStore store = store();
        Kept first = kept("site", "s1", 1, "o1", "anna", "number-1", "OPEN", "a secret");
        assertTrue(store.insert(first));
        assertFalse("the id is taken", store.insert(kept("site", "s1", 1, "o1", "anna", "number-9", "OPEN", "x")));
        assertFalse("the subject is taken", store.insert(kept("site", "s2", 1, "o1", "anna", "number-1", "OPEN", "x")));
        assertTrue("another kind", store.insert(kept("curtain", "s1", 1, "o1", "anna", "number-1", "OPEN", "x")));
        Kept next = kept("site", "s1", 2, "o1", "anna", null, "DONE", "another secret");
        assertTrue(store.update(next));
        assertFalse("another was faster", store.update(next));
        Kept found = store.find("site", "s1").orElseThrow();
        assertEquals(next.toString(), found.toString());
        assertArrayEquals(next.document(), found.document());
        assertEquals(Optional.empty(), store.about("site", "number-1"));
        assertTrue("free again", store.insert(kept("site", "s2", 1, "o1", "anna", "number-1", "OPEN", "x")));
        assertEquals("s2", store.about("site", "number-1").orElseThrow().id());
        assertFalse("protected", database.first("select document from kept_case where id = 's1' and kind = 'site'",
            row -> new String(row.getBytes(1), StandardCharsets.UTF_8)).orElseThrow().contains("secret"));
    }

    @Test
    public void aListIsNarrowedAndGoesDownwards() {
        JdbcCaseStore store = store();
        store.insert(kept("site", "s1", 1, "o1", "anna", null, "OPEN", "x"));
        store.insert(kept("site", "s2", 1, "o2", "anna", null, "OVERDUE", "x"));
        store.insert(kept("site", "s3", 1, "o3", "bob", null, "OPEN", "x"));
        store.insert(kept("enquiry", "s4", 1, null, "bob", null, "OPEN", "x"));
        assertEquals(List.of("s3", "s2", "s1"), ids(store.list("site", null, null, null, null, 10)));
        assertEquals(List.of("s2", "s1"), ids(store.list("site", "anna", null, null, null, 10)));
        assertEquals(List.of("s2"), ids(store.list("site", null, "o2", null, null, 10)));
        assertEquals(List.of("s2"), ids(store.list("site", null, null, "OVERDUE", null, 10)));
        assertEquals(List.of("s2"), ids(store.list("site", null, null, null, "s3", 1)));
        assertEquals("bob", store.find("enquiry", "s4").orElseThrow().account());
    }

    @Test
    public void aPageIsFilledPastWhatWasErased() {
        JdbcDataKeyStore keys = new JdbcDataKeyStore(database);
        JdbcCaseStore store = new JdbcCaseStore(database, new Samples.KeyedPersonalData(keys));
        for (int i = 1; i <= 7; i++) {
            store.insert(kept("site", "s" + i, 1, i == 1 || i == 4 ? "o" : "erased", "anna", null, "OPEN", "x"));
        }
        keys.destroy("erased");
        assertEquals(List.of("s4"), ids(store.list("site", null, null, null, null, 1)));
        assertEquals(List.of("s4", "s1"), ids(store.list("site", null, null, null, null, 2)));
        assertEquals(List.of("s1"), ids(store.list("site", null, null, null, "s4", 2)));
        assertEquals(List.of(), ids(store.list("site", null, null, null, "s1", 2)));
        assertEquals(List.of(), ids(store.list("site", null, null, null, null, 0)));
    }

    private static List<String> ids(List<Kept> found) {
        return found.stream().map(Kept::id).toList();
    }

    private static Kept kept(String kind, String id, long version, String order, String account, String subject, String state,
            String document) {
        return new Kept(kind, id, version, order, account, subject, state, document.getBytes(StandardCharsets.UTF_8));
    }
}
