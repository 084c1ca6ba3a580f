package org.openbeian.itests.figures;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Enumeration;
import java.util.stream.IntStream;
import org.openbeian.demo.ServerProcess;

/** Register rows as JSON lines, each an organizer with a website, numbered from 1 in each of several rounds. */
final class RegisterLines {

    private static final int AT_ONCE = 500;

    private final String template;

    RegisterLines() throws IOException {
        try (InputStream in = RegisterLines.class.getResourceAsStream("register-line.json")) {
            template = new String(in.readAllBytes(), StandardCharsets.UTF_8).strip() + '\n';
        }
    }

    /** Filing number of an organizer. */
    static String number(int round, int row) {
        return String.format("粤ICP备%04d%06d号", 2001 + round, row);
    }

    byte[] line(int round, int row) {
        return template.replace("NUMBER", number(round, row)).replace("DOMAIN", "site" + round + "x" + row + ".com")
            .getBytes(StandardCharsets.UTF_8);
    }

    /** The lines, made as they are read. */
    InputStream of(int round, int rows) {
        return new SequenceInputStream(new Enumeration<>() {

            private int next;

            @Override
            public boolean hasMoreElements() {
                return next < rows;
            }

            @Override
            public InputStream nextElement() {
                int from = next;
                next = Math.min(rows, from + AT_ONCE);
                return new ByteArrayInputStream(IntStream.range(from, next).mapToObj(row -> line(round, row))
                    .collect(ByteArrayOutputStream::new, (all, line) -> all.writeBytes(line), (all, more) -> { }).toByteArray());
            }
        });
    }

    /** Imports the lines of a round and waits until all are stored. */
    void importInto(ServerProcess server, int round, int rows) throws IOException, InterruptedException {
        String password = "admin:" + server.password("admin");
        HttpRequest request = HttpRequest.newBuilder(server.base().resolve("/api/v1/imports/figures-" + round + "?kind=register"))
            .header("Authorization", "Basic " + Base64.getEncoder().encodeToString(password.getBytes(StandardCharsets.UTF_8)))
            .header("Content-Type", "application/x-ndjson").PUT(BodyPublishers.ofInputStream(() -> of(round, rows))).build();
        HttpResponse<String> answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
        if (answer.statusCode() >= 300 || new ObjectMapper().readTree(answer.body()).path("stored").asInt() != rows) {
            throw new IllegalStateException(answer.statusCode() + " " + answer.body());
        }
    }
}
