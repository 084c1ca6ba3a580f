package org.openbeian.core.imports;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.openbeian.api.model.LocalizedText;
import org.openbeian.core.json.ModelJson;

/** Takes the fields of a record and collects everything that is wrong with them. For one thread. */
public final class Fields {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final Pattern LIST = Pattern.compile("[;\\s]+");

    private final ObjectNode node;
    private final Set<String> asked = new HashSet<>();
    private final List<LocalizedText> faults = new ArrayList<>();

    Fields(ObjectNode node) {
        this.node = node;
    }

    /** What is wrong, or null. To be asked at the end: fields that nobody took are wrong, too. */
    public LocalizedText faults() {
        int place = 0;
        for (Iterator<String> names = node.fieldNames(); names.hasNext();) {
            place++;
            if (asked.add(names.next())) {
                // Not by its name: without a head line that would be a value.
                fault("#" + place, "未知字段", "unknown field");
            }
        }
        return faults.isEmpty() ? null : new LocalizedText(String.join("；", faults.stream().map(LocalizedText::zh).toList()),
            String.join("; ", faults.stream().map(LocalizedText::en).toList()));
    }

    /** Notes that a field is wrong, and how. */
    public void fault(String name, String zh, String en) {
        faults.add(new LocalizedText(name + "：" + zh, name + ": " + en));
    }

    private JsonNode take(String name, boolean required) {
        asked.add(name);
        JsonNode value = node.get(name);
        boolean there = value != null && !value.isNull() && !(value.isTextual() && value.textValue().isBlank());
        if (!there && required) {
            fault(name, "缺少", "missing");
        }
        return there ? value : null;
    }

    /** A text; null when it is missing or wrong. */
    public String text(String name, boolean required, int longest) {
        JsonNode value = take(name, required);
        if (value == null) {
            return null;
        }
        if (!value.isTextual() || value.textValue().strip().length() > longest) {
            fault(name, "应为不超过 " + longest + " 个字符的文本", "expected a text of at most " + longest + " characters");
            return null;
        }
        return value.textValue().strip();
    }

    /** A text of a form; null when it is missing or wrong. */
    public String text(String name, Pattern pattern, String zh, String en) {
        String value = text(name, true, 300);
        if (value != null && !pattern.matcher(value).matches()) {
            fault(name, zh, en);
            return null;
        }
        return value;
    }

    /** True or false; null when it is missing or wrong. */
    public Boolean flag(String name, boolean required) {
        JsonNode value = take(name, required);
        String text = value == null ? null : value.asText().strip().toLowerCase(Locale.ROOT);
        if (text == null || text.equals("true") || text.equals("false")) {
            return text == null ? null : Boolean.valueOf(text);
        }
        fault(name, "应为 true 或 false", "expected true or false");
        return null;
    }

    /** A whole number within bounds; the least when it is missing or wrong. */
    public int number(String name, int least, int most) {
        JsonNode value = take(name, true);
        if (value == null) {
            return least;
        }
        String text = value.asText().strip();
        if (text.matches("\\d{1,9}") && Integer.parseInt(text) >= least && Integer.parseInt(text) <= most) {
            return Integer.parseInt(text);
        }
        fault(name, "应为 " + least + " 至 " + most + " 的整数", "expected a whole number from " + least + " to " + most);
        return least;
    }

    /** A date; null when it is missing or wrong. */
    public LocalDate date(String name) {
        return parsed(name, LocalDate::parse, "应为日期，如 2027-03-31", "expected a date such as 2027-03-31");
    }

    /** An instant, or a date whose end counts in China. */
    public Instant end(String name) {
        return parsed(name, text -> text.indexOf('T') > 0 ? Instant.parse(text)
            : LocalDate.parse(text).atTime(LocalTime.of(23, 59, 59)).atZone(SHANGHAI).toInstant(),
            "应为日期或时间，如 2027-03-31 或 2027-03-31T00:00:00Z", "expected a date or time, such as 2027-03-31 or 2027-03-31T00:00:00Z");
    }

    /** A constant by its name; null when it is missing or wrong. */
    public <E extends Enum<E>> E word(String name, Class<E> type) {
        return parsed(name, text -> Enum.valueOf(type, text), "取值未知", "unknown value");
    }

    private <T> T parsed(String name, Function<String, T> parser, String zh, String en) {
        String value = text(name, false, 100);
        try {
            return value == null ? null : parser.apply(value);
        } catch (DateTimeParseException | IllegalArgumentException e) {
            fault(name, zh, en);
            return null;
        }
    }

    /** A list of texts; in CSV separated by semicolons or spaces. */
    public List<String> texts(String name, int most) {
        JsonNode value = take(name, false);
        List<String> found = new ArrayList<>();
        if (value == null) {
            return found;
        }
        if (value.isTextual()) {
            found.addAll(Arrays.asList(LIST.split(value.textValue().strip())));
        } else if (value.isArray()) {
            value.forEach(each -> found.add(each.isObject() && each.size() == 2
                ? each.path("kind").asText() + "/" + each.path("id").asText() : each.asText()));
        }
        if (found.size() > most || found.isEmpty() && !(value.isArray() && value.isEmpty())) {
            fault(name, "应为列表，最多 " + most + " 项", "expected a list of at most " + most);
        }
        return found;
    }

    /** An object as the server itself writes it; null when it is missing or wrong. */
    public <T> T value(String name, Class<T> type) {
        JsonNode value = take(name, true);
        return value == null ? null : object(name, value, type);
    }

    /** A list of such objects; those that are wrong are left out. */
    public <T> List<T> values(String name, Class<T> type, int most) {
        JsonNode value = take(name, false);
        List<T> found = new ArrayList<>();
        if (value == null) {
            return found;
        }
        if (!value.isArray() || value.size() > most) {
            fault(name, "应为列表，最多 " + most + " 项", "expected a list of at most " + most);
            return found;
        }
        for (int i = 0; i < value.size(); i++) {
            T one = object(name + "/" + i, value.get(i), type);
            if (one != null) {
                found.add(one);
            }
        }
        return found;
    }

    /** The parser's own words would repeat values, which may be personal. */
    private <T> T object(String place, JsonNode value, Class<T> type) {
        try {
            return value.isObject() ? ModelJson.mapper().treeToValue(value, type) : unfit(place);
        } catch (JsonMappingException e) {
            return unfit(place + e.getPath().stream()
                .map(step -> "/" + (step.getFieldName() == null ? step.getIndex()
                    : step.getFieldName().matches("[A-Za-z]{1,40}") ? step.getFieldName() : "#"))
                .collect(Collectors.joining()));
        } catch (JsonProcessingException | IllegalArgumentException e) {
            return unfit(place);
        }
    }

    private <T> T unfit(String place) {
        fault(place, "格式不正确或字段未知", "of another form, or unknown");
        return null;
    }

    /** Texts by name. */
    public Map<String, String> map(String name, int most) {
        JsonNode value = take(name, false);
        Map<String, String> found = new TreeMap<>();
        if (value == null) {
            return found;
        }
        value.properties().forEach(entry -> found.put(entry.getKey(), entry.getValue().asText()));
        if (!value.isObject() || found.size() > most) {
            fault(name, "应为最多 " + most + " 项的对象", "expected an object of at most " + most + " entries");
        }
        return found;
    }
}
