package org.openbeian.operations;

import static org.apache.felix.hc.api.Result.Status.CRITICAL;
import static org.apache.felix.hc.api.Result.Status.OK;
import static org.apache.felix.hc.api.Result.Status.TEMPORARILY_UNAVAILABLE;
import static org.apache.felix.hc.api.Result.Status.WARN;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.felix.hc.api.Result;
import org.junit.Test;
import org.openbeian.api.authority.OpenResult;
import org.openbeian.api.effect.LaneStatus;
import org.openbeian.api.effect.Lanes;
import org.openbeian.api.model.FilingType;
import org.openbeian.api.model.LocalizedText;
import org.openbeian.api.order.OrderState;
import org.openbeian.api.order.OrderSummary;
import org.openbeian.api.order.Orders;
import org.openbeian.api.rules.RuleBooks;
import org.openbeian.api.security.Accounts;
import org.openbeian.api.store.StoreHealth;
import org.openbeian.api.store.StoreUnavailable;
import org.openbeian.api.store.Transactions;
import org.openbeian.api.time.WorkingDays;
import org.openbeian.testkit.Requirement;
import org.osgi.framework.Constants;
import org.osgi.framework.dto.BundleDTO;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;
import org.osgi.service.component.runtime.dto.ReferenceDTO;
import org.osgi.service.component.runtime.dto.UnsatisfiedReferenceDTO;

public class ChecksTest {

    private static final Settings SETTINGS = Fakes.settings(Map.of());
    private static final Clock CLOCK = Clock.fixed(Fakes.NOW, ZoneOffset.UTC);

    @Test
    public void startWaitsForTheLastStartLevel() {
        Shutdown shutdown = new Shutdown(Fakes.framework(100), SETTINGS);
        assertEquals(TEMPORARILY_UNAVAILABLE, Fakes.status(new StartCheck(Fakes.framework(80), shutdown)));
        assertEquals(TEMPORARILY_UNAVAILABLE, Fakes.status(new StartCheck(Fakes.framework(100, false), shutdown)));
        assertEquals(OK, Fakes.status(new StartCheck(Fakes.framework(100), shutdown)));
        shutdown.requests().close(Duration.ZERO);
        assertEquals(TEMPORARILY_UNAVAILABLE, Fakes.status(new StartCheck(Fakes.framework(100), shutdown)));
    }

    @Test
    public void theLevelThatKarafGoesToCountsNotTheFrameworksOwn() {
        Shutdown shutdown = new Shutdown(Fakes.framework(100), SETTINGS);
        System.setProperty(Constants.FRAMEWORK_BEGINNING_STARTLEVEL, "110");
        try {
            assertEquals(TEMPORARILY_UNAVAILABLE, Fakes.status(new StartCheck(Fakes.framework(100), shutdown)));
            assertFalse(StartCheck.isStarted(Fakes.framework(100)));
            assertTrue(StartCheck.isStarted(Fakes.framework(110)));
        } finally {
            System.clearProperty(Constants.FRAMEWORK_BEGINNING_STARTLEVEL);
        }
    }

    @Test
    public void everyNeededServiceIsNamedWhenItIsMissing() {
        Transactions transactions = Fakes.transactions();
        RuleBooks rules = Fakes.rules();
        Orders orders = Fakes.answering(Orders.class, Map.of());
        Lanes lanes = Fakes.lanes(List.of(), List.of());
        Accounts accounts = Fakes.answering(Accounts.class, Map.of());
        assertEquals(OK, Fakes.status(new ServicesCheck(present(transactions, rules, orders, lanes, accounts))));
        Result result = new ServicesCheck(present(transactions, rules, null, lanes, accounts)).execute();
        assertEquals(CRITICAL, result.getStatus());
        assertTrue(Fakes.text(result).contains("The service Orders is not there"));
        for (int missing = 0; missing < 4; missing++) {
            assertEquals(CRITICAL, Fakes.status(new ServicesCheck(present(missing == 0 ? null : transactions, missing == 1 ? null : rules,
                    orders, missing == 2 ? null : lanes, missing == 3 ? null : accounts))));
        }
    }

