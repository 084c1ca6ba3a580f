package org.openbeian.core.rules;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The text in the bytes of a rule file, which are UTF-8. Thread-safe. */
public final class RuleFileBytes {

    /** Largest rule file. */
    public static final int MAX_BYTES = RuleFiles.MAX_CHARACTERS * 4;

    private static final String EXPECTED = "; save it as UTF-8";

    private RuleFileBytes() {
    }

    /**
     * The first bytes of a file, enough to tell that it is too large.
     *
     * @throws IOException when the file cannot be read
     */
    public static byte[] read(InputStream in) throws IOException {
        return in.readNBytes(MAX_BYTES + 1);
    }

    /**
     * The text without its byte order mark.
     *
     * @throws RuleFileException with the place where it stops being UTF-8, or because the file is too large
     */
    public static String decode(byte[] bytes) throws RuleFileException {
        if (bytes.length > MAX_BYTES) {
            throw refusal(1, 1, "the file is larger than " + MAX_BYTES + " bytes");
        }
        if (bytes.length > 1 && (bytes[0] == (byte) 0xfe && bytes[1] == (byte) 0xff
                || bytes[0] == (byte) 0xff && bytes[1] == (byte) 0xfe)) {
            throw refusal(1, 1, "the file is UTF-16" + EXPECTED);
        }
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        CharBuffer text = CharBuffer.allocate(bytes.length);
        CoderResult result = decoder.decode(ByteBuffer.wrap(bytes), text, true);
        text.flip();
        if (result.isError()) {
            List<String> lines = text.toString().lines().toList();
            boolean lineEnds = text.length() == 0 || text.charAt(text.length() - 1) == '\n';
            int line = lines.size() + (lineEnds ? 1 : 0);
            throw refusal(line, lineEnds ? 1 : lines.get(line - 1).length() + 1, "the file is not UTF-8" + EXPECTED);
        }
        String read = text.toString();
        return read.startsWith("\uFEFF") ? read.substring(1) : read;
    }

    private static RuleFileException refusal(int line, int column, String message) {
        return new RuleFileException(List.of(new RuleFileProblem(line, column, message)));
    }
}
