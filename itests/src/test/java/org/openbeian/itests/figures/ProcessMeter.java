package org.openbeian.itests.figures;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** What a process of this machine uses, read from the kernel. */
final class ProcessMeter {

    private static final double TICKS_PER_SECOND = 100;
    private final Path directory;

    ProcessMeter(long pid) {
        directory = Path.of("/proc", Long.toString(pid));
    }

    /** Processor seconds, user and system, since the process began. */
    double cpuSeconds() {
        return cpuSeconds(read("stat"));
    }

    /** Processor seconds of the threads that live now and whose names begin so; a name has 15 characters at most. */
    double cpuSeconds(String... threads) {
        try (Stream<Path> tasks = Files.list(directory.resolve("task"))) {
            return tasks.map(task -> read("task/" + task.getFileName() + "/stat"))
                    .filter(stat -> Stream.of(threads).anyMatch(stat.substring(stat.indexOf('(') + 1)::startsWith))
                    .mapToDouble(ProcessMeter::cpuSeconds).sum();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static double cpuSeconds(String stat) {
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) / TICKS_PER_SECOND;
    }

    /** Resident memory in megabytes of a million bytes. */
    double residentMegabytes() {
        return read("status").lines().filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", ""))).findFirst().orElseThrow() * 1024 / 1e6;
    }

    /** The flags given to the JVM. */
    String jvmFlags() {
        StringBuilder flags = new StringBuilder();
        for (String argument : read("cmdline").split("\0")) {
            if (argument.startsWith("-X")) {
                flags.append(argument).append(' ');
            }
        }
        return flags.toString().strip();
    }

    /** The file's text; that of a thread that has just ended is one of a thread that did nothing. */
    private String read(String file) {
        try {
            return Files.readString(directory.resolve(file));
        } catch (IOException e) {
            if (file.startsWith("task")) {
                return "0 () " + "0 ".repeat(50);
            }
            throw new UncheckedIOException(e);
        }
    }
}
