package org.openbeian.core.order;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotNull;
import static org.junit.Assert.assertTrue;
import static org.openbeian.core.fake.Samples.ALICE;
import static org.openbeian.core.fake.Samples.OLGA;
import static org.openbeian.core.fake.Samples.SAM;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.Test;
import org.openbeian.api.model.Access;
import org.openbeian.api.model.Application;
import org.openbeian.api.model.Basis;
import org.openbeian.api.model.CancelReason;
import org.openbeian.api.model.FilingType;
import org.openbeian.api.model.WebSite;
import org.openbeian.api.order.HistoryEntry;
import org.openbeian.api.order.Order;
import org.openbeian.api.order.OrderEvent;
import org.openbeian.api.order.OrderState;
import org.openbeian.api.order.Orders;
import org.openbeian.api.order.Refusal;
import org.openbeian.api.order.ReturnReason;
import org.openbeian.api.rules.Severity;
import org.openbeian.core.fake.FakeRules;
import org.openbeian.core.fake.Samples;
import org.openbeian.testkit.Requirement;

/**
 * Random lives of orders of all types, with everything that people, plugins and authorities may do wrong in between, held against
 * what must always hold. {@code -Dopenbeian.lives} lives more of them, as {@code -Pcampaign} does, {@code -Dopenbeian.seed} other ones.
 */
public class RandomLivesTest {

    private static final int LIVES = Integer.getInteger("openbeian.lives", 1000);
    private static final long SEED = Long.getLong("openbeian.seed", 20261122L);
    private static final int AT_ONCE = 25;
    private static final int STEPS = 30;

    private static final List<String> WORDS = List.of("请修改", "短信核验信息填写错误超过5次", "短信核验未在24小时内完成");

    private final Set<FilingType> approved = new HashSet<>();
    private final Set<OrderState> seen = new HashSet<>();
    private Desk desk;
    private ScriptedAuthority authority;
    private Random random;
    private boolean blocked;
    private int serial;
    private Map<String, Order> lives;
    private Map<Long, Integer> accepted;
    /** Submissions for which the authority has decided. */
    private Set<Long> decided;

    @Test
    @Requirement({"E-08", "E-09", "E-10", "E-11", "E-12", "E-13", "E-14", "E-15", "E-17", "T-39"})
    public void whateverHappensNoOrderIsLostSentTwiceOrStuck() {
        for (int i = 0; i < LIVES; i += AT_ONCE) {
            world(SEED + i);
            for (int step = 0; step < AT_ONCE * STEPS; step++) {
                step(step);
            }
            settle();
        }
        assertEquals("types that reached their end", Set.of(FilingType.values()), approved);
        assertTrue("states on the way: " + seen, seen.size() >= OrderState.values().length - 1);
    }

    private void world(long seed) {
        desk = new Desk();
        authority = new ScriptedAuthority(desk);
        random = new Random(seed);
        blocked = false;
        lives = new HashMap<>();
        accepted = new HashMap<>();
        decided = new HashSet<>();
    }

    private void step(int step) {
        desk.clock.pass(Duration.ofMinutes(random.nextInt(90)));
        if (lives.size() < AT_ONCE && (step % STEPS == 0 || lives.isEmpty())) {
            attempt(this::begin);
        }
        if (lives.isEmpty()) {
            return;
        }
        List<String> ids = new ArrayList<>(new java.util.TreeSet<>(lives.keySet()));
        Order order = desk.now(lives.get(ids.get(random.nextInt(ids.size()))));
        attempt(() -> act(order));
        check(order);
    }

    /** Refusals are answers; anything else that is thrown is a fault of ours. */
    private static boolean attempt(Runnable action) {
        try {
            action.run();
            return true;
        } catch (Refusal refusal) {
            assertNotNull(refusal.code());
            return false;
        }
    }

    private void begin() {
        FilingType type = FilingType.values()[random.nextInt(FilingType.values().length)];
        List<ScriptedAuthority.Record> known = new ArrayList<>(authority.records.values());
        ScriptedAuthority.Record record = known.isEmpty() || type == FilingType.FIRST ? null : known.get(random.nextInt(known.size()));
        FilingType now = record == null ? FilingType.FIRST : type;
        Basis basis = record == null ? null : new Basis(record.number, services(now, record),
            TypeProfile.of(now).ends() ? CancelReason.OWN_WISH : null, null, List.of(Guards.LAST_ACCESS), null);
        boolean asks = TypeProfile.of(now).asksForNewServices();
        Application application = new Application(now == FilingType.FIRST ? Samples.organizer("示例" + serial + "有限公司") : null,
            asks ? List.of(site("新站")) : List.of(), Map.of(), basis);
        Order order = desk.orders.create(ALICE, now, application);
        lives.put(order.id(), order);
        if (basis != null && TypeProfile.of(now).password()) {
            desk.types.givePassword(ALICE, order.id(), Orders.ANY_VERSION, "000001");
        }
        edit(desk.now(order));
    }