    @Test
    public void theDatabaseMustAnswer() {
        assertTrue(Fakes.text(new DatabaseCheck(present(Fakes.store(true))).execute()).contains("H2 2.3.232, schema 1"));
        Result result = new DatabaseCheck(present(Fakes.store(false))).execute();
        assertEquals(CRITICAL, result.getStatus());
        assertTrue(Fakes.text(result).contains("connection refused"));
        assertEquals(CRITICAL, Fakes.status(new DatabaseCheck(present())));
    }

    @Test
    @Requirement("W-06")
    public void holidaysThatAreNotKnownAreNamed() {
        WorkingDays known = Fakes.answering(WorkingDays.class, Map.of("reservation", Optional.empty()));
        assertEquals(OK, Fakes.status(new CalendarCheck(present(known, CLOCK))));
        WorkingDays unknown = Fakes.answering(WorkingDays.class, Map.of("reservation", Optional.of(new LocalizedText("未知", "Not 2027"))));
        Result result = new CalendarCheck(present(unknown, CLOCK)).execute();
        assertEquals(WARN, result.getStatus());
        assertTrue(Fakes.text(result), Fakes.text(result).contains("Not 2027; etc/org.openbeian.calendar.cn.cfg"));
        assertEquals(WARN, Fakes.status(new CalendarCheck(present(CLOCK))));
    }

    @Test
    public void failingTasksAreNamed() {
        StoreHealth.FailingTask failing = new StoreHealth.FailingTask("authority-poll", "440000", 3, "timeout", Fakes.NOW);
        Result result = new TasksCheck(present(Fakes.answering(StoreHealth.class, Map.of("failingTasks", List.of(failing))))).execute();
        assertEquals(WARN, result.getStatus());
        assertTrue(Fakes.text(result).contains("Task authority-poll 440000 failed 3 times, next try " + Fakes.NOW + ": timeout"));
        assertEquals(OK, Fakes.status(new TasksCheck(present(Fakes.answering(StoreHealth.class, Map.of("failingTasks", List.of()))))));
        assertEquals(WARN, Fakes.status(new TasksCheck(present())));
        assertEquals(WARN, Fakes.status(new TasksCheck(present(Fakes.answering(StoreHealth.class,
                Map.of("failingTasks", new StoreUnavailable("down", null)))))));
    }

    @Test
    public void nationalRulesMustServeAndRefusedBundlesAreNamed() {
        assertEquals(CRITICAL, Fakes.status(new RulesCheck(present())));
        assertEquals(CRITICAL, Fakes.status(new RulesCheck(present(Fakes.rules(Fakes.bundle("440000", "serving", null))))));
        assertEquals(WARN, Fakes.status(new RulesCheck(present(Fakes.rules(Fakes.bundle("000000", "serving", null))))));
        assertEquals(OK, Fakes.status(new RulesCheck(present(Fakes.rules(Fakes.bundle("000000", "serving", null),
                Fakes.bundle("440000", "serving", null))))));
        Result result = new RulesCheck(present(Fakes.rules(Fakes.bundle("000000", "serving", null), Fakes.bundle("440000", "serving", null),
                Fakes.bundle("620000", "refused", "line 7, column 3: unknown fact")))).execute();
        assertEquals(WARN, result.getStatus());
        assertTrue(Fakes.text(result).contains("p620000 1.0.0 is refused: line 7, column 3: unknown fact"));
    }

    @Test
    public void pausedAndLaggingLanesAndEffectsThatGaveUpAreNamed() {
        LaneStatus running = new LaneStatus("channel:inbox", null, 1, 0, Fakes.NOW.minusSeconds(900));
        assertEquals(OK, Fakes.status(new LanesCheck(present(Fakes.lanes(List.of(running), List.of()), CLOCK), SETTINGS)));
        LaneStatus paused = new LaneStatus("authority:440000", "maintenance", 3, 0, Fakes.NOW.minusSeconds(901));
        LaneStatus broken = new LaneStatus("channel:email", null, 0, 1, null);
        Result result = new LanesCheck(present(Fakes.lanes(List.of(paused, broken), List.of(Fakes.gaveUp())), CLOCK), SETTINGS).execute();
        String text = Fakes.text(result);
        assertEquals(WARN, result.getStatus());
        assertTrue(text, text.contains("Lane authority:440000 is paused with 3 open effects: maintenance"));
        assertTrue(text, text.contains("Lane authority:440000 lags: its oldest effect waits for 901 s"));
        assertTrue(text, text.contains("Effect 4 (message of order 01order) gave up: mailbox is full"));
        Lanes damaged = Fakes.lanes(List.of(), List.of(), List.of(new OpenResult("440000", "f.xml", "bad hash", Fakes.NOW)));
        assertTrue(Fakes.text(new LanesCheck(present(damaged, CLOCK), SETTINGS).execute())
            .contains("WARN Result file f.xml of authority 440000 could not be applied: bad hash"));
        assertEquals(WARN, Fakes.status(new LanesCheck(present(CLOCK), SETTINGS)));
        Lanes unreadable = Fakes.answering(Lanes.class, Map.of("lanes", new StoreUnavailable("down", null)));
        assertEquals(WARN, Fakes.status(new LanesCheck(present(unreadable, CLOCK), SETTINGS)));
    }

