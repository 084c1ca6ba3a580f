package org.openbeian.core.imports;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.openbeian.api.imports.Imports.Format;
import org.openbeian.core.json.ModelJson;

/** Reads the records of an import one by one, in bounded memory. For one thread. */
final class Lines {

    private static final int LONGEST = 100_000;
    /** More of them hold more characters than the longest line: a character is three bytes, or two of them are four. */
    private static final int LONGEST_BYTES = 3 * LONGEST + 3;
    private static final byte[] BYTE_ORDER = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
    private static final ObjectMapper MAPPER = ModelJson.mapper();

    private final Next next;

    private Lines(Next next) {
        this.next = next;
    }

    @FunctionalInterface
    private interface Next {

        Line read() throws IOException;
    }

    /** The records of a content. */
    static Lines of(Format format, InputStream in) throws IOException {
        BufferedInputStream content = new BufferedInputStream(in, 1 << 16);
        content.mark(BYTE_ORDER.length);
        if (!Arrays.equals(content.readNBytes(BYTE_ORDER.length), BYTE_ORDER)) {
            content.reset();
        }
        return new Lines(format == Format.CSV ? new Csv(new InputStreamReader(content, StandardCharsets.UTF_8)) : json(content));
    }

    /**
     * The next record; null at the end.
     *
     * @throws IOException when the content breaks off
     */
    Line next() throws IOException {
        try {
            return next.read();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static Next json(InputStream content) {
        ByteLines lines = new ByteLines(content, LONGEST_BYTES);
        long[] number = {0};
        return () -> {
            for (byte[] line = lines.next(); line != null; line = lines.next()) {
                number[0]++;
                String text = new String(line, StandardCharsets.UTF_8);
                if (!text.isBlank()) {
                    return json(number[0], line, text);
                }
            }
            return null;
        };
    }

    private static Line json(long number, byte[] raw, String text) {
        if (text.length() > LONGEST) {
            return Line.bad(number, raw, "超过 " + LONGEST + " 个字符", "longer than " + LONGEST + " characters");
        }
        if (text.indexOf('\uFFFD') >= 0) {
            return notUtf8(number, raw);
        }
        try {
            JsonNode tree = MAPPER.readTree(text);
            return tree instanceof ObjectNode fields ? Line.of(number, raw, fields)
                : Line.bad(number, raw, "不是 JSON 对象", "no JSON object");
        } catch (JsonProcessingException e) {
            String column = e.getLocation() == null ? "?" : String.valueOf(e.getLocation().getColumnNr());
            return Line.bad(number, raw, "不是合法的 JSON，第 " + column + " 列附近", "no valid JSON, near column " + column);
        }
    }

    private static Line notUtf8(long number, byte[] raw) {
        return Line.bad(number, raw, "不是 UTF-8 编码", "not in UTF-8");
    }

    /** Records of CSV below their head line. */
    private static final class Csv implements Next {

        private final Iterator<CsvRecord> records;
        private List<String> head;
        private boolean ended;
        private long last;

        Csv(Reader reader) {
            this.records = CsvReader.builder().allowMissingFields(true).allowExtraFields(true).ofCsvRecord(reader).iterator();
        }

        @Override
        public Line read() {
            try {
                if (head == null && records.hasNext()) {
                    head = next().stream().map(String::strip).toList();
                    if (isTwice(head)) {
                        ended = true;
                        return Line.bad(last, bytes(String.join(",", head)), "首行的字段名重复，或既作字段又作对象",
                            "the head line names a field twice, or one as a field and as an object");
                    }
                }
                return ended || !records.hasNext() ? null : csv(next());
            } catch (CsvParseException e) {
                ended = true;
                return Line.bad(last + 1, bytes(""), "不是合法的 CSV，其后的内容未读取", "no valid CSV; what follows was not read");
            }
        }

        private List<String> next() {
            CsvRecord found = records.next();
            last = found.getStartingLineNumber();
            return found.getFields();
        }

        private Line csv(List<String> values) {
            return Lines.csv(last, head, values);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Also when one column is the field itself and another one a part of it, such as account and account.name. */
    private static boolean isTwice(List<String> head) {
        Set<String> names = new HashSet<>(head);
        return names.size() < head.size() || head.stream().anyMatch(name -> name.indexOf('.') > 0
            && names.contains(name.substring(0, name.indexOf('.'))));
    }

    private static Line csv(long number, List<String> head, List<String> values) {
        String text = String.join("\u001F", values);
        byte[] raw = bytes(text);
        if (text.indexOf('\uFFFD') >= 0) {
            return notUtf8(number, raw);
        }
        if (values.size() != head.size()) {
            return Line.bad(number, raw, "有 " + values.size() + " 列，首行有 " + head.size() + " 列",
                values.size() + " columns, while the head line has " + head.size());
        }
        ObjectNode fields = JsonNodeFactory.instance.objectNode();
        for (int i = 0; i < values.size(); i++) {
            String value = values.get(i).strip();
            int dot = head.get(i).indexOf('.');
            if (value.isEmpty()) {
                continue;
            }
            if (dot > 0) {
                fields.withObject(JsonPointer.empty().appendProperty(head.get(i).substring(0, dot)))
                    .put(head.get(i).substring(dot + 1), value);
            } else {
                fields.put(head.get(i), value);
            }
        }
        return Line.of(number, raw, fields);
    }
}
