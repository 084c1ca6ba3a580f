package org.openbeian.shell;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.Test;
import org.openbeian.api.correction.CorrectionCase;
import org.openbeian.api.correction.CorrectionKind;
import org.openbeian.api.correction.Corrections;
import org.openbeian.api.gate.Blockings;
import org.openbeian.api.gate.Blockings.Blocking;
import org.openbeian.api.gate.Blockings.Hold;
import org.openbeian.api.gate.Blockings.State;
import org.openbeian.api.order.ServiceLevel;
import org.openbeian.api.order.ServiceLevel.Split;
import org.openbeian.api.order.ServiceLevel.Stage;
import org.openbeian.api.order.ServiceLevels;
import org.openbeian.testkit.Requirement;

/** What inspections measured and did, in the shell. */
public class MeasureCommandsTest {

    private static final Instant AT = Instant.parse("2026-11-21T02:03:04Z");
    private static final CorrectionCase FOUND = new CorrectionCase("c1", 1, CorrectionKind.UNFILED, null, null, null, "bob",
            List.of("example.com"), "open", AT, AT, CorrectionCase.Status.OPEN, null, null);

    private final List<String> lifted = new ArrayList<>();
    private State after = State.ISOLATED;
    private final Blockings blockings = (Blockings) Proxy.newProxyInstance(Blockings.class.getClassLoader(),
            new Class<?>[] {Blockings.class}, (proxy, method, arguments) -> switch (method.getName()) {
                case "find" -> Optional.of(blocking(State.ISOLATED));
                case "of" -> List.of(blocking(State.ISOLATED));
                default -> {
                    lifted.add(arguments[1] + " " + arguments[2] + " " + arguments[3]);
                    yield blocking(after);
                }
            });

    private static Blocking blocking(State state) {
        return new Blocking("example.com", "bob", state, "r", null, List.of("8.8.8.8"), true, "ops", AT, "c2",
                List.of(new Hold("c1", AT, AT), new Hold("c2", AT, null)));
    }

    private BlockingLiftCommand lift(String caseId) {
        BlockingLiftCommand lift = new BlockingLiftCommand();
        lift.blockings = blockings;
        lift.domain = "example.com";
        lift.reason = "settled";
        lift.caseId = caseId;
        return lift;
    }

    @Test
    @Requirement("Q-06")
    public void oneOfTwoCasesLetsADomainGoAndTheOtherKeepsIt() throws Exception {
        assertTrue(Console.run(lift("c1"), "olga").endsWith("Done: example.com stays isolated for another case.\n"));
        after = State.LIFTED;
        assertTrue(Console.run(lift(null), "olga").endsWith("Done: example.com is lifted.\n"));
        assertEquals(List.of("example.com settled c1", "example.com settled null"), lifted);
        CorrectionShowCommand show = new CorrectionShowCommand();
        show.corrections = (Corrections) Proxy.newProxyInstance(Corrections.class.getClassLoader(), new Class<?>[] {Corrections.class},
                (proxy, method, arguments) -> FOUND);
        show.blockings = blockings;
        show.id = "c1";
        String text = Console.run(show, "olga");
        assertTrue(text, text.contains("ISOLATED") && text.contains("blocks [8.8.8.8]") && text.contains("c1 (let go) c2"));
        assertEquals("c2", Console.json(show, "olga").at("/measures/0/holds/1/caseId").asText());
    }

    @Test
    public void promisedAndRealTimesAreATable() throws Exception {
        List<Object> asked = new ArrayList<>();
        ServiceLevelsCommand levels = new ServiceLevelsCommand();
        levels.clock = Clock.fixed(AT, ZoneOffset.UTC);
        levels.levels = (ServiceLevels) Proxy.newProxyInstance(ServiceLevels.class.getClassLoader(), new Class<?>[] {ServiceLevels.class},
                (proxy, method, arguments) -> {
                    asked.add(arguments[4]);
                    return List.of(new ServiceLevel(Stage.PRE_REVIEW, "440000", null, 2, 0, 40, 3, 3_600, 90_000, 180_060),
                            new ServiceLevel(Stage.SMS, "440000", null, 0, 24, 40, 0, 60, 120, 180));
                });
        levels.byProvince = true;
        String text = Console.run(levels, "olga").replaceAll(" +", " ");
        assertTrue(text, text.contains("2 working days") && text.contains("0d 01:00") && text.contains("1d 01:00")
                && text.contains("2d 02:01") && text.contains("24 h"));
        assertEquals(List.of(Set.of(Split.PROVINCE)), asked);
        assertEquals(3, Console.json(levels, "olga").at("/0/late").asInt());
        levels.days = 0;
        assertTrue(Console.refused(levels, "olga").contains("--days"));
    }
}
