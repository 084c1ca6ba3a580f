package org.openbeian.publicsecurity;

import static org.junit.Assert.assertEquals;

import java.lang.reflect.Method;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.Test;
import org.openbeian.api.model.LocalizedText;
import org.openbeian.api.order.Obligation;
import org.openbeian.api.publicsecurity.PublicSecurityCase;
import org.openbeian.api.publicsecurity.PublicSecurityCase.Appointment;
import org.openbeian.api.publicsecurity.PublicSecurityCase.Passing;
import org.openbeian.api.publicsecurity.PublicSecurityCase.PassingStage;
import org.openbeian.api.publicsecurity.PublicSecurityCase.State;
import org.openbeian.api.publicsecurity.PublicSecurityFilings;
import org.openbeian.api.store.CaseStore;
import org.openbeian.api.store.CaseStore.Kept;
import org.openbeian.api.time.WorkingDays;
import org.openbeian.testkit.Requirement;

/** What of a case stands in its account's calendar. */
public class CaseObligationsTest {

    private static final Instant NOW = Instant.parse("2026-11-22T02:00:00Z");
    private static final Instant LATER = NOW.plusSeconds(86_400);

    private final Map<String, Kept> kept = new TreeMap<>(Comparator.reverseOrder());
    private final CaseFiles files = new CaseFiles(CaseBookTest.fake(CaseStore.class, this::store));

    private Object store(Object proxy, Method method, Object[] arguments) {
        if (method.getName().equals("insert")) {
            return kept.put(((Kept) arguments[0]).id(), (Kept) arguments[0]) == null;
        }
        return kept.values().stream().filter(one -> one.account().equals(arguments[1]) && one.state().equals(arguments[3])
            && (arguments[4] == null || one.id().compareTo((String) arguments[4]) < 0)).limit((Integer) arguments[5]).toList();
    }

    private static PublicSecurityCase of(String account, State state, Appointment appointment, Instant expected, Passing passing) {
        return of("o1-1", account, state, appointment, expected, passing);
    }

    private static PublicSecurityCase of(String id, String account, State state, Appointment appointment, Instant expected,
            Passing passing) {
        return new PublicSecurityCase(id, 1, "o1", account, "粤ICP备2026000001号", state, null, null, appointment, expected, List.of(),
            List.of(), passing);
    }

    private List<Obligation> due(Instant now) {
        return new CaseObligations(files, new CaseBookTest().transactions, CaseBookTest.fake(WorkingDays.class,
            (proxy, method, arguments) -> Optional.of(new LocalizedText("推算", "counted " + arguments[1])))).of(CaseBookTest.ANNA, now);
    }

    private List<String> due(PublicSecurityCase one, Instant now) {
        kept.clear();
        files.insert(one);
        return due(now).stream().map(each -> each.kind() + " " + each.due() + " own=" + each.own() + " overdue=" + each.overdue()).toList();
    }

    @Test
    public void anOldCaseIsNotForgottenForManyNewOnes() {
        for (int i = 1; i <= PublicSecurityFilings.MOST + 1; i++) {
            files.insert(of("o1-" + i, "anna", State.SITE_SUBMITTED, null, LATER, null));
            files.insert(of("o2-" + i, "anna", State.NUMBER_ISSUED, null, null, null));
            files.insert(of("o3-" + i, "bob", State.SITE_SUBMITTED, null, LATER, null));
        }
        assertEquals(PublicSecurityFilings.MOST + 1, due(NOW).stream().map(Obligation::id).distinct().count());
    }

    @Test
    @Requirement({"T-64", "T-74"})
    public void theAnswerOfThePoliceIsWaitedFor() {
        assertEquals(List.of("public-security-answer 2026-11-23T02:00:00Z own=false overdue=false"),
            due(of("anna", State.SITE_SUBMITTED, null, LATER, null), NOW));
        assertEquals(List.of("public-security-answer 2026-11-23T02:00:00Z own=false overdue=true"),
            due(of("anna", State.SITE_SUBMITTED, null, LATER, null), LATER.plusSeconds(1)));
        assertEquals("it was counted in working days", "counted " + LATER, due(NOW).get(0).reservation().en());
        assertEquals("whose case it is", List.of(), due(of("bob", State.SITE_SUBMITTED, null, LATER, null), NOW));
        assertEquals("it is over", List.of(), due(of("anna", State.NUMBER_ISSUED, null, LATER, null), NOW));
    }

    @Test
    @Requirement({"T-91", "T-92"})
    public void anAppointmentIsKeptAndADataCodeEnteredInTime() {
        Appointment meeting = new Appointment(LATER, "网安支队", List.of());
        assertEquals(List.of("public-security-appointment 2026-11-23T02:00:00Z own=true overdue=false"),
            due(of("anna", State.INTERVIEW_REQUIRED, meeting, null, null), NOW));
        assertEquals("it was the last one", List.of(), due(of("anna", State.SITE_RETURNED, meeting, null, null), NOW));
        assertEquals(List.of("public-security-code 2026-11-23T02:00:00Z own=true overdue=false"),
            due(of("anna", State.DUE, null, null, new Passing(PassingStage.ISSUED, null, "7f", LATER, null)), NOW));
        assertEquals("of no use now", List.of(),
            due(of("anna", State.SITE_SUBMITTED, null, null, new Passing(PassingStage.ISSUED, null, "7f", LATER, null)), NOW));
        assertEquals("entered", List.of(),
            due(of("anna", State.DUE, null, null, new Passing(PassingStage.USED, null, "7f", LATER, null)), NOW));
    }
}
