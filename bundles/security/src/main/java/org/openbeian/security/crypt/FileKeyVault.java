package org.openbeian.security.crypt;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.openbeian.api.key.KeyVault;
import org.openbeian.api.key.WrappedKey;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The vault in a file, {@code etc/openbeian.vault}, made on the first start; the property {@code openbeian.vault.file} of
 * {@code system.properties} puts it elsewhere, such as on a mounted secret that several nodes share. Thread-safe.
 */
@Component
public final class FileKeyVault implements KeyVault {

    static final String FILE = "openbeian.vault";

    private static final Logger LOG = LoggerFactory.getLogger(FileKeyVault.class);
    private static final String CURRENT = "master.current";
    private static final String MASTER = "master.key.";
    private static final String SECRET = "secret.";
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9.-]{0,79}");
    private static final int LONGEST = 10_000;

    private final VaultFile file;
    private final CryptSettings settings;
    private Map<String, byte[]> values = Map.of();

    /** Reads the file, or makes one with a random master key. */
    @Activate
    public FileKeyVault(BundleContext context, @Reference CryptSettings settings) {
        this(location(context.getProperty("openbeian.vault.file"), context.getProperty("karaf.etc")), settings);
    }

    FileKeyVault(Path path, CryptSettings settings) {
        this.file = new VaultFile(path);
        this.settings = settings;
        if (file.exists()) {
            refresh();
        } else {
            addMaster();
            LOG.info("First start: made the key vault {}. Keep a copy of it apart from the backups.", path);
        }
    }

    private static Path location(String configured, String etc) {
        return configured == null || configured.isBlank() ? Path.of(etc).resolve(FILE) : Path.of(configured.strip());
    }

    @Override
    public synchronized String currentMaster() {
        refresh();
        return new String(values.get(CURRENT), StandardCharsets.US_ASCII);
    }

    @Override
    public synchronized Set<String> masters() {
        refresh();
        return new TreeSet<>(namesBelow(MASTER));
    }

    @Override
    public WrappedKey wrap(byte[] key, String context) {
        String id;
        byte[] master;
        synchronized (this) {
            id = currentMaster();
            master = values.get(MASTER + id);
        }
        return new WrappedKey(id, settings.cipher().encrypt(master, associated(id, context), key, 0));
    }

    @Override
    public byte[] unwrap(WrappedKey wrapped, String context) {
        byte[] master;
        synchronized (this) {
            refresh();
            master = values.get(MASTER + wrapped.masterId());
        }
        if (master == null) {
            throw new IllegalStateException("the key vault has no master key " + wrapped.masterId());
        }
        return DataCipher.decrypt(master, associated(wrapped.masterId(), context), wrapped.bytes(), 0);
    }

    @Override
    public synchronized String addMaster() {
        refresh();
        String id = "m-" + HexFormat.of().formatHex(DataCipher.newKey(), 0, 8);
        Map<String, byte[]> changed = new TreeMap<>(values);
        changed.put(MASTER + id, DataCipher.newKey());
        changed.put(CURRENT, id.getBytes(StandardCharsets.US_ASCII));
        save(changed);
        return id;
    }

    @Override
    public synchronized void removeMaster(String id) {
        if (id.equals(currentMaster())) {
            throw new IllegalArgumentException("the current master key must not be removed");
        }
        Map<String, byte[]> changed = new TreeMap<>(values);
        changed.remove(MASTER + id);
        save(changed);
    }

    @Override
    public synchronized Optional<String> secret(String name) {
        refresh();
        return Optional.ofNullable(values.get(SECRET + name)).map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    }

    @Override
    public synchronized void putSecret(String name, String value) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("the name of a secret is 1 to 80 lower-case letters, digits, dots and hyphens,"
                + " beginning with a letter");
        }
        if (value.isEmpty() || value.length() > LONGEST) {
            throw new IllegalArgumentException("a secret has 1 to " + LONGEST + " characters");
        }
        refresh();
        Map<String, byte[]> changed = new TreeMap<>(values);
        changed.put(SECRET + name, value.getBytes(StandardCharsets.UTF_8));
        save(changed);
    }

    @Override
    public synchronized boolean removeSecret(String name) {
        refresh();
        Map<String, byte[]> changed = new TreeMap<>(values);
        boolean there = changed.remove(SECRET + name) != null;
        if (there) {
            save(changed);
        }
        return there;
    }

    @Override
    public synchronized List<String> secretNames() {
        refresh();
        return namesBelow(SECRET);
    }

    @Override
    public synchronized byte[] exportAll() {
        refresh();
        return VaultFile.text(values).getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public synchronized void importAll(byte[] exported) {
        refresh();
        Map<String, byte[]> changed = new TreeMap<>(values);
        changed.putAll(checked(VaultFile.parse(new String(exported, StandardCharsets.UTF_8))));
        save(changed);
    }

    /** Takes over a file that another node, or a person, has put in place meanwhile. */
    private void refresh() {
        if (file.isNewer()) {
            values = checked(file.load());
        }
    }

    private static Map<String, byte[]> checked(Map<String, byte[]> read) {
        byte[] current = read.get(CURRENT);
        if (current == null || !read.containsKey(MASTER + new String(current, StandardCharsets.US_ASCII))) {
            throw new IllegalStateException("the key vault is damaged: it has no current master key");
        }
        return read;
    }

    private void save(Map<String, byte[]> changed) {
        file.save(changed);
        values = changed;
    }

    private List<String> namesBelow(String prefix) {
        return values.keySet().stream().filter(name -> name.startsWith(prefix)).map(name -> name.substring(prefix.length()))
            .sorted().toList();
    }

    private static byte[] associated(String masterId, String context) {
        return (masterId + '\n' + context).getBytes(StandardCharsets.UTF_8);
    }
}
