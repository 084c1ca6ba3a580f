package org.openbeian.core.order;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertSame;

import java.util.List;
import java.util.Map;
import org.junit.Test;
import org.openbeian.api.model.Application;
import org.openbeian.api.model.FilingType;
import org.openbeian.api.model.WebSite;
import org.openbeian.testkit.Requirement;

/** Which sub-domains get into the remark, and when. */
public class SubDomainsTest {

    @Test
    @Requirement({"Q-10", "Q-22"})
    public void anAccessedSubDomainIsWrittenIntoTheRemark() {
        assertEquals("接入子域名：m.abc.com", remark("m.abc.com", null));
        assertEquals("接入子域名：m.abc.com", remark("https://M.abc.com:8443/index?x#y", " "));
        assertEquals("旧备注；接入子域名：m.abc.com", remark("http://m.abc.com/", "旧备注"));
        assertEquals("it is said already", "用于 m.abc.com", remark("m.abc.com", "用于 m.abc.com"));
        for (String home : List.of("abc.com", "www.abc.com", "m.other.com", "1.2.3.4", "", "m_x.abc.com")) {
            assertEquals(home, null, remark(home, null));
        }
    }

    @Test
    public void otherFilingsKeepTheirRemark() {
        Application application = application("m.abc.com", null);
        assertSame(application, SubDomains.noted(FilingType.FIRST, application));
        Application noted = SubDomains.noted(FilingType.ACCESS, application);
        assertSame("noted once", noted, SubDomains.noted(FilingType.ACCESS, noted));
    }

    private static String remark(String home, String remark) {
        return SubDomains.noted(FilingType.ACCESS, application(home, remark)).services().get(0).remark();
    }

    private static Application application(String home, String remark) {
        return new Application(null, List.of(new WebSite("n", List.of("ABC.com"), home, null, null, null, null, null, null, remark)),
            Map.of());
    }
}
