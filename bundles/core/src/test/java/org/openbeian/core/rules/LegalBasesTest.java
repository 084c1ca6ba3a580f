package org.openbeian.core.rules;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.List;
import org.junit.Test;
import org.openbeian.api.rules.Finding;
import org.openbeian.api.rules.LegalBasis;
import org.openbeian.api.rules.RuleBook;
import org.openbeian.testkit.Requirement;

/** Laws among the sources of rule files, and rules that cite them. */
public class LegalBasesTest {

    private static final String LAW = "sources: {L1: {title: 示例办法, number: 第1号, issuer: 示例部, date: \"2005-03-20\"}, "
        + "D1: {title: guide, date: undated}}\n";
    private static final String CITING = "source: {ref: D1, row: T-31, law: {ref: L1, article: \"7\"}}";

    @Test
    @Requirement("W-01")
    public void aFindingCitesTheArticleOfALaw() throws RuleFileException {
        RuleBook book = RuleFiles.book(List.of(read(national(LAW, CITING)), read(RuleText.province())));
        assertEquals(List.of(new LegalBasis("L1", "示例办法", "第1号", "示例部", "2005-03-20", "1.0.0")), book.legalBases());
        Finding finding = book.judge(RuleBookTest.filing("坏", "2026-06-01")).findings().get(0);
        assertEquals("《示例办法》（第1号）第7条", finding.source().law());
        assertEquals("T-31; D1: guide", finding.source().document());
    }

    @Test
    public void aNumberThatIsUnknownIsNotShown() throws RuleFileException {
        RuleBook book = RuleFiles.book(List.of(read(national(LAW.replace("第1号", "unknown"), CITING)),
            read(RuleText.province())));
        assertEquals("《示例办法》第7条", book.judge(RuleBookTest.filing("坏", "2026-06-01")).findings().get(0).source().law());
    }

    @Test
    public void whatIsNoLawIsNotCitedAsOne() {
        refused(national(LAW, CITING.replace("ref: L1", "ref: D1")), "D1 is no law");
        refused(national(LAW, CITING.replace("ref: L1", "ref: L9")), "unknown source \"L9\"");
        refused(national(LAW.replace("issuer: 示例部, ", ""), CITING), "expected number and issuer");
    }

    private static void refused(String text, String part) {
        RuleFileException e = assertThrows(RuleFileException.class, () -> read(text));
        assertTrue(e.getMessage(), e.getMessage().contains(part));
    }

    private static String national(String sources, String source) {
        return RuleText.national(RuleText.rule("citing", "坏", "")).replace("# nation\n", sources)
            .replace("source: {document: test, date: undated}", source);
    }

    private static RuleFile read(String text) throws RuleFileException {
        return RuleFiles.read(text, "bundle", "1.0.0");
    }
}
