package org.openbeian.regulator.gateway.payload;

import java.nio.charset.CharsetEncoder;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.openbeian.api.authority.ValidCodes;
import org.openbeian.api.model.LocalizedText;
import org.openbeian.api.report.ReportFault;
import org.openbeian.api.report.ReportField;
import org.openbeian.api.report.ReportField.Type;
import org.openbeian.api.report.ReportKind;
import org.openbeian.regulator.gateway.wire.WireSecurity;

/** Holds the content of a report against its fields and finds everything that is wrong with it. Used once, by one thread. */
public final class ReportCheck {
    private static final String ALLOCATION = "Fpfs";
    /** What a way of allocating addresses needs (regulator's interface, section 6). */
    private static final Map<Long, List<String>> NEEDS = Map.of(
        1L, List.of("Syfs", "Fprq", "Dwmc", "Dwxz", "Shengid", "Shiid", "Xxdz", "Lxrxm", "Lxrdh", "Lxrdzyj"),
        2L, List.of("Fpdx"), 3L, List.of("Syfs", "Fprq"), 4L, List.of());

    private final ValidCodes codes;
    private final CharsetEncoder gbk = WireSecurity.GBK.newEncoder();
    private final List<ReportFault> faults = new ArrayList<>();

    private ReportCheck(ValidCodes codes) {
        this.codes = codes;
    }

    /** Everything that is wrong with the content of a report; empty if nothing is. */
    public static List<ReportFault> check(ReportKind kind, Map<String, Object> content, ValidCodes codes) {
        ReportCheck check = new ReportCheck(codes);
        Map<String, Object> given = ReportContent.given(content);
        if (kind.isAboutAddresses() && given.isEmpty()) {
            check.fault("", "没有任何地址段", "names no range", "请至少填写一个部分", "Fill in one of the parts");
        }
        check.group(given, ReportForms.fields(kind), false, "");
        return check.faults;
    }

    private void fault(String pointer, String zh, String en, String mendZh, String mendEn) {
        faults.add(new ReportFault(pointer, new LocalizedText(zh, en), new LocalizedText(mendZh, mendEn)));
    }

    private void group(Map<?, ?> content, List<ReportField> fields, boolean oneOf, String pointer) {
        for (Object key : content.keySet()) {
            if (fields.stream().noneMatch(field -> field.name().equals(key))) {
                String names = fields.stream().map(ReportField::name).collect(Collectors.joining(", "));
                fault(pointer + "/" + escaped(key), "没有此字段", "is no field of this report", "可用字段：" + names, "The fields here are " + names);
            }
        }
        if (oneOf && fields.stream().filter(field -> content.get(field.name()) != null).count() != 1) {
            String names = fields.stream().map(ReportField::name).collect(Collectors.joining(", "));
            fault(pointer, "须且只能填写其中一项", "needs exactly one of its fields", "请填写其一：" + names, "Give one of " + names);
        }
        fields.forEach(field -> field(field, content.get(field.name()), pointer + "/" + field.name()));
        ranges(content, pointer);
        allocation(content, pointer);
    }

    private static String escaped(Object key) {
        return String.valueOf(key).replace("~", "~0").replace("/", "~1");
    }

    private void field(ReportField field, Object value, String pointer) {
        if (value == null) {
            if (field.required()) {
                fault(pointer, "必填", "is required", "请填写", "Fill it in");
            }
            return;
        }
        if (field.many() != value instanceof List) {
            fault(pointer, field.many() ? "须为列表" : "不能是列表", field.many() ? "must be a list" : "must be no list",
                "请按字段说明填写", "Write it as the fields of this kind say");
            return;
        }
        List<?> values = ReportContent.values(field, value);
        int most = ReportForms.most(field.name());
        if (values.size() > most) {
            fault(pointer, "最多 " + most + " 项", "may have " + most + " entries", "现有 " + values.size() + " 项", "It has " + values.size());
            return;
        }
        for (int i = 0; i < values.size(); i++) {
            value(field, values.get(i), field.many() ? pointer + "/" + i : pointer);
        }
    }

