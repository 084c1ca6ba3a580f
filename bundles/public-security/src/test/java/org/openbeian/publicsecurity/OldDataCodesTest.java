package org.openbeian.publicsecurity;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNull;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.Before;
import org.junit.Test;
import org.openbeian.api.publicsecurity.PublicSecurityCase;
import org.openbeian.api.publicsecurity.PublicSecurityCase.Passing;
import org.openbeian.api.publicsecurity.PublicSecurityCase.PassingStage;
import org.openbeian.api.publicsecurity.PublicSecurityCase.State;
import org.openbeian.api.store.CaseStore;
import org.openbeian.api.store.CaseStore.Kept;
import org.openbeian.api.store.DurableTasks;
import org.openbeian.api.store.SettingsStore;

/** Cases of a time when a code stayed with a case that ended. */
public class OldDataCodesTest {

    private static final int MANY = 450;

    private final CaseBookTest desk = new CaseBookTest();
    private final TreeMap<String, Kept> kept = new TreeMap<>();
    private final Map<String, String> marks = new HashMap<>();
    private final List<String> scheduled = new ArrayList<>();
    private boolean changedMeanwhile;
    private final CaseFiles files = new CaseFiles(CaseBookTest.fake(CaseStore.class, (proxy, method, arguments) ->
        switch (method.getName()) {
        case "insert" -> kept.put(((Kept) arguments[0]).id(), (Kept) arguments[0]) == null;
        case "update" -> !changedMeanwhile && kept.put(((Kept) arguments[0]).id(), (Kept) arguments[0]) != null;
        case "find" -> Optional.ofNullable(kept.get((String) arguments[1]));
        default -> kept.values().stream().sorted(Comparator.comparing(Kept::id).reversed())
            .filter(one -> arguments[4] == null || one.id().compareTo((String) arguments[4]) < 0).limit((int) arguments[5]).toList();
    }));
    private final OldDataCodes sweep = new OldDataCodes(files, CaseBookTest.fake(SettingsStore.class, (proxy, method, arguments) ->
        method.getName().equals("get") ? Optional.ofNullable(marks.get((String) arguments[0])) : marks.put((String) arguments[0],
            (String) arguments[1])), CaseBookTest.fake(DurableTasks.class, (proxy, method, arguments) -> {
                scheduled.add(method.getName() + " " + arguments[0] + " " + arguments[1]);
                return null;
            }), desk.transactions, desk.clock);

    private void keep(String id, State state, PassingStage stage) {
        Instant end = CaseBookTest.NOW.plus(Duration.ofDays(9));
        files.insert(new PublicSecurityCase(id, 1, "o-" + id, "anna", null, state, null, null, null, null, List.of(), null,
            stage == null ? null : new Passing(stage, null, "7f-甲", end, stage == PassingStage.FAILED ? "平台未返回" : null)));
    }

    @Before
    public void older() {
        keep("a-used", State.SITE_SUBMITTED, PassingStage.USED);
        keep("b-failed", State.DUE, PassingStage.FAILED);
        keep("c-expired", State.DUE, PassingStage.EXPIRED);
        keep("d-granted", State.NUMBER_ISSUED, PassingStage.ISSUED);
        keep("e-runs", State.DUE, PassingStage.ISSUED);
        keep("f-none", State.DUE, null);
    }

    private Map<String, String> codes() {
        return kept.keySet().stream().map(id -> files.find(id).orElseThrow()).filter(one -> one.passing() != null
            && one.passing().dataCode() != null).collect(Collectors.toMap(PublicSecurityCase::id, one -> one.passing().dataCode()));
    }

    @Test
    public void codesThatAreOfNoUseAreWipedAndTheRestOfTheCaseStays() {
        assertEquals("asked for at the start", List.of("ensure psb-old-data-codes all"), scheduled);
        assertEquals(Optional.empty(), sweep.run("all"));
        assertEquals(Map.of("e-runs", "7f-甲"), codes());
        assertEquals("the one that runs is watched", "schedule psb-data-code e-runs", scheduled.get(1));
        PublicSecurityCase failed = files.find("b-failed").orElseThrow();
        assertEquals("FAILED 平台未返回 2", failed.passing().stage() + " " + failed.passing().reason() + " " + failed.version());
        assertEquals("no step of anybody", List.of(), failed.steps());
        assertNull(files.find("f-none").orElseThrow().passing());
    }

    @Test
    public void itIsDoneOnceAndGoesThroughAllPages() {
        for (int i = 0; i < MANY; i++) {
            keep(String.format("x%04d", i), State.DUE, PassingStage.USED);
        }
        sweep.run("all");
        assertEquals(1, codes().size());
        keep("later", State.DUE, PassingStage.USED);
        assertEquals(Optional.empty(), sweep.run("all"));
        assertEquals("not looked at again", 2, codes().size());
    }

    @Test
    public void whatWasChangedMeanwhileIsLookedAtAgain() {
        changedMeanwhile = true;
        assertEquals(Optional.of(CaseBookTest.NOW.plus(Duration.ofMinutes(1))), sweep.run("all"));
        changedMeanwhile = false;
        assertEquals(Optional.empty(), sweep.run("all"));
        assertEquals(Map.of("e-runs", "7f-甲"), codes());
    }
}
