package org.openbeian.shell;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.Test;
import org.openbeian.api.model.LocalizedText;
import org.openbeian.api.provider.ProviderProfile;
import org.openbeian.api.provider.ProviderProfile.Contact;
import org.openbeian.api.provider.ProviderProfile.ContactKind;
import org.openbeian.api.provider.ProviderProfile.Setting;
import org.openbeian.api.provider.ProviderStatus;
import org.openbeian.api.provider.ProviderStatus.Offer;
import org.openbeian.api.provider.ProviderStatus.State;
import org.openbeian.api.provider.Providers;
import org.openbeian.testkit.Requirement;

/** Who runs the server. */
public class ProviderShowCommandTest {

    private static final List<Offer> OFFERS = List.of(new Offer("a", "1", "one", List.of()),
        new Offer("b", null, "two", List.of("version: expected")));

    @Test
    @Requirement("E-02")
    public void theProfileInForceIsShownWithWhatDoesNotCount() throws Exception {
        ProviderProfile profile = new ProviderProfile("a", "1", new LocalizedText("甲云", "Cloud A"), "a document",
            List.of(new Contact(ContactKind.PHONE, "010-1", new LocalizedText("电话", "phone"), "E-01")), null, null,
            List.of(new Setting("org.openbeian.core", "call.attempts", List.of("2"), "A-99"),
                new Setting("org.openbeian.core", "call.number", List.of("1"), null)));
        String shown = Console.run(command(new ProviderStatus("a", State.IN_FORCE, profile, List.of("org.openbeian.core call.number"),
            OFFERS)), "anna");
        assertTrue(shown, shown.contains("a, IN_FORCE") && shown.contains("PHONE 010-1") && shown.contains("version: expected"));
        assertTrue(shown, shown.contains("no, yours does"));
    }

    @Test
    public void thatNoneIsChosenIsSaid() throws Exception {
        ProviderShowCommand command = command(new ProviderStatus("", State.NONE, null, List.of(), List.of()));
        assertTrue(Console.run(command, "anna").contains("none chosen"));
        assertEquals("NONE", Console.json(command, "anna").get("state").asText());
    }

    private static ProviderShowCommand command(ProviderStatus status) {
        ProviderShowCommand command = new ProviderShowCommand();
        command.providers = new Providers() {
            @Override
            public ProviderStatus status() {
                return status;
            }

            @Override
            public Optional<ProviderProfile> inForce() {
                throw new UnsupportedOperationException();
            }
        };
        return command;
    }
}
