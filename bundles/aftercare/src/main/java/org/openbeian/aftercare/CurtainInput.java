package org.openbeian.aftercare;

import static org.openbeian.aftercare.Remarks.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.openbeian.api.curtain.Courier.Shipment;
import org.openbeian.api.curtain.CurtainAddress;
import org.openbeian.api.model.LocalizedText;
import org.openbeian.api.order.Refusal;
import org.openbeian.api.order.Refusal.Kind;
import org.openbeian.api.rules.Finding;
import org.openbeian.api.rules.RuleSource;
import org.openbeian.api.rules.Severity;
import org.openbeian.core.identifier.Phones;

/** Looks at what people enter about a curtain, and says all that is wrong at once. Not thread-safe. */
final class CurtainInput {

    private static final Pattern TRACKING = Pattern.compile("[A-Za-z0-9-]{4,40}");
    /** A subscriber number of one digit all over, with or without an extension. */
    private static final Pattern PLACEHOLDER = Pattern.compile(".*-(\\d)\\1{6,7}(-\\d+)?");
    private static final LocalizedText ONE_LINE = text("请修改，不要含换行等控制字符", "Mend it; line breaks and other control characters"
        + " are not accepted");

    private final List<Finding> findings = new ArrayList<>();

    /** The address without spaces around its parts. */
    static CurtainAddress address(CurtainAddress given) {
        CurtainInput input = new CurtainInput();
        CurtainAddress to = given == null ? new CurtainAddress("", "", "")
            : new CurtainAddress(strip(given.recipient()), strip(given.address()), strip(given.phone()));
        input.line("curtain-recipient", "/recipient", to.recipient(), 1, 50, "收件人", "The recipient");
        input.line("curtain-address", "/address", to.address(), 5, 200, "收件地址", "The address");
        boolean number = Phones.checkMobile(to.phone()).isEmpty()
            || Phones.checkLandline(to.phone()).isEmpty() && !PLACEHOLDER.matcher(to.phone()).matches();
        if (!number || hasControls(to.phone())) {
            input.wrong("curtain-phone", "/phone", text("收件电话不是有效的手机号码或座机号码", "This is no mobile or landline number"),
                text("请填写如 13812345678 或 0755-86013388", "Enter one such as 13812345678 or 0755-86013388"));
        }
        input.refuse("Something is wrong with the address of the curtain; nothing was requested.");
        return to;
    }

    /** The shipment without spaces around its parts. */
    static Shipment shipment(String carrier, String tracking) {
        CurtainInput input = new CurtainInput();
        Shipment sent = new Shipment(strip(carrier), strip(tracking));
        input.line("curtain-carrier", "/carrier", sent.carrier(), 1, 40, "承运方", "The carrier");
        if (!TRACKING.matcher(sent.tracking()).matches()) {
            input.wrong("curtain-tracking", "/tracking", text("运单号须为 4 至 40 位字母、数字或连字符",
                "A tracking number has 4 to 40 letters, digits and hyphens"), text("请按运单填写", "Enter it as the waybill shows it"));
        }
        input.refuse("Something is wrong with the shipment; nothing was changed.");
        return sent;
    }

    /** The reason for a look at an address, without spaces around it. */
    static String reason(String given) {
        CurtainInput input = new CurtainInput();
        String reason = strip(given);
        input.line("reason-needed", "/reason", reason, 4, 1000, "查看理由", "The reason");
        input.refuse("Say why you need the address; it is kept with your name.");
        return reason;
    }

    private void line(String code, String pointer, String value, int least, int most, String zh, String en) {
        if (value.length() < least || value.length() > most || hasControls(value)) {
            wrong(code, pointer, text(zh + "须为 " + least + " 至 " + most + " 个字符", en + " has " + least + " to " + most + " characters"),
                ONE_LINE);
        }
    }

    private void wrong(String code, String pointer, LocalizedText text, LocalizedText mend) {
        findings.add(new Finding(code, Severity.BLOCK, pointer, text, mend, new RuleSource("W-08", "undated", null), CurtainDesk.BUNDLE,
            null));
    }

    private void refuse(String message) {
        if (!findings.isEmpty()) {
            throw new Refusal(Kind.INVALID, findings.size() == 1 ? findings.get(0).ruleId() : "curtain-input", message, findings);
        }
    }

    private static boolean hasControls(String value) {
        return value.codePoints().anyMatch(sign -> switch (Character.getType(sign)) {
            case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        });
    }

    private static String strip(String value) {
        return value == null ? "" : value.strip();
    }
}
