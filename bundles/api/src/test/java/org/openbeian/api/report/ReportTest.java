package org.openbeian.api.report;

import static org.junit.Assert.assertEquals;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.Test;

public class ReportTest {

    @Test
    public void aFieldThatIsNullIsNoField() {
        Map<String, Object> given = new HashMap<>(Map.of("Ym", "wild.cn"));
        given.put("Sbrxm", null);
        Report report = new Report(1, "440000", ReportKind.UNFILED_SITE, null, Report.State.QUEUED, given, List.of(), "olga", Instant.EPOCH,
            Instant.EPOCH, 0);
        assertEquals(Map.of("Ym", "wild.cn"), report.content());
        assertEquals("what was given is not changed", 2, given.size());
    }
}
