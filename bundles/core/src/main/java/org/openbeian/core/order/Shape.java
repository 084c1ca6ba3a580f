package org.openbeian.core.order;

import static org.openbeian.core.order.ServerFindings.text;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.openbeian.api.model.Application;
import org.openbeian.api.rules.Finding;
import org.openbeian.core.json.JsonChanges;
import org.openbeian.core.json.ModelJson;

/** What any application must hold to be stored at all; what it means is for the rules to judge. */
final class Shape {

    private static final int LIST_MAX = 100;
    private static final int NAME_MAX = 100;
    private static final String PROVINCE = "/organizer/provinceId";
    /** Division numbers of GB/T 2260 for the mainland. */
    private static final String PROVINCE_FORM = "(1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5])0000";

    private final CoreSettings settings;

    Shape(CoreSettings settings) {
        this.settings = settings;
    }

    /** Refuses an application that is too large or holds signs that no form has, with all findings at once. */
    void check(Application application) {
        List<Finding> findings = new ArrayList<>();
        walk("", ModelJson.mapper().valueToTree(application), findings);
        String province = application.provinceId();
        if (province != null && !province.matches(PROVINCE_FORM)) {
            findings.add(ServerFindings.block("province-unknown", PROVINCE,
                text("省份代码不是国家标准中的省级代码", "The province is not a code of the national standard"),
                text("请填写 GB/T 2260 六位省级代码", "Enter the six-digit code of GB/T 2260")));
        }
        if (!findings.isEmpty()) {
            throw Refusals.invalid("application-malformed", "The application holds values that cannot be stored.", findings);
        }
    }

    private void walk(String pointer, JsonNode node, List<Finding> findings) {
        if (node.isTextual()) {
            checkText(pointer, node.textValue(), findings);
        } else if (node.isArray()) {
            checkSize(pointer, node.size(), findings);
            for (int i = 0; i < Math.min(node.size(), LIST_MAX); i++) {
                walk(pointer + "/" + i, node.get(i), findings);
            }
        } else if (node.isObject()) {
            checkSize(pointer, node.size(), findings);
            node.properties().forEach(field -> {
                String place = pointer + "/" + JsonChanges.escape(field.getKey());
                if (field.getKey().length() > NAME_MAX || !isClean(field.getKey())) {
                    findings.add(ServerFindings.block("name-malformed", pointer,
                        text("字段名称过长或含有控制字符", "The name of a field is too long or holds control characters"),
                        text("请缩短或改正字段名称", "Shorten or correct the name of the field")));
                } else {
                    walk(place, field.getValue(), findings);
                }
            });
        }
    }

    private void checkText(String pointer, String value, List<Finding> findings) {
        int longest = settings.get().text_max_length();
        if (value.length() > longest) {
            findings.add(ServerFindings.block("text-too-long", pointer,
                text("内容过长，最多 " + longest + " 个字符", "The text is longer than " + longest + " characters"),
                text("请缩短内容", "Shorten the text")));
        }
        if (!isClean(value)) {
            findings.add(ServerFindings.block("text-malformed", pointer,
                text("内容含有控制字符或不完整的字符", "The text holds control characters or half characters"),
                text("请删除这些字符", "Remove these characters")));
        }
    }

    private static void checkSize(String pointer, int size, List<Finding> findings) {
        if (size > LIST_MAX) {
            findings.add(ServerFindings.block("list-too-long", pointer,
                text("条目过多，最多 " + LIST_MAX + " 条", "There are more than " + LIST_MAX + " entries"),
                text("请减少条目", "Remove entries")));
        }
    }

    static boolean isClean(String value) {
        for (int i = 0; i < value.length(); i++) {
            char sign = value.charAt(i);
            if (Character.isHighSurrogate(sign) && i + 1 < value.length() && Character.isLowSurrogate(value.charAt(i + 1))) {
                i++;
            } else if (Character.isSurrogate(sign) || Character.isISOControl(sign) && sign != '\n' && sign != '\t'
                && sign != '\r') {
                return false;
            }
        }
        return true;
    }
}