    private List<String> services(FilingType type, ScriptedAuthority.Record record) {
        return TypeProfile.of(type).about() != TypeProfile.About.SERVICES || record.services.isEmpty() ? List.of()
            : List.of(record.services.get(random.nextInt(record.services.size())).number());
    }

    private WebSite site(String name) {
        serial++;
        WebSite old = Samples.site("s" + serial + ".com");
        return new WebSite(name, old.domains(), old.homeUrl(), old.contents(), old.languages(), List.of(), false, old.principal(),
            List.of(new Access("cvm", "ins-" + serial, List.of("8.8.8.8"))), null);
    }

    /** Fills in what the type lets its applicant change. */
    private void edit(Order order) {
        Application old = order.application();
        boolean organizer = order.type() == FilingType.CHANGE_ORGANIZER || order.type() == FilingType.CHANGE_BOTH;
        boolean services = order.type() == FilingType.CHANGE_SERVICE || order.type() == FilingType.CHANGE_BOTH;
        List<org.openbeian.api.model.InternetService> now = old.services();
        if (services || order.type() == FilingType.ACCESS) {
            now = now.stream().map(WebSite.class::cast).<org.openbeian.api.model.InternetService>map(site -> new WebSite(
                services ? "改名" + ++serial : site.name(), site.domains(), site.homeUrl(), site.contents(), site.languages(),
                site.preApprovals(), site.commercial(), site.principal(), site.accesses().isEmpty()
                    ? List.of(new Access("cvm", "ins-" + ++serial, List.of("8.8.4.4"))) : site.accesses(), site.remark())).toList();
        }
        Application wanted = new Application(organizer ? Samples.organizer("改名" + ++serial + "有限公司") : old.organizer(), now,
            old.extra(), confirmed(old.basis()));
        if (!wanted.equals(old)) {
            desk.orders.edit(ALICE, order.id(), Orders.ANY_VERSION, wanted);
        }
    }

    private static Basis confirmed(Basis old) {
        return old == null ? null : new Basis(old.organizerNumber(), old.serviceNumbers(), old.cancelReason(), old.cancelRemark(),
            List.of("last-access", "key-data"), old.passwordId());
    }

    private void act(Order order) {
        long no = order.handover().submissionNo();
        String id = order.id();
        switch (random.nextInt(22)) {
            case 0 -> edit(order);
            case 1, 2, 3 -> submit(order);
            case 4 -> desk.orders.claim(SAM, id, Orders.ANY_VERSION);
            case 5 -> desk.orders.logCall(SAM, id, Orders.ANY_VERSION, random.nextInt(3) == 0 ? Samples.MISSED_CALL : Samples.GOOD_CALL);
            case 6, 7 -> pass(order);
            case 8 -> desk.orders.giveBack(SAM, id, Orders.ANY_VERSION,
                List.of(new ReturnReason("other", "", FakeRules.text("wrong"), FakeRules.text("mend"))));
            case 9, 10, 11 -> upload(order);
            case 12 -> desk.authority.dataRejected(no, List.of("1008 证件无效"));
            case 13, 14, 15 -> decide(order, no, random.nextInt(4) > 0);
            case 16 -> toggle();
            case 17 -> time(order);
            case 18 -> desk.orders.resend(OLGA, id, Orders.ANY_VERSION, "asked by phone");
            case 19 -> authority.records.values().stream().findFirst().ifPresent(authority::repeat);
            case 20 -> desk.authority.uploaded(id, no, "again");
            default -> rarely(order);
        }
    }

    private void rarely(Order order) {
        if (random.nextInt(4) == 0) {
            desk.orders.withdraw(ALICE, order.id(), Orders.ANY_VERSION, null);
        } else {
            desk.orders.confirmSms(OLGA, order.id(), Orders.ANY_VERSION, "seen at the authority");
        }
    }

    private void submit(Order order) {
        Order after = desk.submit(order);
        assertTrue("nothing passes over a finding that stops it", !blocked || after.state() == OrderState.SUBMITTED);
    }

    private void pass(Order order) {
        desk.orders.logCall(SAM, order.id(), Orders.ANY_VERSION, Samples.GOOD_CALL);
        desk.orders.pass(SAM, order.id(), Orders.ANY_VERSION);
    }

    /** The lane's part: ready, sent, accepted; now and then the order is told twice. */
    private void upload(Order order) {
        if (!desk.authority.readyForUpload(order.id())) {
            return;
        }
        assertTrue("nothing is sent without rules", desk.rules.serves(ScriptedAuthority.PROVINCE));
        long no = desk.authority.submissionNo(order.id());
        desk.authority.uploaded(order.id(), no, "440000/" + no);
        accepted.merge(no, 1, Integer::sum);
        if (random.nextInt(5) == 0) {
            desk.authority.uploaded(order.id(), no, "440000/" + no);
        }
    }

