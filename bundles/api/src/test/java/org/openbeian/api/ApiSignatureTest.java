package org.openbeian.api;

import static org.junit.Assert.assertEquals;

import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.Test;

/**
 * Holds the exported packages against the signature file in the repository, so that no change of the API goes unnoticed.
 * After a wanted change run the test with {@code -Dapi.signature.update=true} and raise the version of the package.
 */
public class ApiSignatureTest {

    private static final Path CLASSES = Path.of("target", "classes");
    private static final Path SIGNATURE = Path.of("src", "test", "resources", "api.signature");

    @Test
    public void theApiIsTheOneInTheSignatureFile() throws Exception {
        String actual = String.join("\n", signature()) + "\n";
        if (Boolean.getBoolean("api.signature.update")) {
            Files.createDirectories(SIGNATURE.getParent());
            Files.writeString(SIGNATURE, actual);
        }
        assertEquals("the API changed; if this is wanted, see the comment of this test",
                Files.readString(SIGNATURE), actual);
    }

    private static TreeSet<String> signature() throws IOException, ClassNotFoundException {
        TreeSet<String> lines = new TreeSet<>();
        for (String name : classNames()) {
            Class<?> type = Class.forName(name, false, ApiSignatureTest.class.getClassLoader());
            if (!Modifier.isPublic(type.getModifiers())) {
                continue;
            }
            lines.add(name + " : " + type.toGenericString());
            for (Field field : type.getDeclaredFields()) {
                add(lines, name, field.getModifiers(), field.toGenericString());
            }
            for (Constructor<?> constructor : type.getDeclaredConstructors()) {
                addExecutable(lines, name, constructor);
            }
            for (Method method : type.getDeclaredMethods()) {
                addExecutable(lines, name, method);
            }
        }
        return lines;
    }

    private static void addExecutable(TreeSet<String> lines, String owner, Executable executable) {
        if (!executable.isSynthetic()) {
            add(lines, owner, executable.getModifiers(), executable.toGenericString());
        }
    }

    private static void add(TreeSet<String> lines, String owner, int modifiers, String text) {
        if (Modifier.isPublic(modifiers) || Modifier.isProtected(modifiers)) {
            lines.add(owner + " : " + text);
        }
    }

    private static List<String> classNames() throws IOException {
        List<String> names = new ArrayList<>();
        try (Stream<Path> files = Files.walk(CLASSES)) {
            files.filter(file -> file.toString().endsWith(".class")).forEach(file -> {
                String name = CLASSES.relativize(file).toString().replace(java.io.File.separatorChar, '.');
                names.add(name.substring(0, name.length() - ".class".length()));
            });
        }
        names.removeIf(name -> name.endsWith("package-info"));
        return names;
    }
}
