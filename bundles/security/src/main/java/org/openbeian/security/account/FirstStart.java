package org.openbeian.security.account;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import org.openbeian.api.account.Account;
import org.openbeian.api.security.Role;
import org.openbeian.api.store.AccountStore;
import org.openbeian.api.store.AccountStore.Marks;
import org.openbeian.api.store.Transactions;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Creates the administrator with a random password when the store has no account yet, so that no default password exists; in
 * the demonstration, an account of each role that it needs. The passwords are shown once, in a file that only the server's
 * user may read. A start that was interrupted half-way is completed by the next one.
 */
@Component(service = FirstStart.class, immediate = true)
public final class FirstStart {

    static final String FILE = "initial-accounts.properties";

    private static final Logger LOG = LoggerFactory.getLogger(FirstStart.class);
    private static final int PASSWORD_LENGTH = 20;
    private static final Set<Role> PRODUCTION = EnumSet.of(Role.ADMIN);
    private static final Set<Role> DEMO = EnumSet.of(Role.ADMIN, Role.OPERATOR, Role.SPECIALIST, Role.APPLICANT);

    private final AccountStore store;
    private final Transactions transactions;
    private final Passwords passwords;
    private final Map<String, Role> wanted = new TreeMap<>();

    /** Looks at the store once. */
    @Activate
    public FirstStart(@Reference AccountStore store, @Reference Transactions transactions, @Reference PasswordHashing hashing,
            BundleContext context) {
        this(store, transactions, hashing.passwords(), "demo".equals(context.getProperty("openbeian.profile")),
                Path.of(context.getProperty("karaf.etc")));
    }

    FirstStart(AccountStore store, Transactions transactions, Passwords passwords, boolean demo, Path etc) {
        this.store = store;
        this.transactions = transactions;
        this.passwords = passwords;
        (demo ? DEMO : PRODUCTION).forEach(role -> wanted.put(role.name().toLowerCase(Locale.ROOT), role));
        Path unfinished = etc.resolve(FILE + ".unfinished");
        try {
            boolean begun = Files.exists(unfinished);
            if (begun || store.list(null, 1).isEmpty()) {
                boolean created = create(choose(unfinished));
                if (begun || created) {
                    show(unfinished, etc.resolve(FILE));
                } else {
                    Files.delete(unfinished);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the first accounts cannot be created in " + etc, e);
        }
    }

    private Properties choose(Path unfinished) throws IOException {
        if (!Files.exists(unfinished)) {
            Path draft = unfinished.resolveSibling(FILE + ".draft");
            Files.deleteIfExists(draft);
            writeSecretly(draft, wanted.keySet().stream().map(name -> name + " = " + Secrets.random(PASSWORD_LENGTH)).toList());
            Files.move(draft, unfinished, StandardCopyOption.ATOMIC_MOVE);
        }
        Properties chosen = new Properties();
        try (Reader reader = Files.newBufferedReader(unfinished)) {
            chosen.load(reader);
        }
        return chosen;
    }

    /** False when another server made the accounts meanwhile. */
    private boolean create(Properties chosen) {
        Map<String, String> hashes = new TreeMap<>();
        wanted.keySet().forEach(name -> hashes.put(name, passwords.hash(chosen.getProperty(name).toCharArray())));
        Instant now = Clock.systemUTC().instant().truncatedTo(ChronoUnit.MILLIS);
        return transactions.call(() -> {
            boolean all = true;
            for (Map.Entry<String, Role> one : wanted.entrySet()) {
                all &= store.insert(new Account(one.getKey(), 1, Set.of(one.getValue()), null, true, null, null, now, null),
                        Marks.NONE, hashes.get(one.getKey()));
            }
            return all;
        });
    }

    private void show(Path unfinished, Path file) throws IOException {
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        LOG.info("First start: created the accounts {}; their passwords are in {}. Note them, then delete the file.",
                String.join(", ", wanted.keySet()), file);
    }

    private static void writeSecretly(Path file, List<String> accounts) throws IOException {
        List<String> lines = new ArrayList<>();
        lines.add("# Passwords of the accounts that the first start created. Note them, then delete this file.");
        lines.addAll(accounts);
        FileAttribute<?>[] attributes = Files.getFileStore(file.getParent()).supportsFileAttributeView("posix")
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))}
                : new FileAttribute<?>[0];
        Files.createFile(file, attributes);
        Files.write(file, lines, StandardCharsets.UTF_8, StandardOpenOption.SYNC);
    }
}
