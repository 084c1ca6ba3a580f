package org.openbeian.contract.kit;

import static org.junit.Assert.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.junit.Test;

/** Runs in every module whose parent is {@code plugin-parent}, on what that module has built. */
public class PluginContractTest {

    private final PluginContract contract = new PluginContract(Path.of(System.getProperty("basedir", "")).toAbsolutePath());

    @Test
    public void importsTheApiOnly() {
        assertEquals(List.of(), contract.imports());
    }

    @Test
    public void exportsNothing() {
        assertEquals(List.of(), contract.exports());
    }

    @Test
    public void itsRulesAreValidAndTheirExamplesHold() {
        assertEquals(List.of(), contract.rules());
    }

    @Test
    public void asksForTheExtenderWhenItHasRules() {
        assertEquals(List.of(), contract.extender());
    }

    @Test
    public void itsTableOfFactsTellsWhatIsInForce() {
        assertEquals(List.of(), contract.facts());
    }

    @Test
    public void itsServicesKeepToTheSpi() {
        assertEquals(List.of(), contract.services());
    }

    @Test
    public void tellsAnOperatorWhatItDoes() {
        assertEquals(List.of(), contract.readme());
    }
}