    private void decide(Order order, long no, boolean pass) {
        if (!accepted.containsKey(no) || !decided.add(no)) {
            return;
        }
        desk.authority.reviewed(no, pass, pass ? null : WORDS.get(random.nextInt(WORDS.size())));
        if (pass && isAtAuthority(order)) {
            authority.pass(order, no);
        }
    }

    private static boolean isAtAuthority(Order order) {
        return order.state().isAtAuthority();
    }

    private void toggle() {
        if (random.nextBoolean()) {
            desk.rules.serve(ScriptedAuthority.PROVINCE, !desk.rules.serves(ScriptedAuthority.PROVINCE));
        } else if (blocked) {
            desk.rules.passAll();
            blocked = false;
        } else {
            desk.rules.fail("CN-TEST", Severity.BLOCK, "/organizer/name");
            blocked = true;
        }
        if (desk.rules.serves(ScriptedAuthority.PROVINCE)) {
            desk.waiting.resumeAll();
        }
    }

    private void time(Order order) {
        if (order.state() == OrderState.SMS_PENDING) {
            desk.tasks.pass(desk.clock, order.handover().smsDue().plusSeconds(60), desk.smsDeadline);
            desk.authority.resultsFetched(ScriptedAuthority.PROVINCE, desk.time());
        } else if (order.state() == OrderState.DRAFT && random.nextInt(3) == 0) {
            desk.tasks.pass(desk.clock, desk.time().plus(Duration.ofDays(46)), desk.draftExpiry);
        }
    }

    /** What must hold at every step. */
    private void check(Order before) {
        Order order = desk.now(before);
        seen.add(order.state());
        List<HistoryEntry> history = desk.transactions.call(() -> desk.store.history(order.id(), 0));
        Set<String> sent = new HashSet<>();
        HistoryEntry last = null;
        for (HistoryEntry entry : history) {
            assertEquals("without gaps", last == null ? 1 : last.no() + 1, entry.no());
            assertEquals(last == null ? null : last.to(), entry.from());
            if (entry.event() == OrderEvent.UPLOADED) {
                assertTrue("taken twice: " + entry.details(), sent.add(entry.details().get("submission")));
            }
            last = entry;
        }
        assertEquals("the history ends where the order stands", order.state(), last.to());
        assertTrue("stuck: " + order.state(), order.state().isFinal() || order.progress().waiting() != null || order.progress().due()
            != null || order.state() == OrderState.QUEUED_FOR_AUTHORITY || order.state() == OrderState.SMS_FAILED);
        if (order.state() == OrderState.APPROVED) {
            approved.add(order.type());
        }
    }

    /** With everything in order again, every order reaches an end, and the register is what the authority published. */
    private void settle() {
        desk.rules.passAll();
        blocked = false;
        desk.rules.serve(ScriptedAuthority.PROVINCE, true);
        desk.waiting.resumeAll();
        for (int i = 0; i < 40 && lives.values().stream().anyMatch(order -> !desk.state(order).isFinal()); i++) {
            new ArrayList<>(lives.values()).forEach(one -> attempt(() -> onward(desk.now(one))));
        }
        lives.values().forEach(order -> {
            check(order);
            assertTrue(order.type() + " ends as " + desk.state(order) + ": " + desk.transactions.call(() ->
                desk.store.history(order.id(), 0)).stream().map(entry -> entry.event() + " " + entry.details()).toList(),
                desk.state(order).isFinal());
        });
        accepted.forEach((no, times) -> assertEquals("submission " + no, 1, times.intValue()));
        authority.domains().forEach(domain -> assertTrue(domain, desk.register.byDomain(domain).isPresent()));
    }

    private void onward(Order order) {
        long no = order.handover().submissionNo();
        switch (order.state()) {
            case DRAFT, RETURNED, AUTHORITY_REJECTED -> {
                if (!attempt(() -> desk.submit(order))) {
                    desk.orders.withdraw(ALICE, order.id(), Orders.ANY_VERSION, null);
                }
            }
            case PRE_REVIEW -> pass(order);
            case QUEUED_FOR_AUTHORITY -> upload(order);
            case SMS_PENDING, AUTHORITY_REVIEW -> decideAtLast(order, no);
            case SMS_FAILED -> decideAtLast(order, no);
            default -> { }
        }
    }

    private void decideAtLast(Order order, long no) {
        decided.add(no);
        desk.authority.reviewed(no, true, null);
        authority.pass(desk.now(order), no);
    }
}
