package org.openbeian.core.order;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.After;
import org.junit.Test;
import org.openbeian.api.order.FaceCheck;
import org.openbeian.api.order.Order;
import org.openbeian.api.order.OrderState;
import org.openbeian.api.order.Refusal;
import org.openbeian.api.rules.RuleTrials;
import org.openbeian.api.rules.RuleTrials.Replay;
import org.openbeian.api.rules.RuleTrials.VerdictChange;
import org.openbeian.core.fake.MemoryResources;
import org.openbeian.core.fake.Samples;
import org.openbeian.core.rules.RuleFile;
import org.openbeian.core.rules.RuleFileException;
import org.openbeian.core.rules.RuleFiles;
import org.openbeian.core.rules.RuleTexts;

/** A candidate is tried on stored orders, and nothing is touched. */
public class RuleReplayTest {

    private static final String HEAD = """
        format: 1
        province: "%s"
        name: {zh: 测试, en: Test}
        %s
        version: 1.0.0
        date: 2026-01-01
        coverage: local
        """;
    private static final String NATION = HEAD.formatted("000000", "interface: V.3.0") + """
        review: {min: 5, max: 20, source: {document: d, date: x}}
        footer: {number: service, source: {document: d, date: x}}
        """;
    private static final String PROVINCE = HEAD.formatted("440000", "authority: {zh: 管局, en: Authority}\nprefix: 粤");
    private static final String STRICTER = PROVINCE.replace("1.0.0", "1.1.0") + """
        rules:
          - id: no-company
            require: {not: {organizer.name: {contains-any: [深圳]}}}
            text: {zh: 不, en: No}
            mend: {zh: 改, en: Change}
            source: {document: d, date: x}
            examples: [{pass: {organizer.name: 甲}}, {fail: {organizer.name: 深圳}}]
        """;

    private final Desk desk = new Desk();
    private final RuleTrialsComponent trials = new RuleTrialsComponent(new Texts(), desk.transactions, desk.store,
        Resources.of(account -> null, List.of(), new MemoryResources()), desk.clock);

    @After
    public void stop() {
        trials.stop();
    }

    @Test(timeout = 20_000)
    public void everyVerdictThatChangesIsListedAndNoOrderIsTouched() {
        Order order = desk.submitted();
        Replay replay = over(trials.replay(STRICTER));
        assertEquals("done", replay.state());
        assertEquals(1, replay.total());
        assertEquals(1, replay.judged());
        assertEquals(List.of(new VerdictChange(order.id(), OrderState.PRE_REVIEW, false, true, List.of(),
            List.of("BLOCK no-company /organizer/name"))), replay.changes());
        assertEquals("1.0.0", replay.inForce());
        assertEquals("1.1.0", replay.candidate());
        assertEquals(order.version(), desk.now(order).version());
        assertEquals(1, desk.transactions.call(() -> desk.store.verdicts(order.id())).size());
    }

    @Test(timeout = 20_000)
    public void whatIsKnownBesideTheOrdersDataCountsHereToo() {
        Order order = desk.submitted();
        FaceCheck face = new FaceCheck("/organizer/principal", Faces.hash(order.application().organizer().principal()), "s", null,
            desk.time(), desk.time(), false, null, null, desk.time(), desk.time().plusSeconds(86_400), false);
        desk.transactions.run(() -> desk.store.put(order.with(order.review().withFaces(List.of(face)))));
        Replay replay = over(trials.replay(STRICTER.replace("{not: {organizer.name: {contains-any: [深圳]}}}",
            "{verification.passed: true}").replace("{organizer.name: 甲}",
                "{verification.passed: true}").replace("{organizer.name: 深圳}",
                "{verification.passed: false}")));
        assertEquals("done", replay.state());
        assertEquals(1, replay.changes().size());
    }

    @Test(timeout = 20_000)
    public void withoutADifferenceNothingIsListedAndFinishedOrdersAreLeftOut() {
        Order order = desk.submitted();
        desk.orders.withdraw(Samples.ALICE, order.id(), -1, "over");
        Replay replay = over(trials.replay(PROVINCE));
        assertEquals(0, replay.total());
        assertEquals(List.of(), replay.changes());
        assertEquals(List.of(replay), trials.replays());
    }

    @Test(timeout = 20_000)
    public void anOrderWhoseDataWasErasedIsPassedOver() {
        desk.store.erase(desk.submitted().id());
        Replay replay = over(trials.replay(STRICTER));
        assertEquals("done", replay.state());
        assertEquals(List.of(), replay.changes());
    }

    @Test
    public void aBadFileIsRefusedWithAllMistakes() {
        Refusal refusal = assertThrows(Refusal.class, () -> trials.replay(STRICTER.replace("severity", "x").replace("id:", "di:")));
        assertEquals(Refusal.Kind.INVALID, refusal.kind());
        assertTrue(refusal.findings().get(0).text().en(), refusal.findings().get(0).text().en().contains("line 10"));
        assertEquals(Optional.empty(), trials.find("nothing"));
    }

    private Replay over(Replay started) {
        Replay replay = started;
        while (!replay.isOver()) {
            Thread.onSpinWait();
            replay = trials.find(started.id()).orElseThrow();
        }
        return replay;
    }

    /** A nation and a province, the latter replaced by the candidate. */
    private static final class Texts implements RuleTexts {

        @Override
        public Optional<String> installed(String bundle, String bundleVersion) {
            return Optional.empty();
        }

        @Override
        public Optional<String> versionInForce(String provinceId) {
            return Optional.of("1.0.0");
        }

        @Override
        public List<RuleTrials.Change> changes(RuleFile candidate, String text) {
            return List.of();
        }

        @Override
        public Trial trial(RuleFile candidate) throws RuleFileException {
            RuleFile nation = RuleFiles.read(NATION, "nation", "1.0.0");
            return new Trial(RuleFiles.book(List.of(nation, RuleFiles.read(PROVINCE, "province", "1.0.0"))),
                RuleFiles.book(List.of(nation, candidate)));
        }
    }
}
