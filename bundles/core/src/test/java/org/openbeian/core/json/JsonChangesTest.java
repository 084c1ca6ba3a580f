package org.openbeian.core.json;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.Test;
import org.openbeian.api.model.Application;
import org.openbeian.core.fake.Samples;

/** Changed places. */
public class JsonChangesTest {

    private final Application base = Samples.application("example.com");

    @Test
    public void equalApplicationsDifferNowhere() {
        assertEquals(List.of(), JsonChanges.between(base, Samples.application("example.com")));
    }

    @Test
    public void theDeepestPlacesAreNamed() {
        Application other = new Application(Samples.organizer("另一公司"), base.services(), Map.of("a/b~c", "x"));
        assertEquals(List.of("/extra/a~1b~0c", "/organizer/name"), JsonChanges.between(base, other));
    }

    @Test
    public void aListOfAnotherLengthIsOnePlace() {
        Application other = Samples.application(base.organizer(), Samples.site("example.com"), Samples.site("example.net"));
        assertEquals(List.of("/services"), JsonChanges.between(base, other));
    }

    @Test
    public void aPartThatComesOrGoesIsOnePlace() {
        assertEquals(List.of("/organizer"), JsonChanges.between(base, Samples.application(null, Samples.site("example.com"))));
    }

    @Test
    public void aPlaceLiesWithinItselfAndWhatIsAround() {
        assertTrue(JsonChanges.isWithin("/a/b", "/a"));
        assertTrue(JsonChanges.isWithin("/a", "/a"));
        assertTrue(JsonChanges.isWithin("/a", ""));
        assertFalse(JsonChanges.isWithin("/ab", "/a"));
        assertFalse(JsonChanges.isWithin("/a", "/a/b"));
    }
}