    private void value(ReportField field, Object value, String pointer) {
        switch (field.type()) {
            case GROUP -> {
                if (value instanceof Map) {
                    group((Map<?, ?>) value, field.fields(), field.oneOf(), pointer);
                } else {
                    fault(pointer, "须为一组字段", "must be an object", "请按字段说明填写", "Write it as the fields of this kind say");
                }
            }
            case NUMBER, ADDRESS -> number(field, value, pointer);
            case PICTURE -> picture(value, pointer);
            default -> text(field, value, pointer);
        }
    }

    private void number(ReportField field, Object value, String pointer) {
        boolean address = field.type() == Type.ADDRESS;
        Long number = address ? ReportContent.address(value) : ReportContent.number(value);
        String table = CodeNames.table(field.name());
        if (number == null || number < field.min() || number > field.max()) {
            String range = field.min() + (field.max() == Long.MAX_VALUE ? "…" : "…" + field.max());
            fault(pointer, address ? "不是 IPv4 地址" : "须为 " + range + " 的整数",
                address ? "is no address of IPv4" : "must be a whole number of " + range,
                address ? "如 192.0.2.1" : "请更正", address ? "Such as 192.0.2.1" : "Correct it");
        } else if (table != null && codes.refuse(table, number)) {
            fault(pointer, "管局代码表 " + table + " 中没有有效代码 " + number, "is " + number + ", no valid code of the authority's table " + table,
                "请选用代码表中的有效代码", "Take a valid code of that table");
        }
    }

    private void picture(Object value, String pointer) {
        try {
            if (value instanceof String && Base64.getDecoder().decode((String) value).length > 0) {
                return;
            }
        } catch (IllegalArgumentException e) {
            // told below
        }
        fault(pointer, "不是 Base64 编码的图片", "is no picture in Base64", "请上传 Base64 编码的图片", "Give the picture in Base64");
    }

    private void text(ReportField field, Object value, String pointer) {
        if (!(value instanceof String text)) {
            fault(pointer, "须为文本", "must be a text", "请按文本填写", "Write it as a text");
            return;
        }
        int length = text.codePointCount(0, text.length());
        if (text.isBlank()) {
            fault(pointer, "不能为空", "is blank", "请填写或删除此项", "Fill it in or take it out");
        } else if (field.type() == Type.DAY && !isDay(text)) {
            fault(pointer, "不是日期", "is no day", "如 2026-11-22", "Such as 2026-11-22");
        } else if (length < field.min() || length > field.max()) {
            fault(pointer, "须为 " + field.min() + " 至 " + field.max() + " 个字符", "must have " + field.min() + " to " + field.max()
                + " characters", "现有 " + length + " 个", "It has " + length);
        } else if (!gbk.canEncode(text) || text.chars().anyMatch(c -> c < ' ' && c != '\n' && c != '\r' && c != '\t')) {
            fault(pointer, "含有 GBK 或 XML 无法表示的字符", "holds a character that GBK or XML cannot carry", "请替换该字符", "Replace it");
        }
    }

    private static boolean isDay(String text) {
        try {
            return LocalDate.parse(text) != null;
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    private void ranges(Map<?, ?> content, String pointer) {
        Long first = ReportContent.address(content.get("Qsip"));
        Long last = ReportContent.address(content.get("Zzip"));
        if (first != null && last != null && first > last) {
            fault(pointer + "/Qsip", "起始地址大于终止地址", "is after Zzip", "请核对起止地址", "Check both ends of the range");
        }
    }

    private void allocation(Map<?, ?> content, String pointer) {
        Long way = ReportContent.number(content.get(ALLOCATION));
        if (way == null) {
            return;
        }
        for (String name : NEEDS.getOrDefault(way, List.of())) {
            if (content.get(name) == null) {
                fault(pointer + "/" + name, "分配方式 " + way + " 必填", "is required with " + ALLOCATION + " " + way, "请填写", "Fill it in");
            }
        }
    }
}
