package org.openbeian.security;

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
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.Function;
import org.apache.karaf.jaas.modules.BackingEngine;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Creates one account per role with random passwords when the realm has no user yet, so that no default password exists.
 * The passwords are shown once, in a file that only the server's user may read. A start that was interrupted half-way is
 * completed by the next one.
 */
@Component(service = FirstStart.class, immediate = true)
public final class FirstStart {

    static final String FILE = "initial-accounts.properties";

    private static final Logger LOG = LoggerFactory.getLogger(FirstStart.class);
    private static final Map<String, List<String>> ROLES = roles();
    private static final String SIGNS = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789";
    private static final int PASSWORD_LENGTH = 20;

    /** Looks at the realm once. */
    @Activate
    public FirstStart(@Reference KarafRealm realm, BundleContext context) {
        this(realm.users(), realm.usersFile(), realm::usersIn, Path.of(context.getProperty("karaf.etc")));
    }

    FirstStart(BackingEngine users, Path usersFile, Function<Path, BackingEngine> usersIn, Path etc) {
        Path unfinished = etc.resolve(FILE + ".unfinished");
        try {
            if (Files.exists(unfinished) || users.listUsers().isEmpty()) {
                Properties passwords = choose(unfinished);
                if (usersFile == null) {
                    addAll(users, passwords);
                } else {
                    addAllAtOnce(usersFile, usersIn, passwords);
                }
                show(unfinished, etc.resolve(FILE));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the first accounts cannot be created in " + etc, e);
        }
    }

    private static Properties choose(Path unfinished) throws IOException {
        if (!Files.exists(unfinished)) {
            Path draft = unfinished.resolveSibling(FILE + ".draft");
            Files.deleteIfExists(draft);
            writeSecretly(draft, ROLES.keySet().stream().map(name -> name + " = " + password()).toList());
            Files.move(draft, unfinished, StandardCopyOption.ATOMIC_MOVE);
        }
        Properties passwords = new Properties();
        try (Reader reader = Files.newBufferedReader(unfinished)) {
            passwords.load(reader);
        }
        return passwords;
    }

    /** The realm watches its file and rewrites it, so it must never see one that is half-written. */
    private static void addAllAtOnce(Path usersFile, Function<Path, BackingEngine> usersIn, Properties passwords)
            throws IOException {
        Path draft = usersFile.resolveSibling(usersFile.getFileName() + ".draft");
        Files.copy(usersFile, draft, StandardCopyOption.REPLACE_EXISTING);
        addAll(usersIn.apply(draft), passwords);
        Files.move(draft, usersFile, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static void addAll(BackingEngine users, Properties passwords) {
        for (Map.Entry<String, List<String>> account : ROLES.entrySet()) {
            users.addUser(account.getKey(), passwords.getProperty(account.getKey()));
            for (String role : account.getValue()) {
                users.addRole(account.getKey(), role);
            }
        }
    }

    private static void show(Path unfinished, Path file) throws IOException {
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        LOG.info("First start: created the accounts {}; their passwords are in {}. Note them, then delete the file.",
                String.join(", ", ROLES.keySet()), file);
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

    private static String password() {
        SecureRandom random = new SecureRandom();
        StringBuilder password = new StringBuilder();
        for (int i = 0; i < PASSWORD_LENGTH; i++) {
            password.append(SIGNS.charAt(random.nextInt(SIGNS.length())));
        }
        return password.toString();
    }

    private static Map<String, List<String>> roles() {
        Map<String, List<String>> roles = new LinkedHashMap<>();
        roles.put("admin", List.of("admin", "manager", "viewer", "systembundles", "ssh"));
        roles.put("operator", List.of("operator", "viewer", "ssh"));
        roles.put("specialist", List.of("specialist", "ssh"));
        roles.put("applicant", List.of("applicant"));
        return roles;
    }
}
