package org.openbeian.benchmarks;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import org.openbeian.api.gate.GateState;
import org.openbeian.api.store.GateStore;
import org.openbeian.gate.GateConfig;
import org.openbeian.gate.GateSettings;
import org.openbeian.gate.MemoryGate;

/**
 * The gate in process over millions of domains, against a {@code HashMap<String, Long>} that is asked the same in the same run:
 * look-ups a second on one core, one by one and many together, of hosts whose strings are fresh and come in random order, filed ones and
 * others mixed; bytes of heap a domain, time to load, and the longest look-up while domains change beside what a
 * control thread meets. {@code mvn -Pbenchmarks -pl itests/benchmarks exec:exec -Dmain=org.openbeian.benchmarks.GateBenchmark};
 * the argument after the provinces' folder is the number of domains.
 */
public final class GateBenchmark {

    private static final int ASKED = 2_000_000;
    private static final int ROUNDS = 7;
    private static final int WARM_UP = 2;
    private static final int TOGETHER = 1_000;
    private static final int PHASES = 9;
    private static final String[] SUFFIXES = {".com", ".cn", ".com.cn", ".net", ".top"};

    private final int domains;
    private final Made store = new Made();

    private GateBenchmark(int domains) {
        this.domains = domains;
    }

    /** Runs and prints. */
    public static void main(String[] arguments) throws InterruptedException {
        new GateBenchmark(arguments.length > 1 ? Integer.parseInt(arguments[1]) : 5_000_000).run();
    }

    private void run() throws InterruptedException {
        System.out.println("JVM flags: " + ManagementFactory.getRuntimeMXBean().getInputArguments() + ", " + domains + " domains");
        long before = heap();
        Map<String, Long> map = new HashMap<>(16);
        for (int i = 0; i < domains; i++) {
            map.put(domain(i), (long) i);
        }
        long ofMap = heap() - before;
        long start = System.nanoTime();
        MemoryGate gate = new MemoryGate(store, settings());
        while (!gate.isOpen(domain(0))) {
            Thread.sleep(10);
        }
        long loaded = System.nanoTime() - start;
        long ofGate = heap() - before - ofMap;
        System.out.printf(Locale.ROOT, "loaded in %d ms (without the database); heap: gate %.1f bytes a domain, map %.1f%n",
            loaded / 1_000_000, (double) ofGate / domains, (double) ofMap / domains);
        checkExact(gate);
        compare(map, gate);
        map.clear();
        heap();
        update(gate);
        gate.deactivate();
    }

    /** No false answers: every domain is open, and as many others are not. */
    private void checkExact(MemoryGate gate) {
        long wrong = 0;
        for (int i = 0; i < domains; i++) {
            wrong += gate.isOpen(domain(i)) ? 0 : 1;
            wrong += gate.isOpen("x" + domain(i)) ? 1 : 0;
        }
        System.out.println("wrong answers among " + 2L * domains + ": " + wrong);
    }

    /** Rounds in turn, the map's after the gate's; the first ones, in which code is compiled, do not count. */
    private void compare(Map<String, Long> map, MemoryGate gate) {
        List<double[]> ratios = new ArrayList<>();
        for (int round = 1 - WARM_UP; round <= ROUNDS; round++) {
            double single = rate(hosts -> asked(hosts, gate::isOpen), round);
            double together = rate(hosts -> together(hosts, gate), round);
            double ofMap = rate(hosts -> asked(hosts, host -> map.get(host) != null), round);
            System.out.printf(Locale.ROOT, "round %d: look-ups a second of one core: map %,.0f; gate one by one %,.0f, ratio %.2f;"
                + " gate %d together %,.0f, ratio %.2f%n", round, ofMap, single, single / ofMap, TOGETHER, together, together / ofMap);
            if (round > 0) {
                ratios.add(new double[] {single / ofMap, together / ofMap});
            }
        }
        System.out.printf(Locale.ROOT, "medians of %d rounds: ratio one by one %.2f, together %.2f%n", ROUNDS, median(ratios, 0),
            median(ratios, 1));
    }

    private static double median(List<double[]> ratios, int which) {
        return ratios.stream().mapToDouble(ratio -> ratio[which]).sorted().toArray()[ratios.size() / 2];
    }

    /** Look-ups a second of the thread's processor time. Hosts are made before and asked once each, four of five are filed. */
    private double rate(ToIntFunction<String[]> asked, int seed) {
        Random random = new Random(seed);
        String[] hosts = new String[ASKED];
        for (int i = 0; i < ASKED; i++) {
            String host = domain(random.nextInt(domains));
            hosts[i] = i % 5 == 0 ? "x" + host : host;
        }
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long start = threads.getCurrentThreadCpuTime();
        int open = asked.applyAsInt(hosts);
        long taken = threads.getCurrentThreadCpuTime() - start;
        if (open != ASKED / 5 * 4) {
            throw new IllegalStateException(open + " are open");
        }
        return ASKED * 1e9 / taken;
    }

    private static int asked(String[] hosts, Predicate<String> open) {
        int count = 0;
        for (String host : hosts) {
            count += open.test(host) ? 1 : 0;
        }
        return count;
    }

