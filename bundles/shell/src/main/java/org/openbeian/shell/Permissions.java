package org.openbeian.shell;

import java.util.Map;
import java.util.stream.Collectors;
import org.apache.karaf.shell.support.CommandException;
import org.openbeian.api.security.Actor;
import org.openbeian.api.security.Permission;
import org.openbeian.api.security.Role;

/**
 * Which right each command needs. A command that is not in the table is refused. Which orders an account sees is not
 * decided here but by {@code Orders}.
 */
final class Permissions {

    /** The table: command to the right that it needs. */
    static final Map<String, Permission> TABLE = Map.ofEntries(
            Map.entry("order-list", Permission.READ_ORDER),
            Map.entry("order-show", Permission.READ_ORDER),
            Map.entry("order-history", Permission.READ_ORDER),
            Map.entry("order-explain", Permission.READ_ORDER),
            Map.entry("order-requirements", Permission.READ_ORDER),
            Map.entry("event-list", Permission.READ_ORDER),
            Map.entry("event-types", Permission.READ_ORDER),
            Map.entry("service-levels", Permission.READ_LEVELS),
            Map.entry("register-list", Permission.READ_REGISTER),
            Map.entry("register-show", Permission.READ_REGISTER),
            Map.entry("order-find", Permission.REVEAL_DATA),
            Map.entry("order-reveal", Permission.REVEAL_DATA),
            Map.entry("order-changes", Permission.READ_ORDER),
            Map.entry("order-verify", Permission.FILE_ORDER),
            Map.entry("type-object", Permission.FILE_ORDER),
            Map.entry("type-decide", Permission.REVIEW_ORDER),
            Map.entry("correction-list", Permission.READ_REGISTER),
            Map.entry("correction-close", Permission.REVIEW_ORDER),
            Map.entry("correction-open", Permission.REVIEW_ORDER),
            Map.entry("flow-show", Permission.READ_RULES),
            Map.entry("order-refile", Permission.START_ORDER),
            Map.entry("order-rehearse", Permission.READ_ORDER),
            Map.entry("order-password", Permission.FILE_ORDER),
            Map.entry("order-withdraw", Permission.FILE_ORDER),
            Map.entry("call-appoint", Permission.FILE_ORDER),
            Map.entry("call-plan", Permission.READ_ORDER),
            Map.entry("compensation-show", Permission.READ_ORDER),
            Map.entry("order-resend", Permission.MEND_ORDER),
            Map.entry("sms-confirm", Permission.MEND_ORDER),
            Map.entry("site-list", Permission.READ_ORDER),
            Map.entry("site-show", Permission.READ_ORDER),
            Map.entry("site-footer", Permission.READ_ORDER),
            Map.entry("site-open", Permission.TEND_SITE),
            Map.entry("site-police", Permission.TEND_SITE),
            Map.entry("site-inspect", Permission.TEND_SITE),
            Map.entry("public-security-list", Permission.READ_ORDER),
            Map.entry("public-security-show", Permission.READ_ORDER),
            Map.entry("public-security-record", Permission.TEND_SITE),
            Map.entry("public-security-submit", Permission.FILE_ORDER),
            Map.entry("enquiry-list", Permission.READ_ORDER),
            Map.entry("enquiry-show", Permission.READ_ORDER),
            Map.entry("enquiry-answer", Permission.ANSWER),
            Map.entry("enquiry-close", Permission.READ_ORDER),
            Map.entry("enquiry-reveal", Permission.REVEAL_DATA),
            Map.entry("enquiry-times", Permission.READ_LEVELS),
            Map.entry("order-checklist", Permission.READ_ORDER),
            Map.entry("help-list", Permission.READ_RULES),
            Map.entry("help-show", Permission.READ_RULES),
            Map.entry("help-votes", Permission.READ_LEVELS),
            Map.entry("curtain-list", Permission.READ_ORDER),
            Map.entry("curtain-address", Permission.SEND_CURTAIN),
            Map.entry("curtain-dispatch", Permission.SEND_CURTAIN),
            Map.entry("curtain-receive", Permission.TEND_CURTAIN),
            Map.entry("curtain-cancel", Permission.TEND_CURTAIN),
            Map.entry("audit-list", Permission.READ_AUDIT),
            Map.entry("audit-verify", Permission.READ_AUDIT),
            Map.entry("retention-run", Permission.ERASE_DATA),
            Map.entry("butler-list", Permission.READ_CASE),
            Map.entry("butler-assign", Permission.ASSIGN_BUTLER),
            Map.entry("audit-export", Permission.READ_AUDIT),
            Map.entry("province-list", Permission.READ_RULES),
            Map.entry("province-show", Permission.READ_RULES),
            Map.entry("province-requirements", Permission.READ_RULES),
            Map.entry("facts", Permission.READ_RULES),
            Map.entry("eligibility", Permission.READ_RULES),
            Map.entry("rules-check", Permission.READ_SYSTEM),
            Map.entry("rules-diff", Permission.READ_SYSTEM),
            Map.entry("rules-replay", Permission.STEER_SYSTEM),
            Map.entry("plugin-list", Permission.READ_SYSTEM),
            Map.entry("plugin-release", Permission.STEER_SYSTEM),
            Map.entry("law-list", Permission.READ_RULES),
            Map.entry("form-list", Permission.READ_RULES),
            Map.entry("form-load", Permission.STEER_SYSTEM),
            Map.entry("review-list", Permission.REVIEW_ORDER),
            Map.entry("identity-template-list", Permission.READ_ORDER),
            Map.entry("identity-template-decide", Permission.REVIEW_ORDER),
            Map.entry("order-case", Permission.READ_ORDER),
            Map.entry("order-export", Permission.READ_ORDER),
            Map.entry("forecast", Permission.READ_RULES),
            Map.entry("face-open", Permission.FILE_ORDER),
            Map.entry("face-fetch", Permission.FILE_ORDER),
            Map.entry("review-reasons", Permission.REVIEW_ORDER),
            Map.entry("call-task", Permission.REVIEW_ORDER),
            Map.entry("review-claim", Permission.REVIEW_ORDER),
            Map.entry("review-release", Permission.REVIEW_ORDER),
            Map.entry("review-call", Permission.REVIEW_ORDER),
            Map.entry("review-pass", Permission.REVIEW_ORDER),
            Map.entry("review-return", Permission.REVIEW_ORDER),
            Map.entry("review-clear", Permission.REVIEW_ORDER),
            Map.entry("override-propose", Permission.REVIEW_ORDER),
            Map.entry("override-approve", Permission.APPROVE_OVERRIDE),
            Map.entry("override-revoke", Permission.REVIEW_ORDER),
            Map.entry("effect-list", Permission.READ_SYSTEM),
            Map.entry("effect-retry", Permission.STEER_SYSTEM),
            Map.entry("effect-skip", Permission.STEER_SYSTEM),
            Map.entry("lane-list", Permission.READ_SYSTEM),
            Map.entry("lane-pause", Permission.STEER_SYSTEM),
            Map.entry("lane-resume", Permission.STEER_SYSTEM),
            Map.entry("secret-list", Permission.MANAGE_KEYS),
            Map.entry("secret-set", Permission.MANAGE_KEYS),
            Map.entry("secret-remove", Permission.MANAGE_KEYS),
            Map.entry("key-list", Permission.MANAGE_KEYS),
            Map.entry("key-rotate", Permission.MANAGE_KEYS),
            Map.entry("key-retire", Permission.MANAGE_KEYS),
            Map.entry("backup", Permission.MANAGE_KEYS),
            Map.entry("restore", Permission.MANAGE_KEYS),
            Map.entry("data-erase", Permission.ERASE_DATA),
            Map.entry("erasure-list", Permission.ERASE_DATA),
            Map.entry("result-list", Permission.READ_SYSTEM),
            Map.entry("result-dismiss", Permission.STEER_SYSTEM),
            Map.entry("code-issue", Permission.USE_CODES),
            Map.entry("code-list", Permission.USE_CODES),
            Map.entry("code-show", Permission.USE_CODES),
            Map.entry("code-grant", Permission.USE_CODES),
            Map.entry("code-revoke", Permission.USE_CODES),
            Map.entry("resource-put", Permission.WRITE_RESOURCE),
            Map.entry("inventory-import", Permission.WRITE_RESOURCE),
            Map.entry("inventory-import-list", Permission.WRITE_RESOURCE),
            Map.entry("inventory-import-show", Permission.WRITE_RESOURCE),
            Map.entry("address-list", Permission.APPROVE_PORT),
            Map.entry("address-bind", Permission.USE_ADDRESSES),
            Map.entry("address-decide", Permission.APPROVE_PORT),
            Map.entry("address-suspend", Permission.WRITE_RESOURCE),
            Map.entry("address-resume", Permission.WRITE_RESOURCE),
            Map.entry("blocking-list", Permission.ASK_GATE),
            Map.entry("blocking-notice", Permission.BLOCK_DOMAIN),
            Map.entry("blocking-isolate", Permission.BLOCK_DOMAIN),
            Map.entry("blocking-carrier", Permission.BLOCK_DOMAIN),
            Map.entry("blocking-lift", Permission.BLOCK_DOMAIN),
            Map.entry("domain-put", Permission.WRITE_RESOURCE),
            Map.entry("domain-show", Permission.READ_RESOURCE),
            Map.entry("resource-obligations", Permission.READ_RESOURCE),
            Map.entry("resource-show", Permission.READ_RESOURCE),
            Map.entry("resource-list", Permission.READ_RESOURCE),
            Map.entry("account-list", Permission.MANAGE_ACCOUNTS),
            Map.entry("account-show", Permission.MANAGE_ACCOUNTS),
            Map.entry("account-create", Permission.MANAGE_ACCOUNTS),
            Map.entry("account-roles", Permission.MANAGE_ACCOUNTS),
            Map.entry("account-close", Permission.MANAGE_ACCOUNTS),
            Map.entry("account-open", Permission.MANAGE_ACCOUNTS),
            Map.entry("account-unlock", Permission.MANAGE_ACCOUNTS),
            Map.entry("account-password", Permission.MANAGE_ACCOUNTS),
            Map.entry("delegation-list", Permission.MANAGE_ACCOUNTS),
            Map.entry("delegation-revoke", Permission.MANAGE_ACCOUNTS),
            Map.entry("invitation-list", Permission.MANAGE_ACCOUNTS),
            Map.entry("invitation-withdraw", Permission.MANAGE_ACCOUNTS),
            Map.entry("identity-list", Permission.MANAGE_ACCOUNTS),
            Map.entry("identity-link", Permission.MANAGE_ACCOUNTS),
            Map.entry("identity-unlink", Permission.MANAGE_ACCOUNTS),
            Map.entry("apikey-list", Permission.USE_ACCOUNT),
            Map.entry("apikey-create", Permission.USE_ACCOUNT),
            Map.entry("apikey-revoke", Permission.USE_ACCOUNT),
            Map.entry("inbox-list", Permission.USE_ACCOUNT),
            Map.entry("contact-code", Permission.USE_ACCOUNT),
            Map.entry("account-real-name", Permission.USE_ACCOUNT),
            Map.entry("contact-confirm", Permission.USE_ACCOUNT),
            Map.entry("preference-show", Permission.USE_ACCOUNT),
            Map.entry("preference-set", Permission.USE_ACCOUNT),
            Map.entry("message-list", Permission.READ_SYSTEM),
            Map.entry("message-preview", Permission.READ_SYSTEM),
            Map.entry("template-list", Permission.READ_SYSTEM),
            Map.entry("endpoint-list", Permission.USE_ACCOUNT),
            Map.entry("endpoint-redeliver", Permission.USE_ACCOUNT),
            Map.entry("delivery-statistics", Permission.READ_DELIVERY),
            Map.entry("delivery-list", Permission.READ_DELIVERY));

    private Permissions() {
    }

    /**
     * Checks that an actor may run a command.
     *
     * @throws CommandException when he may not, naming the roles that may beside ADMIN
     */
    static void check(Actor actor, String command) throws CommandException {
        Permission permission = TABLE.get(command);
        if (permission == null) {
            throw new CommandException("beian:" + command + " is not in the table of rights; nobody may run it.");
        }
        if (!actor.may(permission)) {
            String roles = permission.roles().stream().filter(role -> role != Role.ADMIN || permission.roles().size() == 1)
                    .map(Role::name).sorted().collect(Collectors.joining(" or "));
            throw new CommandException("beian:" + command + " needs the role " + roles + "; the account '" + actor.account()
                    + "' does not have it.");
        }
    }
}
