package org.openbeian.authority.simulator;

import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.openbeian.api.time.DueSource;
import org.openbeian.api.registry.PublicRegistry;
import org.openbeian.authority.simulator.control.Acceptance;
import org.openbeian.authority.simulator.control.Announcement;
import org.openbeian.authority.simulator.control.AccountView;
import org.openbeian.authority.simulator.control.ClockView;
import org.openbeian.authority.simulator.control.Fault;
import org.openbeian.authority.simulator.control.FilingView;
import org.openbeian.authority.simulator.control.Scenario;
import org.openbeian.authority.simulator.control.SimulatorControl;

/** The simulated administrations as a whole, without the HTTP in front of them. Thread-safe. */
class Simulator implements SimulatorControl, AutoCloseable {
    private static final String VIEW = "SELECT id, isp_id, sequence, subject_id, round, organizer, domains, accepted_at, sms_at, answer_at,"
        + " release_at, outcome, decided, opinion, number FROM filing";

    private final VirtualClock clock;
    private final String address;
    private final Database database;
    private final Ledger ledger;
    private final OutTray outTray;
    private final Scenarios scenarios;
    private final Agenda agenda = new Agenda();
    private final Faults faults = new Faults();
    private final CpuMeter meter = new CpuMeter();
    private final Advancer advancer;
    private final Inbox inbox;
    private final Calls calls;
    private final People people;
    private final SimulatedRegistry registry;

    /**
     * How the simulator is set up.
     *
     * @param directory where its state is
     * @param address path of its services, such as {@code /authority}
     * @param credentials what every account knows itself by
     * @param registered for which provinces beside its own an account is registered, by account
     * @param plain authorities that take the ministry's V.3.0 alone; the others take X.1.0 as well
     * @param answerMinutes minutes after which persons enter their codes
     * @param reviewDays working days that a review takes
     * @param poll real time between two looks at what is due
     * @param pause real time between two jumps
     * @param paused whether the clock jumps only when told
     */
    record Setup(Path directory, String address, Credentials credentials, Map<String, Set<String>> registered, Set<String> plain,
        int answerMinutes, int reviewDays, Duration poll,
        Duration pause, boolean paused) {
    }

    Simulator(Setup setup, VirtualClock clock, Supplier<List<DueSource>> sources) {
        this.clock = clock;
        this.address = setup.address();
        this.database = new Database(setup.directory());
        this.ledger = new Ledger(database, agenda);
        this.outTray = new OutTray(database);
        this.scenarios = new Scenarios(database, setup.answerMinutes(), setup.reviewDays());
        this.registry = new SimulatedRegistry(database, clock);
        this.people = new People(database, agenda, clock);
        this.inbox = new Inbox(clock, setup.directory().resolve("uploads"), ledger, scenarios,
            setup.registered(), setup.plain());
        this.calls = new Calls(clock, setup.credentials(), inbox, ledger, outTray, faults);
        this.advancer = new Advancer(clock, agenda, new Officers(database, agenda, clock), sources, setup.poll(), setup.pause(),
            setup.paused(), meter);
    }

    /** Adds up what the simulator costs. */
    CpuMeter meter() {
        return meter;
    }

    @Override
    public Duration cpuTime() {
        return meter.used();
    }

    Calls calls() {
        return calls;
    }

    /** What the public register says of what was published here. */
    public PublicRegistry.PublicAnswer ask(PublicRegistry.PublicQuestion question) {
        return registry.ask(question);
    }

    /** What the data checks of an authority would find in a file; nothing is taken. */
    public List<String> rehearse(String authorityId, byte[] file) {
        return inbox.rehearse(Province.ALL.get(authorityId), file);
    }

    void start() {
        advancer.start();
    }

    @Override
    public ClockView clock() {
        return new ClockView(clock.instant(), clock.ahead(), advancer.isPaused(), advancer.pause(), advancer.next().orElse(null),
            advancer.waitingFor());
    }

    @Override
    public void pause() {
        advancer.paused(true);
    }

    @Override
    public void resume() {
        advancer.paused(false);
    }

    @Override
    public void step() {
        advancer.jump();
    }

    @Override
    public void advanceTo(Instant instant) {
        if (!clock.advanceTo(instant)) {
            throw new IllegalArgumentException("the clock never runs back; it is " + clock.instant());
        }
    }

    @Override
    public void pauseBetweenJumps(Duration pause) {
        advancer.pause(pause);
    }

