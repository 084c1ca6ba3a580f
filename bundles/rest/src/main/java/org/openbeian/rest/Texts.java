package org.openbeian.rest;

import org.openbeian.api.model.LocalizedText;
import org.openbeian.api.rules.Finding;
import org.openbeian.api.rules.Severity;

/** Findings about the form of what was sent. */
final class Texts {

    private static final String BUNDLE = "org.openbeian.rest";

    private Texts() {
    }

    static Finding unknownField(String pointer, String known) {
        return finding("unknown-field", pointer, "没有这个字段", "There is no such field",
                "请删除或改用以下字段：" + known, "Remove it or use one of: " + known);
    }

    static Finding missingField(String pointer) {
        return finding("missing-field", pointer, "缺少必填字段", "This field is required", "请补充该字段", "Add the field");
    }

    static Finding wrongType(String pointer, String expectedZh, String expectedEn) {
        return finding("wrong-type", pointer, "类型不正确", "The value is of the wrong type", "应为" + expectedZh,
                "It must be " + expectedEn);
    }

    static Finding unknownValue(String pointer, String allowed) {
        return finding("unknown-value", pointer, "取值不在允许范围内", "The value is not one of those allowed",
                "请使用以下取值之一：" + allowed, "Use one of: " + allowed);
    }

    static Finding badText(String pointer) {
        return finding("bad-text", pointer, "文本含有控制字符或不完整的字符",
                "The text holds control characters or half a character", "请删除这些字符", "Remove them");
    }

    static Finding tooLong(String pointer, int limit) {
        return finding("too-long", pointer, "内容过长", "The value is too long", "最多 " + limit, "At most " + limit);
    }

    static Finding malformed(String pointer, long line, long column) {
        return finding("malformed-json", pointer, "第 " + line + " 行第 " + column + " 列附近不是合法的 JSON",
                "Not valid JSON near line " + line + ", column " + column, "请修正 JSON 语法", "Mend the JSON syntax");
    }

    static Finding repeatedField(String pointer) {
        return finding("repeated-field", pointer, "字段重复出现", "The field occurs more than once", "每个字段只写一次",
                "Write each field once");
    }

    private static Finding finding(String id, String pointer, String zh, String en, String mendZh, String mendEn) {
        return new Finding(id, Severity.BLOCK, pointer, new LocalizedText(zh, en), new LocalizedText(mendZh, mendEn), null,
                BUNDLE, null);
    }
}