    private static int together(String[] hosts, MemoryGate gate) {
        List<String> all = Arrays.asList(hosts);
        int count = 0;
        for (int from = 0; from < hosts.length; from += TOGETHER) {
            for (boolean open : gate.areOpen(all.subList(from, Math.min(hosts.length, from + TOGETHER)))) {
                count += open ? 1 : 0;
            }
        }
        return count;
    }

    /**
     * The longest turn with a look-up while domains come and go, beside that of a thread whose turns have none. On a busy machine either
     * is mostly other programs' turn, so each turn's own processor time and the waits for locks are told too: a look-up that neither takes
     * long by the one nor waits is held up by nothing of the gate's.
     */
    private void update(MemoryGate gate) throws InterruptedException {
        Random random = new Random(3);
        double[] excesses = new double[PHASES];
        double[] own = new double[PHASES];
        for (int phase = 0; phase < PHASES; phase++) {
            Turns control = new Turns(host -> !host.isEmpty());
            Turns asking = new Turns(gate::isOpen);
            control.start();
            asking.start();
            for (int i = 0; i < 10; i++) {
                for (int j = 0; j < 1_000; j++) {
                    store.change(random.nextInt(domains * 2));
                }
                Thread.sleep(100);
            }
            control.stop = true;
            asking.stop = true;
            control.join();
            asking.join();
            excesses[phase] = (asking.longest - control.longest) / 1e6;
            own[phase] = (asking.longestOwn - control.longestOwn) / 1e6;
            System.out.printf(Locale.ROOT, "longest look-up during 10,000 changes %.2f ms, control %.2f, excess %.2f; of processor time"
                + " %.2f ms, control %.2f, excess %.2f; waits for locks: %d%n", asking.longest / 1e6, control.longest / 1e6,
                excesses[phase], asking.longestOwn / 1e6, control.longestOwn / 1e6, own[phase], asking.waits);
        }
        Arrays.sort(excesses);
        Arrays.sort(own);
        System.out.printf(Locale.ROOT, "excess of %d phases: median %.2f ms, most %.2f ms; of processor time: median %.2f ms, most"
            + " %.2f ms%n", PHASES, excesses[PHASES / 2], excesses[PHASES - 1], own[PHASES / 2], own[PHASES - 1]);
    }

    /** A thread that takes turns until it is ended, and then knows its longest ones. */
    private final class Turns extends Thread {

        private final Predicate<String> asked;
        private volatile boolean stop;
        private long longest;
        private long longestOwn;
        private long waits;

        Turns(Predicate<String> asked) {
            this.asked = asked;
        }

        @Override
        public void run() {
            ThreadMXBean threads = ManagementFactory.getThreadMXBean();
            Random random = new Random(5);
            long open = 0;
            long before = System.nanoTime();
            long ownBefore = threads.getCurrentThreadCpuTime();
            while (!stop) {
                open += asked.test(domain(random.nextInt(domains))) ? 1 : 0;
                long own = threads.getCurrentThreadCpuTime();
                long now = System.nanoTime();
                longest = Math.max(longest, now - before);
                longestOwn = Math.max(longestOwn, own - ownBefore);
                before = now;
                ownBefore = own;
            }
            ThreadInfo told = threads.getThreadInfo(getId());
            waits = told.getBlockedCount() + told.getWaitedCount();
            if (open == 0) {
                throw new IllegalStateException("nothing was open");
            }
        }
    }

    /** Domains of 9 to 16 characters, without pattern for a hash. */
    private static String domain(int i) {
        long mixed = (i * 0x9E3779B97F4A7C15L ^ 0x5DEECE66DL) >>> 24;
        return Long.toString(mixed, 36) + Integer.toString(i % 7, 36) + SUFFIXES[i % SUFFIXES.length];
    }

    private static long heap() throws InterruptedException {
        for (int i = 0; i < 3; i++) {
            System.gc();
            Thread.sleep(200);
        }
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private static GateSettings settings() {
        return new GateSettings((GateConfig) Proxy.newProxyInstance(GateConfig.class.getClassLoader(), new Class<?>[] {GateConfig.class},
            (proxy, method, arguments) -> method.getDefaultValue()));
    }

    /** A store whose domains are made up as they are read. */
    private final class Made implements GateStore {

        private final List<Change> changes = new ArrayList<>();
        private final Map<String, GateState> changed = new HashMap<>();

        synchronized void change(int i) {
            String key = domain(i);
            changed.merge(key, i < domains ? GateState.CANCELLED : GateState.FILED, (old, state) -> GateState.FILED);
            changes.add(new Change(changes.size() + 1L, key));
        }

        @Override
        public synchronized long last() {
            return changes.size();
        }

        @Override
        public void scan(BiConsumer<String, GateState> to) {
            for (int i = 0; i < domains; i++) {
                to.accept(domain(i), GateState.FILED);
            }
        }

        @Override
        public synchronized List<Change> changes(long after, int limit) {
            return List.copyOf(changes.subList((int) after, (int) Math.min(changes.size(), after + limit)));
        }

        @Override
        public List<Change> changes(Collection<Long> numbers) {
            return List.of();
        }

        @Override
        public synchronized Map<String, GateState> states(Collection<String> keys) {
            Map<String, GateState> found = new HashMap<>();
            for (String key : keys) {
                found.put(key, changed.getOrDefault(key, GateState.NONE));
            }
            return found;
        }

        @Override
        public int forget(Instant before) {
            return 0;
        }
    }
}