    @Override
    public List<AccountView> accounts() {
        return Stream.concat(Stream.of(Province.MINISTRY), Province.ALL.values().stream())
            .sorted(java.util.Comparator.comparing(Province::id))
            .map(province -> new AccountView(province.id(), province.name(), province.ispId(), address + "/" + province.id(),
                ledger.account(province.ispId()).sequence(), outTray.waiting(province.ispId()).get(0)))
            .toList();
    }

    @Override
    public List<FilingView> filings(int limit) {
        return database.list(VIEW + " ORDER BY id DESC LIMIT ?", this::view, Math.max(1, limit));
    }

    private FilingView view(ResultSet row) throws SQLException {
        Instant sms = instant(row, "sms_at");
        Instant answered = instant(row, "answer_at");
        FilingView.State state = row.getBoolean("decided") ? decided(Plan.Outcome.valueOf(row.getString("outcome")))
            : open(sms, answered, clock.instant());
        return new FilingView(row.getLong("id"), authority(row.getLong("isp_id")), row.getLong("sequence"), row.getLong("subject_id"),
            row.getInt("round"), row.getString("organizer"), row.getString("domains"), state, instant(row, "accepted_at"), sms, answered,
            instant(row, "release_at"), row.getString("opinion"), row.getString("number"));
    }

    private static FilingView.State open(Instant sms, Instant answered, Instant now) {
        if (sms == null || now.isBefore(sms)) {
            return FilingView.State.RECEIVED;
        }
        return answered == null || now.isBefore(answered) ? FilingView.State.SMS_WAITING : FilingView.State.REVIEW;
    }

    private static FilingView.State decided(Plan.Outcome outcome) {
        return switch (outcome) {
            case PASS -> FilingView.State.PASSED;
            case REFUSE -> FilingView.State.REFUSED;
            case DATA_ERROR -> FilingView.State.DATA_ERROR;
            case SMS_EXPIRED, SMS_WRONG -> FilingView.State.SMS_FAILED;
        };
    }

    private static String authority(long ispId) {
        String code = Long.toString(ispId).substring(0, 6);
        return Province.ALL.containsKey(code) ? code : Province.MINISTRY.id();
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        long millis = row.getLong(column);
        return row.wasNull() ? null : Instant.ofEpochMilli(millis);
    }

    @Override
    public List<Acceptance> acceptances() {
        return acceptances("");
    }

    @Override
    public List<Acceptance> duplicates() {
        return acceptances(" HAVING COUNT(*) > 1");
    }

    private List<Acceptance> acceptances(String having) {
        return database.list("SELECT isp_id, subject_id, round, COUNT(*) FROM filing GROUP BY isp_id, subject_id, round" + having
            + " ORDER BY isp_id, subject_id, round", row -> new Acceptance(authority(row.getLong(1)), row.getLong(2), row.getInt(3),
                row.getInt(4)));
    }

    @Override
    public void enterCode(long filingId, boolean right) {
        people.enterCode(filingId, right);
    }

    @Override
    public void decide(long filingId, boolean pass, String opinion) {
        people.decide(filingId, pass, opinion);
    }

    @Override
    public void announce(String authorityId, Announcement announcement) {
        Province province = Province.ALL.get(authorityId);
        if (province == null) {
            throw new IllegalArgumentException("there is no authority " + authorityId);
        }
        String xml = AnnouncementXml.of(announcement, clock.instant());
        database.transaction(connection -> {
            Ledger.tell(connection, province.ispId(), AnnouncementXml.part(announcement.kind()), xml);
            return null;
        });
    }

    @Override
    public List<Scenario> scenarios() {
        return scenarios.all();
    }

    @Override
    public void setScenario(Scenario scenario) {
        scenarios.set(scenario);
    }

    @Override
    public void removeScenario(String match) {
        scenarios.remove(match);
    }

    @Override
    public void inject(Fault fault, int times) {
        faults.inject(fault, times);
    }

    @Override
    public void failRandomly(double rate, long seed) {
        faults.randomly(rate, seed);
    }

    @Override
    public Map<Fault, Integer> faults() {
        return faults.ordered();
    }

    @Override
    public Map<Fault, Integer> shownFaults() {
        return faults.shown();
    }

    @Override
    public void clearFaults() {
        faults.clear();
    }

    @Override
    public void close() {
        advancer.close();
        database.close();
    }
}