    @Test
    public void theClockIsToldAndMustBePossible() {
        assertTrue(Fakes.text(new ClockCheck(present(Clock.fixed(Fakes.NOW.plusSeconds(999_999_999), ZoneOffset.UTC)), SETTINGS).execute())
                .contains("Virtual clock"));
        assertEquals(CRITICAL, Fakes.status(new ClockCheck(
                present(Clock.fixed(Fakes.NOW.minusSeconds(99_999_999), ZoneOffset.UTC)), SETTINGS)));
        assertEquals(CRITICAL, Fakes.status(new ClockCheck(present(), SETTINGS)));
        Settings early = Fakes.settings(Map.of("clock_not_before", "2000-01-01T00:00:00Z"));
        assertTrue(Fakes.text(new ClockCheck(present(Clock.systemUTC()), early).execute()).contains("in step with the real time"));
    }

    @Test
    public void aFullDiskIsCritical() {
        Path here = Path.of(".");
        assertEquals(OK, Fakes.status(new DiskCheck(here, Fakes.settings(Map.of("disk_free_mib", 0)))));
        assertEquals(CRITICAL, Fakes.status(new DiskCheck(Path.of("no-such-folder"), SETTINGS)));
        Settings greedy = Fakes.settings(Map.of("disk_free_mib", 1_000_000));
        assertTrue(Fakes.status(new DiskCheck(here, greedy)) == CRITICAL || Fakes.status(new DiskCheck(here, greedy)) == WARN);
    }

    @Test
    public void aDeadlockIsFound() throws InterruptedException {
        assertEquals(OK, Fakes.status(new ThreadsCheck()));
        ReentrantLock one = new ReentrantLock();
        ReentrantLock two = new ReentrantLock();
        CountDownLatch both = new CountDownLatch(2);
        Thread first = deadlocked(one, two, both);
        Thread second = deadlocked(two, one, both);
        both.await();
        while (!isParked(first, two) || !isParked(second, one)) {
            Thread.onSpinWait();
        }
        Result result = new ThreadsCheck().execute();
        first.interrupt();
        second.interrupt();
        first.join();
        second.join();
        assertEquals(CRITICAL, result.getStatus());
    }

    private static boolean isParked(Thread thread, ReentrantLock wanted) {
        return wanted.hasQueuedThread(thread) && thread.getState() == Thread.State.WAITING;
    }

    private static Thread deadlocked(ReentrantLock held, ReentrantLock wanted, CountDownLatch both) {
        Thread thread = new Thread(() -> {
            held.lock();
            try {
                both.countDown();
                both.await();
                wanted.lockInterruptibly();
            } catch (InterruptedException expected) {
                Thread.currentThread().interrupt();
            } finally {
                held.unlock();
            }
        });
        thread.start();
        return thread;
    }

    @Test
    public void waitingOrdersAreCountedByReason() {
        OrderSummary waiting = new OrderSummary("01order", 1, "anna", FilingType.FIRST, "620000", null, null,
                OrderState.SUBMITTED, "province-rules-missing", null, Fakes.NOW, Fakes.NOW, null, null);
        Result result = new WaitingCheck(present(Fakes.answering(Orders.class, Map.of("list", List.of(waiting))))).execute();
        assertEquals(WARN, result.getStatus());
        assertTrue(Fakes.text(result).contains("1 orders wait for province-rules-missing in province 620000: 01order"));
        assertEquals(OK, Fakes.status(new WaitingCheck(present(Fakes.answering(Orders.class, Map.of("list", List.of()))))));
    }

