package org.openbeian.aftercare.simulator;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Properties;
import java.util.regex.Pattern;
import org.osgi.framework.BundleContext;

/** Property files that survive the death of the process once they are written. Callers see to it that one writes at a time. */
final class Folder {

    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}*_-][\\p{L}\\p{N}._-]{0,99}");

    private final Path path;

    Folder(Path path) {
        this.path = path;
    }

    /** A folder below the data of the server. */
    static Folder of(BundleContext context, String name) {
        String data = context.getProperty("karaf.data");
        return new Folder(Path.of(data == null ? "data" : data, name));
    }

    /** What a file holds; empty when there is none, or none can have this name. */
    Properties read(String name) throws IOException {
        Properties values = new Properties();
        Path file = path.resolve(name + ".properties");
        if (NAME.matcher(name).matches() && Files.isRegularFile(file)) {
            try (Reader in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
                values.load(in);
            }
        }
        return values;
    }

    void write(String name, Properties values) throws IOException {
        if (!NAME.matcher(name).matches()) {
            throw new IOException("no such name");
        }
        Files.createDirectories(path);
        StringWriter text = new StringWriter();
        values.store(text, null);
        Path next = path.resolve(name + ".next");
        try (FileChannel channel = FileChannel.open(next, StandardOpenOption.CREATE, StandardOpenOption.WRITE,
            StandardOpenOption.TRUNCATE_EXISTING)) {
            ByteBuffer bytes = ByteBuffer.wrap(text.toString().getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
        Files.move(next, path.resolve(name + ".properties"), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
