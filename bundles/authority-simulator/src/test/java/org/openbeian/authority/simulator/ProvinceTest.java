package org.openbeian.authority.simulator;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.util.stream.Collectors;
import org.junit.Test;
import org.openbeian.testkit.Requirement;

@Requirement("T-51")
public class ProvinceTest {

    @Test
    public void thereAre31WithTheirOwnPrefixes() {
        assertEquals(31, Province.ALL.size());
        assertEquals(31, Province.ALL.values().stream().map(Province::prefix).collect(Collectors.toSet()).size());
        assertTrue("京津冀晋蒙辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝蜀黔滇藏陕陇青宁新".chars()
            .allMatch(c -> Province.ALL.values().stream().anyMatch(province -> province.prefix().charAt(0) == c)));
        assertEquals("蜀", Province.ALL.get("510000").prefix());
        assertEquals("陇", Province.ALL.get("620000").prefix());
        assertEquals("内蒙古", Province.ALL.get("150000").name());
    }
}
