package org.openbeian.gate;

import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.openbeian.api.gate.Gate;
import org.openbeian.api.gate.GateAnswer;
import org.openbeian.api.gate.GateDecision;
import org.openbeian.api.gate.GateState;
import org.openbeian.api.model.LocalizedText;
import org.openbeian.api.store.GateStore;
import org.openbeian.core.identifier.DomainName;
import org.openbeian.core.identifier.HostName;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers from the index, which a thread of its own keeps up to date. */
@Component(service = {Gate.class, MemoryGate.class})
public final class MemoryGate implements Gate {

    private static final Logger LOG = LoggerFactory.getLogger(MemoryGate.class);
    private static final GateState[] STATES = GateState.values();
    /** A bit for each state that opens: asked without a branch on what memory is waited for. */
    private static final int OPEN = Arrays.stream(STATES).filter(GateState::open).mapToInt(state -> 1 << state.ordinal()).sum();
    private static final String APP = "app:";
    /** What every filing number holds. */
    private static final String NUMBER = "icp备";
    private static final String EMPTY = "empty";

    private final DomainIndex index = new DomainIndex();
    private final Map<String, GateState> apps = new ConcurrentHashMap<>();
    private final GateStore store;
    private final GateSettings settings;
    private final LongSupplier nanoTime;
    private final Follower follower;
    private final ScheduledExecutorService thread;
    private volatile Long seen;
    private volatile boolean current;
    private long forgotten;

    /** Created by Declarative Services. */
    @Activate
    public MemoryGate(@Reference GateStore store, @Reference GateSettings settings) {
        this(store, settings, System::nanoTime, Executors.newScheduledThreadPool(2, work -> {
            Thread made = new Thread(work, "openbeian-gate");
            made.setDaemon(true);
            return made;
        }));
        thread.schedule(this::turn, 0, TimeUnit.MILLISECONDS);
        thread.scheduleWithFixedDelay(this::watch, 1, 1, TimeUnit.SECONDS);
    }

    MemoryGate(GateStore store, GateSettings settings, LongSupplier nanoTime, ScheduledExecutorService thread) {
        this.store = store;
        this.settings = settings;
        this.nanoTime = nanoTime;
        this.thread = thread;
        this.follower = new Follower(store, nanoTime, this::put);
        this.forgotten = nanoTime.getAsLong();
    }

    /** Ends the thread. */
    @Deactivate
    public void deactivate() {
        thread.shutdownNow();
    }

    private void turn() {
        try {
            refresh();
        } catch (RuntimeException e) {
            LOG.warn("The gate cannot follow the store: {}", e.getMessage());
        } finally {
            if (!thread.isShutdown()) {
                thread.schedule(this::turn, settings.get().poll_millis(), TimeUnit.MILLISECONDS);
            }
        }
    }

    /** Loads what is filed, or what changed since. */
    void refresh() {
        long start = nanoTime.getAsLong();
        if (seen == null) {
            follower.load();
            index.trim();
            LOG.info("The gate knows {} domains in {} bytes, read in {} ms", index.size(), index.bytes(),
                (nanoTime.getAsLong() - start) / 1_000_000);
        }
        follower.follow();
        seen = start;
        watch();
        if (start - forgotten > Duration.ofHours(1).toNanos()) {
            forgotten = start;
            // Real time: the rows carry the database's.
            store.forget(Clock.systemUTC().instant().minus(Duration.ofDays(settings.get().changes_days())));
        }
    }

    private void put(String key, GateState state) {
        if (key.startsWith(APP)) {
            if (state == GateState.NONE) {
                apps.remove(key);
            } else {
                apps.put(key, state);
            }
        } else if (isKey(key)) {
            index.put(key, state.ordinal());
        }
    }

    /** Nothing but a registrable name or one below opens anything. */
    private boolean isKey(String key) {
        return index.getUnder(key) >= 0 ? key.indexOf('.') > 0 && !DomainName.isPublicSuffix(key)
            : key.length() <= 253 && HostName.of(key).kind() == HostName.Kind.NAME && key.chars().allMatch(c -> c < 128);
    }

    /** Number of the last change that the answers rest on. */
    long position() {
        return follower.position();
    }

    /** State of a key; for those who keep a copy. */
    GateState state(String key) {
        return key.startsWith(APP) ? apps.getOrDefault(key, GateState.NONE) : STATES[index.get(key)];
    }

    /** Notices when the store was not reached for too long; a look-up itself reads no clock. */
    void watch() {
        Long last = seen;
        current = last != null && nanoTime.getAsLong() - last <= settings.get().stale_seconds() * 1_000_000_000L;
    }

