package org.openbeian.contract.kit;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.Test;
import org.openbeian.testkit.Catalogue;

/** The table of rows that rule files carry. */
public class RuleRowsTest {

    private static final String FILE = """
        footer: {number: service, source: {ref: S1, row: T-46}}
        fields:
          - {fact: principal.email, source: {ref: S1, row: "T-32, A-52"}}
        rules:
          - id: email-invalid
            source: {document: d, date: x, row: T-32}
          - id: without-a-row
            source: {document: d, date: x}
        readings:
          - {about: a, reading: r, source: {ref: S1, row: T-31}}
        """;

    private final RuleRows rows = new RuleRows();

    @Test
    public void entriesAreFoundByTheRowsTheyCite() {
        rows.read("test", FILE);
        assertEquals(Map.of("T-46", Set.of("test: footer"), "A-52", Set.of("test: fields principal.email"), "T-32",
            Set.of("test: fields principal.email", "test: rules email-invalid")), rows.carriers());
    }

    @Test
    public void aRowHasItsEntriesOrItsHome() {
        rows.read("test", FILE);
        String table = rows.render(homes("T-32=F rules", "T-60=F public-security filing"), Catalogue.titles());
        assertTrue(table, table.contains("Rule files carry 1 of 2 rows."));
        assertTrue(table, table.contains("| T-32 | F |"));
        assertTrue(table, table.contains("test: fields principal.email<br>test: rules email-invalid |"));
        assertTrue(table, table.contains("not carried by rule files: public-security filing |"));
    }

    @Test
    public void whatNoEntryCarriesIsTold() {
        assertTrue(assertThrows(IllegalStateException.class,
            () -> rows.render(homes("T-32=F rules"), Catalogue.titles())).getMessage().contains("[T-32]"));
    }

    @Test
    public void anUnknownRowIsTold() {
        rows.read("test", FILE.replace("T-46", "T-999"));
        assertTrue(assertThrows(IllegalStateException.class,
            () -> rows.render(homes("T-32=F rules"), Catalogue.titles())).getMessage().contains("[T-999]"));
    }

    @Test
    public void everyRowOfThatKindHasAHome() {
        assertEquals(240, RuleRows.homes().size());
        assertTrue(RuleRows.homes().values().stream().allMatch(home -> home.matches("[RFLM] .+")));
    }

    private static SortedMap<String, String> homes(String... lines) {
        SortedMap<String, String> homes = new TreeMap<>();
        for (String line : lines) {
            homes.put(line.substring(0, line.indexOf('=')), line.substring(line.indexOf('=') + 1));
        }
        return homes;
    }
}
