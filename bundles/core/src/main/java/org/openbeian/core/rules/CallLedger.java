package org.openbeian.core.rules;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Which plugins are being called, in a mapped file: what is written there stays when the process ends in the middle of a
 * call, and writing costs no more than memory. A slot is a count of calls and the name of the plugin. Thread-safe.
 */
final class CallLedger {

    private static final int SLOTS = 128;
    private static final int SLOT_BYTES = 512;
    private static final int NAME_BYTES = SLOT_BYTES - 2 * Integer.BYTES;

    private final ByteBuffer slots;
    private final BitSet taken = new BitSet(SLOTS);

    private CallLedger(ByteBuffer slots) {
        this.slots = slots;
    }

    /** A ledger that is forgotten with the process. */
    static CallLedger inMemory() {
        return new CallLedger(ByteBuffer.allocate(SLOTS * SLOT_BYTES));
    }

    static CallLedger open(Path file) throws IOException {
        Files.createDirectories(file.getParent());
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ,
                StandardOpenOption.WRITE)) {
            MappedByteBuffer mapped = channel.map(FileChannel.MapMode.READ_WRITE, 0, SLOTS * SLOT_BYTES);
            return new CallLedger(mapped);
        }
    }

    /** The plugins that were being called when the ledger was last written, and forgets them. */
    synchronized List<String> interrupted() {
        List<String> names = new ArrayList<>();
        for (int slot = 0; slot < SLOTS; slot++) {
            int at = slot * SLOT_BYTES;
            int length = slots.getInt(at + Integer.BYTES);
            if (slots.getInt(at) > 0 && length > 0 && length <= NAME_BYTES) {
                byte[] name = new byte[length];
                slots.get(at + 2 * Integer.BYTES, name);
                names.add(new String(name, StandardCharsets.UTF_8));
            }
            slots.putInt(at, 0);
        }
        return names;
    }

    /** A slot for a plugin; a plugin beyond the last slot is not noted. */
    synchronized Slot slot(String name) {
        int slot = taken.nextClearBit(0);
        byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
        if (slot >= SLOTS || bytes.length > NAME_BYTES) {
            return new Slot(-1);
        }
        taken.set(slot);
        int at = slot * SLOT_BYTES;
        slots.putInt(at, 0);
        slots.putInt(at + Integer.BYTES, bytes.length);
        slots.put(at + 2 * Integer.BYTES, bytes);
        return new Slot(slot);
    }

    /** Where the calls of one plugin are counted. */
    final class Slot {

        private final int number;
        private boolean free;

        private Slot(int number) {
            this.number = number;
        }

        void enter() {
            add(1);
        }

        void leave() {
            add(-1);
        }

        /** Gives the slot back; a call that is still running counts no more. */
        void free() {
            synchronized (CallLedger.this) {
                if (number >= 0 && !free) {
                    free = true;
                    slots.putInt(number * SLOT_BYTES, 0);
                    taken.clear(number);
                }
            }
        }

        private void add(int calls) {
            synchronized (CallLedger.this) {
                if (number >= 0 && !free) {
                    int at = number * SLOT_BYTES;
                    slots.putInt(at, slots.getInt(at) + calls);
                }
            }
        }
    }
}