    @Test
    public void anUnsatisfiedComponentIsToldWithWhatItMisses() {
        Result result = new ComponentsCheck(runtime("org.openbeian.core", ComponentConfigurationDTO.UNSATISFIED_REFERENCE)).execute();
        assertEquals(CRITICAL, result.getStatus());
        assertTrue(Fakes.text(result), Fakes.text(result).contains("org.openbeian.Thing misses javax.sql.DataSource with (name=x)"));
        assertEquals(OK, Fakes.status(new ComponentsCheck(runtime("org.openbeian.core", ComponentConfigurationDTO.SATISFIED))));
        assertEquals("others are not judged", OK,
                Fakes.status(new ComponentsCheck(runtime("org.other", ComponentConfigurationDTO.UNSATISFIED_REFERENCE))));
        Result failed = new ComponentsCheck(runtime("org.openbeian.core", ComponentConfigurationDTO.FAILED_ACTIVATION)).execute();
        assertTrue(Fakes.text(failed).contains("failed to start: IllegalStateException: no port"));
        assertFalse("no stack trace", Fakes.text(failed).contains("at line 2"));
    }

    @Test
    public void causesAreNamedAndWhatFollowsIsCounted() {
        ComponentDescriptionDTO cause = component("org.openbeian.store.Store", "javax.sql.DataSource", "org.openbeian.Store");
        ComponentDescriptionDTO follows = component("org.openbeian.Orders", "org.openbeian.Store", "org.openbeian.Orders");
        String text = Fakes.text(new ComponentsCheck(runtime(ComponentConfigurationDTO.UNSATISFIED_REFERENCE, cause, follows)).execute());
        assertTrue(text, text.contains("org.openbeian.store.Store misses javax.sql.DataSource"));
        assertFalse(text, text.contains("org.openbeian.Orders misses"));
        assertTrue(text, text.contains("1 more components wait for these"));
    }

    @Test
    public void componentsThatWaitForEachOtherAreAllNamed() {
        ComponentDescriptionDTO one = component("org.openbeian.One", "org.openbeian.B", "org.openbeian.A");
        ComponentDescriptionDTO two = component("org.openbeian.Two", "org.openbeian.A", "org.openbeian.B");
        String text = Fakes.text(new ComponentsCheck(runtime(ComponentConfigurationDTO.UNSATISFIED_REFERENCE, one, two)).execute());
        assertTrue(text, text.contains("org.openbeian.One misses") && text.contains("org.openbeian.Two misses"));
    }

    private static ServiceComponentRuntime runtime(String bundle, int state) {
        ComponentDescriptionDTO component = component("org.openbeian.Thing", "javax.sql.DataSource");
        component.bundle.symbolicName = bundle;
        return runtime(state, component);
    }

    private static ComponentDescriptionDTO component(String name, String missing, String... provided) {
        ComponentDescriptionDTO component = new ComponentDescriptionDTO();
        component.name = name;
        component.bundle = new BundleDTO();
        component.bundle.symbolicName = "org.openbeian.core";
        component.configurationPid = new String[] {"org.openbeian.thing"};
        component.serviceInterfaces = provided;
        ReferenceDTO reference = new ReferenceDTO();
        reference.name = "$000";
        reference.interfaceName = missing;
        component.references = new ReferenceDTO[] {reference};
        return component;
    }

    private static ServiceComponentRuntime runtime(int state, ComponentDescriptionDTO... components) {
        ComponentConfigurationDTO configuration = new ComponentConfigurationDTO();
        configuration.state = state;
        configuration.failure = "IllegalStateException: no port\n at line 2";
        UnsatisfiedReferenceDTO missing = new UnsatisfiedReferenceDTO();
        missing.name = "$000";
        missing.target = "(name=x)";
        configuration.unsatisfiedReferences = new UnsatisfiedReferenceDTO[] {missing};
        return Fakes.answering(ServiceComponentRuntime.class, Map.of("getComponentDescriptionDTOs", List.of(components),
                "getComponentConfigurationDTOs", List.of(configuration)));
    }

    private static Present present(Object... services) {
        return Fakes.present(services);
    }
}
