package org.openbeian.core.fake;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.openbeian.api.store.ChannelStore;

/** Known channels in memory. */
public final class MemoryChannels implements ChannelStore {

    /** By id. */
    public final Map<String, Known> known = new TreeMap<>();

    @Override
    public List<Known> all() {
        return List.copyOf(known.values());
    }

    @Override
    public void put(Known channel) {
        known.put(channel.id(), channel);
    }
}
