package org.openbeian.authority.simulator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;

/**
 * Real time plus a stored offset. It never runs back: not when the real clock is set back, not after a kill. What it has
 * shown lies below a mark that was stored before; a jump is stored before it is seen. Thread-safe.
 */
class VirtualClock extends Clock {
    /** How far ahead of the shown time the stored mark is kept, so that reading the time seldom writes. */
    private static final Duration RESERVE = Duration.ofSeconds(10);

    private final Clock real;
    private final Path file;
    private final Object lock = new Object();
    private Duration offset;
    private Instant shown;
    private volatile Instant mark;

    /**
     * A clock that goes on where the file says it stood.
     *
     * @param real the real clock
     * @param file where offset and mark are stored; made if absent
     */
    VirtualClock(Clock real, Path file) {
        this.real = real;
        this.file = file;
        Stored stored = read(file);
        offset = stored.offset();
        Instant now = real.instant().plus(offset);
        if (now.isBefore(stored.mark())) {
            offset = offset.plus(Duration.between(now, stored.mark()));
            now = stored.mark();
        }
        shown = now;
        store(offset, now.plus(RESERVE));
    }

    @Override
    public Instant instant() {
        synchronized (lock) {
            Instant now = real.instant().plus(offset);
            if (now.isBefore(shown)) {
                offset = offset.plus(Duration.between(now, shown));
                now = shown;
            }
            if (now.isAfter(mark)) {
                store(offset, now.plus(RESERVE));
            }
            shown = now;
            return now;
        }
    }

    /**
     * Jumps forward.
     *
     * @param target the instant to show next
     * @return false if that instant is not ahead
     */
    boolean advanceTo(Instant target) {
        synchronized (lock) {
            Instant now = instant();
            if (!target.isAfter(now)) {
                return false;
            }
            Duration further = offset.plus(Duration.between(now, target));
            store(further, target.plus(RESERVE));
            offset = further;
            shown = target;
            return true;
        }
    }

    /** How far the clock is ahead of the real one. */
    Duration ahead() {
        synchronized (lock) {
            return offset;
        }
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return zone.equals(getZone()) ? this : new Zoned(this, zone);
    }

    private record Stored(Duration offset, Instant mark) {
    }

    private static Stored read(Path file) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            if (!Files.exists(file)) {
                return new Stored(Duration.ZERO, Instant.EPOCH);
            }
            String[] parts = Files.readString(file, StandardCharsets.US_ASCII).strip().split(" ");
            return new Stored(Duration.parse(parts[0]), Instant.parse(parts[1]));
        } catch (IOException e) {
            throw new UncheckedIOException("the virtual clock cannot read " + file, e);
        } catch (DateTimeParseException | ArrayIndexOutOfBoundsException e) {
            throw new IllegalStateException("the virtual clock's file " + file + " is damaged; delete it together with all other data", e);
        }
    }

    private void store(Duration newOffset, Instant newMark) {
        Path next = file.resolveSibling(file.getFileName() + ".next");
        byte[] line = (newOffset + " " + newMark + "\n").getBytes(StandardCharsets.US_ASCII);
        try (FileChannel channel = FileChannel.open(next, StandardOpenOption.CREATE, StandardOpenOption.WRITE,
            StandardOpenOption.TRUNCATE_EXISTING)) {
            channel.write(ByteBuffer.wrap(line));
            channel.force(true);
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("the virtual clock cannot store its instant in " + file, e);
        }
        mark = newMark;
    }

    private static final class Zoned extends Clock {
        private final VirtualClock clock;
        private final ZoneId zone;

        Zoned(VirtualClock clock, ZoneId zone) {
            this.clock = clock;
            this.zone = zone;
        }

        @Override
        public ZoneId getZone() {
            return zone;
        }

        @Override
        public Clock withZone(ZoneId other) {
            return clock.withZone(other);
        }

        @Override
        public Instant instant() {
            return clock.instant();
        }
    }
}
