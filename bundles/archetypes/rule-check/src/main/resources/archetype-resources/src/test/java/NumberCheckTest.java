package ${package};

import static org.junit.Assert.assertEquals;

import java.time.Instant;
import java.util.List;
import org.junit.Test;
import org.openbeian.api.model.Application;
import org.openbeian.api.model.FilingType;
import org.openbeian.api.rules.FilingCase;
import org.openbeian.api.rules.Finding;
import org.openbeian.contract.kit.SampleCase;

/** What the check answers. */
public class NumberCheckTest {

    private static final Instant DAY = Instant.parse("2026-11-22T04:00:00Z");

    @Test
    public void anOrdinaryOrderPasses() {
        assertEquals(List.of(), new NumberCheck().check(new SampleCase().filing()));
    }

    @Test
    public void aNumberThatEndsWithXIsLookedAt() {
        FilingCase filing = new SampleCase().with("/organizer/certificateNumber", "9162000012345678X").filing();
        assertEquals(List.of("/organizer/certificateNumber"), new NumberCheck().check(filing).stream().map(Finding::pointer).toList());
    }

    @Test
    public void nothingEnteredIsNothingWrong() {
        assertEquals(List.of(),
            new NumberCheck().check(new FilingCase(null, FilingType.FIRST, Application.EMPTY, List.of(), List.of(), null, DAY)));
    }
}
