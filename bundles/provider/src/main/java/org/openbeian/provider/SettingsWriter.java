package org.openbeian.provider;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Dictionary;
import java.util.HashMap;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.openbeian.api.provider.ProviderProfile.Setting;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;

/**
 * Writes the settings of the profile in force into the configurations that they belong to, and takes them back when it goes.
 * What an operator set himself is never touched: a property of the configuration names the values that came from a profile.
 */
final class SettingsWriter {

    /** The property: {@code key=value} of each value that came from a profile. */
    static final String MARK = "provider.profile.settings";

    private static final String BETWEEN = " | ";
    /** Where the configuration came from; those with a file stay. */
    private static final Set<String> ORIGIN = Set.of("service.pid", "service.bundleLocation");

    private final ConfigurationAdmin admin;

    SettingsWriter(ConfigurationAdmin admin) {
        this.admin = admin;
    }

    /** Puts settings in force instead of those before; returns PID and key of those that the operator set otherwise. */
    List<String> write(List<Setting> settings) throws IOException {
        Set<String> pids = new TreeSet<>(marked());
        settings.forEach(setting -> pids.add(setting.pid()));
        List<String> overridden = new ArrayList<>();
        for (String pid : pids) {
            write(pid, settings.stream().filter(setting -> setting.pid().equals(pid)).toList(), overridden);
        }
        return overridden;
    }

    private Set<String> marked() throws IOException {
        try {
            Configuration[] found = admin.listConfigurations("(" + MARK + "=*)");
            Set<String> pids = new TreeSet<>();
            for (Configuration one : found == null ? new Configuration[0] : found) {
                pids.add(one.getPid());
            }
            return pids;
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private void write(String pid, List<Setting> settings, List<String> overridden) throws IOException {
        Configuration configuration = admin.getConfiguration(pid, "?");
        Map<String, Object> before = copy(configuration.getProperties());
        Map<String, Object> now = new HashMap<>(before);
        Object mark = now.remove(MARK);
        for (String one : mark == null ? new String[0] : mark.toString().split(" \\| ")) {
            int equals = one.indexOf('=');
            if (equals > 0 && one.substring(equals + 1).equals(text(now.get(one.substring(0, equals))))) {
                now.remove(one.substring(0, equals));
            }
        }
        Map<String, String> marks = new TreeMap<>();
        for (Setting setting : settings) {
            if (now.containsKey(setting.key())) {
                overridden.add(pid + " " + setting.key());
            } else {
                now.put(setting.key(), value(setting));
                marks.put(setting.key(), setting.key() + "=" + text(value(setting)));
            }
        }
        if (!marks.isEmpty()) {
            now.put(MARK, String.join(BETWEEN, marks.values()));
        }
        if (now.isEmpty() || ORIGIN.containsAll(now.keySet())) {
            configuration.delete();
        } else if (!texts(now).equals(texts(before))) {
            configuration.update(new Hashtable<>(now));
        }
    }

    private static Object value(Setting setting) {
        return setting.value().size() == 1 ? setting.value().get(0) : setting.value().toArray(new String[0]);
    }

    private static Map<String, Object> copy(Dictionary<String, Object> properties) {
        Map<String, Object> copy = new HashMap<>();
        if (properties != null) {
            Collections.list(properties.keys()).forEach(key -> copy.put(key, properties.get(key)));
        }
        return copy;
    }

    private static Map<String, String> texts(Map<String, Object> properties) {
        Map<String, String> texts = new HashMap<>();
        properties.forEach((key, value) -> texts.put(key, text(value)));
        return texts;
    }

    private static String text(Object value) {
        return value instanceof Object[] several ? String.join(",", Arrays.stream(several).map(String::valueOf).toList())
            : String.valueOf(value);
    }
}
