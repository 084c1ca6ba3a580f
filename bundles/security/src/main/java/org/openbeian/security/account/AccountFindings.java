package org.openbeian.security.account;

import org.openbeian.api.model.LocalizedText;
import org.openbeian.api.rules.Finding;
import org.openbeian.api.rules.Severity;

/** What can be wrong with an account, for people. */
final class AccountFindings {

    private AccountFindings() {
    }

    static Finding name() {
        return finding("account-name", "/name", "账号名须为 3 至 64 位小写字母、数字、点、下划线或连字符，以字母开头",
                "The name has 3 to 64 lower-case letters, digits, dots, underscores or hyphens and begins with a letter",
                "请更换账号名", "Choose another name");
    }

    static Finding password(String weakness) {
        return finding("account-password", "/password", "密码须为 12 至 128 位，至少 5 种不同字符，且不含账号名",
                "The password is weak: " + weakness, "请更换密码", "Choose another password");
    }

    static Finding roles() {
        return finding("account-roles", "/roles", "至少需要一个角色", "The account needs at least one role", "请选择角色", "Name a role");
    }

    static Finding phone() {
        return finding("account-phone", "/phone", "手机号码须为 11 位中国大陆号码", "The phone number must be an 11-digit mobile number of"
                + " mainland China", "请核对手机号码", "Check the phone number");
    }

    static Finding email() {
        return finding("account-email", "/email", "电子邮箱格式不正确", "The e-mail address is malformed", "请核对电子邮箱",
                "Check the e-mail address");
    }

    static Finding taken() {
        return finding("account-taken", "", "账号名、手机号码或电子邮箱已被使用",
                "The name, the phone number or the e-mail address is taken", "请更换或登录已有账号", "Choose another or log in with it");
    }

    static Finding code(String zh, String en, String mendZh, String mendEn) {
        return finding("contact-code", "/code", zh, en, mendZh, mendEn);
    }

    static Finding realName(String pointer, String zh, String en) {
        return finding("account-real-name", pointer, zh, en, "请按证件填写", "Enter it as on the document");
    }

    private static Finding finding(String id, String pointer, String zh, String en, String mendZh, String mendEn) {
        return new Finding(id, Severity.BLOCK, pointer, new LocalizedText(zh, en), new LocalizedText(mendZh, mendEn), null, null,
                null);
    }
}
