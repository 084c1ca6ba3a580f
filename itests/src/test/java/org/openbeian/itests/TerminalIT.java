package org.openbeian.itests;

import static org.junit.Assert.assertTrue;

import org.junit.Test;
import org.openbeian.demo.FilingSteps;
import org.openbeian.demo.SampleFiling;
import org.openbeian.demo.SampleFiling.Place;
import org.openbeian.demo.ServerProcess;

/** The shell as somebody has it who sits at a terminal: keys are completed, help is there, mistakes are told. */
public class TerminalIT {

    @Test
    public void commandsAndOrdersAreCompletedAndMistakesAreTold() throws Exception {
        ServerProcess server = TestServer.shared();
        FilingSteps draft = new FilingSteps(server.as("applicant"), server.as("specialist"),
                new SampleFiling(Place.GUANGDONG, 290_001));
        draft.startDraft();
        String order = draft.order().get("id").asText();
        try (Terminal terminal = new Terminal(server, "admin")) {
            terminal.shows("OpenBeian");
            terminal.type("beian:order-sh\t");
            terminal.shows("beian:order-show ");
            terminal.type(order.substring(0, order.length() - 1) + "\t");
            terminal.shows(order);
            terminal.type("\n");
            terminal.shows("DRAFT");
            terminal.shows("()> ");
            terminal.wipe();
            terminal.type("beian:order-show nonsense\n");
            terminal.shows("nonsense");
            terminal.shows("()> ");
            assertTrue(terminal.text(), !terminal.text().contains("Exception"));
            terminal.wipe();
            terminal.type("beian:order-show --help\n");
            terminal.shows("SYNTAX");
        }
    }
}
