package org.openbeian.province.national;

import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TestName;
import org.openbeian.contract.kit.RuleRows;
import org.openbeian.contract.kit.Rules;
import org.openbeian.testkit.Requirement;

/**
 * Rows of the catalogue that a national rule carries whole. A rule is read only when its examples, at least one that passes
 * and one that fails, come out as they say; so it is enough that a rule of the file cites the row. Rows of which a rule
 * shows a part only are not here.
 */
public class CatalogueRowsTest {

    private static final String FILE = "/OB-INF/rules/national.province.yaml";

    /** The test under way, whose rows are looked for. */
    @Rule
    public final TestName test = new TestName();

    private final RuleRows rows = new RuleRows();
    private Set<String> ids;

    @Before
    public void readTheFile() throws IOException {
        ids = Set.copyOf(Rules.file("national").ruleIds());
        try (InputStream in = getClass().getResourceAsStream(FILE)) {
            rows.read("national", new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    @Test
    @Requirement({"A-24", "A-25", "Q-20", "T-66", "T-67"})
    public void organizers() throws ReflectiveOperationException {
        everyRowIsCitedByARule();
    }

    @Test
    @Requirement({"T-87", "A-49", "A-87", "A-51", "A-52", "A-90"})
    public void principals() throws ReflectiveOperationException {
        everyRowIsCitedByARule();
    }

    @Test
    @Requirement({"T-77", "T-78", "T-79", "T-80", "Q-18", "Q-19"})
    public void namesAndContents() throws ReflectiveOperationException {
        everyRowIsCitedByARule();
    }

    @Test
    @Requirement({"T-06", "Q-17", "Q-28", "Q-30", "W-24", "A-07", "A-66"})
    public void domainsAndAddresses() throws ReflectiveOperationException {
        everyRowIsCitedByARule();
    }

    @Test
    @Requirement({"E-23", "E-24", "E-26", "E-27", "E-28", "E-34"})
    public void sitesOfGovernment() throws ReflectiveOperationException {
        everyRowIsCitedByARule();
    }

    @Test
    @Requirement({"A-08", "A-64", "A-67", "A-69", "A-70", "A-72", "A-73", "A-74", "A-75", "A-76"})
    public void apps() throws ReflectiveOperationException {
        everyRowIsCitedByARule();
    }

    private void everyRowIsCitedByARule() throws ReflectiveOperationException {
        String[] wanted = getClass().getMethod(test.getMethodName()).getAnnotation(Requirement.class).value();
        assertTrue(wanted.length > 0);
        for (String row : wanted) {
            Set<String> carriers = rows.carriers().getOrDefault(row, new TreeSet<>());
            assertTrue(row + " is cited by " + carriers, carriers.stream().flatMap(c -> Arrays.stream(c.split(" ")))
                .anyMatch(ids::contains));
        }
    }
}
