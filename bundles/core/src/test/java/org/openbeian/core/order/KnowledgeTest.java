package org.openbeian.core.order;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertSame;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.junit.Test;
import org.openbeian.api.model.FilingType;
import org.openbeian.api.rules.CaseKnowledge;
import org.openbeian.api.rules.Circumstances;
import org.openbeian.api.rules.Circumstances.AccountState;
import org.openbeian.api.rules.Circumstances.Verification;
import org.openbeian.api.rules.FilingCase;
import org.openbeian.core.fake.MemoryResources;
import org.openbeian.core.fake.Samples;

/** What sources of knowledge add to a case, and that a bad one adds nothing and holds up nobody. */
public class KnowledgeTest {

    private static final MemoryResources NONE = new MemoryResources();
    private static final FilingCase CASE = new FilingCase("o", FilingType.FIRST, Samples.application("example.com"), List.of(),
        List.of(), "alice", Instant.parse("2026-11-23T00:00:00Z"));
    private static final Circumstances PHONES = new Circumstances(null, null, Map.of("13800000000", "440000"), null, null,
        Set.of("1"), null);
    private static final Circumstances VIDEO = new Circumstances(null,
        List.of(new Verification("/organizer/principal", true, "620000")), Map.of("13800000000", "620000"),
        new AccountState("王小明", null, null), null, Set.of("2"), Set.of());

    private final CountDownLatch never = new CountDownLatch(1);

    @Test
    public void whatSourcesTellIsJoinedAndTheHigherOneCounts() {
        Circumstances known = Resources.of(account -> null, List.of(source(VIDEO), source(PHONES)), NONE).known(CASE).circumstances();
        assertEquals("440000", known.phoneProvinces().get("13800000000"));
        assertEquals(1, known.verifications().size());
        assertEquals("王小明", known.account().realName());
        assertEquals(Set.of("1", "2"), known.mobilesOfOthers());
        assertEquals(Set.of(), known.certificatesOfOthers());
    }

    @Test
    public void ordersAreJudgedByWhatIsKnown() {
        Desk desk = new Desk();
        new Assessor(desk.rules, Resources.of(account -> null, List.of(source(PHONES)), NONE)).assess(desk.draft(), desk.clock.instant());
        assertEquals(PHONES, desk.rules.judged().circumstances());
    }

    @Test
    public void whatTheServerItselfKnowsOfTheAccountCountsMost() {
        AccountState own = new AccountState("李小红", "1", 1);
        Circumstances known = Resources.of(account -> account.equals("alice") ? own : null, List.of(source(VIDEO)), NONE).known(CASE)
            .circumstances();
        assertEquals(own, known.account());
        assertEquals(1, known.verifications().size());
    }

    @Test
    public void withoutSourcesNothingIsKnown() {
        assertSame(CASE, Resources.of(account -> null, List.of(), NONE).known(CASE));
    }

    @Test(timeout = 20_000)
    public void aBadSourceKnowsNothingAndTheNextIsAsked() {
        CaseKnowledge throwing = filing -> {
            throw new IllegalStateException();
        };
        CaseKnowledge broken = filing -> {
            throw new NoClassDefFoundError();
        };
        CaseKnowledge hanging = filing -> {
            await();
            return VIDEO;
        };
        try (Knowledge knowledge = new Knowledge(50)) {
            for (int call = 0; call < 4; call++) {
                Circumstances known = knowledge.about(CASE, List.of(throwing, filing -> null, broken, hanging, source(PHONES)));
                assertEquals(PHONES, known);
            }
            assertEquals("two of its calls hang, the others are not made", 2, knowledge.threadsOf(hanging));
        } finally {
            never.countDown();
        }
    }

    private void await() {
        boolean interrupted = false;
        while (true) {
            try {
                never.await();
                break;
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static CaseKnowledge source(Circumstances known) {
        return filing -> known;
    }
}
