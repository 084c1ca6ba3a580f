package org.openbeian.gate;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.util.List;
import org.openbeian.api.gate.GateAnswer;

/** Writes answers; by hand, since this is the hot path. */
final class GateJson {

    private static final JsonStringEncoder ENCODER = JsonStringEncoder.getInstance();

    private GateJson() {
    }

    static String quoted(String text) {
        return text == null ? "null" : '"' + new String(ENCODER.quoteAsString(text)) + '"';
    }

    static void write(GateAnswer answer, String verdict, StringBuilder to) {
        to.append("{\"host\":").append(quoted(answer.host())).append(",\"unit\":").append(quoted(answer.unit()))
            .append(",\"decision\":\"").append(answer.decision()).append("\",\"reason\":\"").append(answer.reason())
            .append("\",\"text\":{\"zh\":\"").append(answer.text().zh()).append("\",\"en\":\"").append(answer.text().en()).append("\"}");
        if (answer.until() != null) {
            to.append(",\"until\":\"").append(answer.until()).append('"');
        }
        if (verdict != null) {
            to.append(",\"verdict\":\"").append(verdict).append('"');
        }
        to.append('}');
    }

    static String problem(int status, String code, String detail) {
        return "{\"type\":\"urn:openbeian:problem:" + code + "\",\"title\":\"The gate cannot answer\",\"status\":" + status
            + ",\"detail\":" + quoted(detail) + ",\"code\":\"" + code + "\"}";
    }

    /** Changes for those who keep a copy. */
    static String changes(long position, boolean reset, List<String> keys, MemoryGate gate) {
        StringBuilder text = new StringBuilder("{\"position\":").append(position).append(",\"reset\":").append(reset)
            .append(",\"changes\":[");
        String comma = "";
        for (String key : keys) {
            text.append(comma).append("{\"key\":").append(quoted(key)).append(",\"decision\":\"")
                .append(gate.state(key).open() ? "ALLOW" : "BLOCK").append("\",\"reason\":\"").append(gate.state(key).reason())
                .append("\"}");
            comma = ",";
        }
        return text.append("]}").toString();
    }
}