    @Override
    public GateAnswer host(String host) {
        String asked = host == null ? "" : host;
        if (!current) {
            return behind(asked);
        }
        HostName name = HostName.of(asked);
        if (name.kind() != HostName.Kind.NAME) {
            return noHost(asked, name.kind());
        }
        return answer(asked, name, STATES[stateOf(name.name().ascii())]);
    }

    @Override
    public boolean isOpen(String host) {
        if (host == null || !current) {
            return false;
        }
        int state = index.getUnder(host);
        return state >= 0 ? (OPEN >> state & 1) != 0 : host(host).decision() == GateDecision.ALLOW;
    }

    @Override
    public boolean[] areOpen(List<String> hosts) {
        boolean[] open = new boolean[hosts.size()];
        if (!current) {
            return open;
        }
        List<String> asked = hosts.stream().map(host -> host == null ? "" : host).toList();
        int[] states = new int[open.length];
        index.getUnder(asked, states);
        for (int i = 0; i < open.length; i++) {
            open[i] = states[i] >= 0 ? (OPEN >> states[i] & 1) != 0 : host(asked.get(i)).decision() == GateDecision.ALLOW;
        }
        return open;
    }

    /** A government sub-domain is filed by itself, but for the portal at www (Q-23, E-36); any other rides on its domain. */
    private int stateOf(String ascii) {
        if (!ascii.endsWith(DomainIndex.GOVERNMENT)) {
            return under(ascii);
        }
        int state = index.get(ascii);
        return state == 0 && ascii.startsWith("www.") ? index.get(ascii.substring(4)) : state;
    }

    /** As the index says it of a plain host, also for the A-form of other signs. */
    private int under(String ascii) {
        int first = 0;
        for (int dot = ascii.lastIndexOf('.'); dot > 0;) {
            dot = ascii.lastIndexOf('.', dot - 1);
            int state = index.get(ascii.substring(dot + 1));
            if (state == DomainIndex.OPEN) {
                return state;
            }
            first = first == 0 ? state : first;
        }
        return first;
    }

    @Override
    public GateAnswer app(String number) {
        String asked = number == null ? "" : number.strip();
        if (!current) {
            return behind(asked);
        }
        if (asked.isEmpty()) {
            return unknown(asked, EMPTY, "未填写备案号", "No filing number is given");
        }
        String lower = asked.toLowerCase(Locale.ROOT);
        GateState state = apps.getOrDefault(APP + lower, apps.getOrDefault(APP + asked, GateState.NONE));
        if (state == GateState.NONE && !lower.contains(NUMBER)) {
            return unknown(asked, "app-number", "请用备案号查询；只有备案办理中的 APP 才按名称可查", "Ask by the filing number: a name is known only"
                + " while its filing is under way");
        }
        return new GateAnswer(asked, asked, state.open() ? GateDecision.ALLOW : GateDecision.BLOCK, state.reason(), state.text(),
            state.until());
    }

    private static GateAnswer answer(String asked, HostName name, GateState state) {
        DomainName domain = name.name();
        boolean own = domain.ascii().endsWith(DomainIndex.GOVERNMENT) && !domain.ascii().equals("www." + domain.registrable().ascii());
        return new GateAnswer(asked, own ? domain.ascii() : domain.registrable().ascii(),
            state.open() ? GateDecision.ALLOW : GateDecision.BLOCK, state.reason(), state.text(),
            state.until());
    }

    private static GateAnswer noHost(String asked, HostName.Kind kind) {
        return switch (kind) {
            case EMPTY -> unknown(asked, EMPTY, "未填写域名", "No host is given");
            case ADDRESS -> unknown(asked, "address", "这是 IP 地址，不是域名", "It is an address and no domain");
            case SUFFIX -> unknown(asked, "public-suffix", "这是公共后缀，不是可注册的域名", "It is a public suffix");
            case MALFORMED -> unknown(asked, "malformed", "域名格式不正确", "It is no domain name");
            case NAME -> throw new IllegalArgumentException("a name has a state");
        };
    }

    private static GateAnswer behind(String asked) {
        return unknown(asked, "not-current", "接入闸尚未取得最新状态，请稍后再试", "The gate does not know the present state; ask again");
    }

    private static GateAnswer unknown(String asked, String reason, String zh, String en) {
        return new GateAnswer(asked, null, GateDecision.UNKNOWN, reason, new LocalizedText(zh, en), null);
    }
}
