package org.openbeian.guidance;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.openbeian.api.guidance.Enquiry.About;
import org.openbeian.api.model.LocalizedText;
import org.openbeian.api.order.Refusal;
import org.openbeian.api.order.Refusal.Kind;
import org.openbeian.api.rules.Finding;
import org.openbeian.api.rules.RuleSource;
import org.openbeian.api.rules.Severity;

/** Looks at what people write in enquiries, and says all that is wrong at once. Not thread-safe. */
final class EnquiryInput {

    private static final Pattern POINTER = Pattern.compile("(/[A-Za-z0-9_.~-]{1,60}){1,10}");
    private static final Pattern RULE = Pattern.compile("[A-Za-z0-9._:-]{1,120}");
    private static final int LONGEST = 4000;
    private static final int MOST_CANNED = 5;

    private final List<Finding> findings = new ArrayList<>();

    /** A question without spaces around it. */
    static String question(About about, String text, HelpBook help) {
        EnquiryInput input = new EnquiryInput();
        String question = input.text(text, 2);
        if (about.topic() != null && !help.isTopic(about.topic())) {
            input.wrong("enquiry-topic", "/about/topic", "没有这个主题", "There is no such topic",
                "请从 GET /help?kind=TOPIC 中选择，或不填", "Pick one of GET /help?kind=TOPIC, or leave it out");
        }
        if (about.pointer() != null && !POINTER.matcher(about.pointer()).matches()) {
            input.wrong("enquiry-pointer", "/about/pointer", "不是申请表字段的 JSON 指针", "This is no JSON pointer to a field",
                "例如 /organizer/name", "Give one such as /organizer/name");
        }
        if (about.rule() != null && !RULE.matcher(about.rule()).matches()) {
            input.wrong("enquiry-rule", "/about/rule", "不是规则编号", "This is no id of a rule", "请填写审核意见中的规则编号",
                "Give the id of the rule as the finding shows it");
        }
        input.refuse();
        return question;
    }

    /** A further question, or with prepared answers beside it an answer, without spaces around it. */
    static String reply(String text, List<String> canned) {
        EnquiryInput input = new EnquiryInput();
        String reply = input.text(text, canned.isEmpty() ? 2 : 0);
        if (canned.size() > MOST_CANNED) {
            input.wrong("enquiry-canned", "/canned", "常用答复过多", "There are more than " + MOST_CANNED + " prepared answers",
                "至多 " + MOST_CANNED + " 条", "Give at most " + MOST_CANNED);
        }
        input.refuse();
        return reply;
    }

    /** The reason for a look at the texts, without spaces around it. */
    static String reason(String given) {
        String reason = given == null ? "" : given.strip();
        if (reason.length() < 4 || reason.length() > 1000) {
            throw new Refusal(Kind.INVALID, "reason-needed", "Say why in 4 to 1,000 characters; it is kept with your name.");
        }
        return reason;
    }

    /** A prepared answer that does not fit the enquiry. */
    static Refusal unknownCanned(int index) {
        EnquiryInput input = new EnquiryInput();
        input.wrong("enquiry-canned", "/canned/" + index, "没有这条常用答复", "There is no such prepared answer",
            "请从该咨询的 suggestions 中选择", "Pick one of the suggestions of the enquiry");
        return input.refusal();
    }

    private String text(String given, int least) {
        String text = given == null ? "" : given.strip();
        if (text.length() < least || text.length() > LONGEST || hasControls(text)) {
            wrong("enquiry-text", "/text", "内容须为 " + least + " 至 " + LONGEST + " 个字符，且不含控制字符",
                "The text has " + least + " to " + LONGEST + " characters and no control characters", "请修改", "Mend it");
        }
        return text;
    }

    private void wrong(String code, String pointer, String zh, String en, String mendZh, String mendEn) {
        findings.add(new Finding(code, Severity.BLOCK, pointer, new LocalizedText(zh, en), new LocalizedText(mendZh, mendEn),
            new RuleSource("W-11", "undated", null), EnquiryDesk.BUNDLE, null));
    }

    private void refuse() {
        if (!findings.isEmpty()) {
            throw refusal();
        }
    }

    private Refusal refusal() {
        return new Refusal(Kind.INVALID, findings.size() == 1 ? findings.get(0).ruleId() : "enquiry-input",
            "Something is wrong with what was written; nothing was sent.", findings);
    }

    private static boolean hasControls(String value) {
        return value.codePoints().anyMatch(sign -> sign != '\n' && sign != '\t' && sign != '\r'
            && (Character.getType(sign) == Character.CONTROL || Character.getType(sign) == Character.SURROGATE));
    }
}
