package org.openbeian.itests;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/**
 * Values whose traces are searched for in files: as they are in UTF-8, GBK and UTF-16, and each of these in hexadecimal and in
 * base64 at any offset. Compressed files are searched unpacked.
 */
final class PlantedValues {

    private static final List<Charset> CHARSETS = List.of(StandardCharsets.UTF_8, Charset.forName("GBK"),
            StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE);

    private final Map<String, byte[]> traces = new LinkedHashMap<>();

    PlantedValues text(String name, String value) {
        for (Charset charset : CHARSETS) {
            bytes(name + " in " + charset, value.getBytes(charset));
        }
        return this;
    }

    PlantedValues bytes(String name, byte[] value) {
        traces.put(name, value);
        String hex = HexFormat.of().formatHex(value);
        traces.put(name + " in hex", hex.getBytes(StandardCharsets.US_ASCII));
        traces.put(name + " in HEX", hex.toUpperCase(Locale.ROOT).getBytes(StandardCharsets.US_ASCII));
        for (int offset = 0; offset < 3; offset++) {
            byte[] shifted = new byte[value.length + offset];
            System.arraycopy(value, 0, shifted, offset, value.length);
            String encoded = Base64.getEncoder().withoutPadding().encodeToString(shifted);
            int from = offset == 0 ? 0 : offset + 1;
            int until = shifted.length % 3 == 0 ? encoded.length() : encoded.length() - 1;
            traces.put(name + " in base64 at " + offset, encoded.substring(from, until).getBytes(StandardCharsets.US_ASCII));
        }
        return this;
    }

    /** What is found where, below some directories. */
    Set<String> traces(Predicate<Path> searched, Path... roots) throws IOException {
        Set<String> found = new TreeSet<>();
        for (Path root : roots) {
            List<Path> files;
            try (Stream<Path> all = Files.walk(root)) {
                files = all.filter(Files::isRegularFile).filter(searched).toList();
            }
            for (Path file : files) {
                for (byte[] content : contents(file)) {
                    traces.forEach((name, trace) -> {
                        if (contains(content, trace)) {
                            found.add(name + " in " + root.relativize(file));
                        }
                    });
                }
            }
        }
        return found;
    }

    private static List<byte[]> contents(Path file) throws IOException {
        List<byte[]> contents = new ArrayList<>();
        contents.add(Files.readAllBytes(file));
        if (file.toString().endsWith(".gz")) {
            try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(contents.get(0)))) {
                contents.add(in.readAllBytes());
            }
        }
        return contents;
    }

    private static boolean contains(byte[] content, byte[] trace) {
        for (int at = 0; at <= content.length - trace.length; at++) {
            if (content[at] == trace[0] && Arrays.equals(content, at, at + trace.length, trace, 0, trace.length)) {
                return true;
            }
        }
        return false;
    }
}
