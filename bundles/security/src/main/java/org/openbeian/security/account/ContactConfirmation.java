package org.openbeian.security.account;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.openbeian.api.account.Account;
import org.openbeian.api.account.AddressCodes;
import org.openbeian.api.account.ContactCodes;
import org.openbeian.api.audit.AuditLog;
import org.openbeian.api.channel.NotificationChannel.AddressKind;
import org.openbeian.api.channel.OutgoingMessage;
import org.openbeian.api.key.BlindIndex;
import org.openbeian.api.model.LocalizedText;
import org.openbeian.api.order.Refusal;
import org.openbeian.api.order.Refusal.Kind;
import org.openbeian.api.rules.Finding;
import org.openbeian.api.security.Actor;
import org.openbeian.api.store.AccountStore;
import org.openbeian.api.store.ContactCodeStore;
import org.openbeian.api.store.ContactCodeStore.Code;
import org.openbeian.api.store.Transactions;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Sends codes to addresses, and binds the addresses of accounts whose codes come back. Thread-safe. */
@Component
public final class ContactConfirmation implements ContactCodes, AddressCodes {

    /** The purpose of codes for the account's own address. */
    private static final String OWN = "";

    private static final Duration LIMITED = Duration.ofHours(1);
    private static final Duration KEPT = Duration.ofDays(1);
    private static final int ID_LENGTH = 20;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final ContactCodeStore codes;
    private final AccountStore accounts;
    private final Transactions transactions;
    private final Contacts contacts;
    private final CodeSender sender;
    private final AuditLog audit;
    private final AccountSettings settings;
    private final Clock realTime;

    /** Created by Declarative Services. */
    @Activate
    public ContactConfirmation(@Reference ContactCodeStore codes, @Reference AccountStore accounts,
            @Reference Transactions transactions, @Reference Contacts contacts, @Reference CodeSender sender,
            @Reference AuditLog audit, @Reference AccountSettings settings) {
        this(codes, accounts, transactions, contacts, sender, audit, settings, Clock.systemUTC());
    }

    ContactConfirmation(ContactCodeStore codes, AccountStore accounts, Transactions transactions, Contacts contacts,
            CodeSender sender, AuditLog audit, AccountSettings settings, Clock realTime) {
        this.codes = codes;
        this.accounts = accounts;
        this.transactions = transactions;
        this.contacts = contacts;
        this.sender = sender;
        this.audit = audit;
        this.settings = settings;
        this.realTime = realTime;
    }

    @Override
    public Sent send(Actor actor, AddressKind kind, String address) {
        return send(actor, kind, address, OWN);
    }

    @Override
    public Sent send(Actor actor, AddressKind kind, String address, String purpose) {
        check(kind, address);
        sender.checkReaches(kind);
        Instant now = now();
        String id = Secrets.random(ID_LENGTH);
        String code = "%06d".formatted(RANDOM.nextInt(1_000_000));
        String mark = contacts.mark(kind == AddressKind.MOBILE ? BlindIndex.Kind.PHONE : BlindIndex.Kind.EMAIL, address);
        Code kept = new Code(id, actor.account(), purpose, kind, address, mark, mark(id, code), now,
                now.plus(Duration.ofMinutes(settings.get().code_minutes())), 0);
        transactions.run(() -> {
            codes.trim(now.minus(KEPT));
            checkLimits(kept, now);
            codes.add(kept);
            audit.record(actor, "contact.code", "account", actor.account(), null, Map.of("kind", kind.name()));
        });
        try {
            sender.send(kind, message(kept, code));
        } catch (Refusal e) {
            transactions.run(() -> codes.remove(id));
            throw e;
        }
        return new Sent(kind, kind.mask(address), kept.expiresAt(), again(kept), settings.get().code_tries());
    }

    @Override
    public Account confirm(Actor actor, AddressKind kind, String code) {
        Code sent = right(actor, kind, OWN, code);
        return transactions.call(() -> bind(actor, sent, now()));
    }

    @Override
    public <T> T check(Actor actor, AddressKind kind, String purpose, String code, Function<String, T> use) {
        Code sent = right(actor, kind, purpose, code);
        return transactions.call(() -> {
            end(sent, now());
            return use.apply(sent.address());
        });
    }

    /** The code that was sent last, when this is it; otherwise a try is counted. */
    private Code right(Actor actor, AddressKind kind, String purpose, String code) {
        Instant now = now();
        Code sent = transactions.call(() -> codes.last(actor.account(), purpose, kind)
                .filter(one -> codes.tryOnce(one.id(), settings.get().code_tries(), now)).orElse(null));
        if (sent == null) {
            throw invalid("code-expired", "no code is good any more; ask for a new one",
                    AccountFindings.code("验证码已失效", "The code has ended", "请重新获取验证码", "Ask for a new code"));
        }
        if (code == null || !isEqual(sent.codeMark(), mark(sent.id(), code))) {
            audit.record(actor, "contact.wrong-code", "account", actor.account(), null, Map.of("kind", kind.name()));
            throw invalid("code-wrong", "the code is wrong; " + (settings.get().code_tries() - sent.tries() - 1) + " tries are left",
                    AccountFindings.code("验证码不正确", "The code is wrong", "请核对验证码", "Check the code"));
        }
        return sent;
    }

    private void end(Code sent, Instant now) {
        if (!codes.end(sent.id(), now)) {
            throw invalid("code-expired", "the code was used meanwhile",
                    AccountFindings.code("验证码已使用", "The code was used", "请重新获取验证码", "Ask for a new code"));
        }
    }

    private Account bind(Actor actor, Code sent, Instant now) {
        end(sent, now);
        Account before = accounts.find(actor.account()).orElseThrow(() ->
                new Refusal(Kind.NOT_FOUND, "account-not-found", "there is no such account"));
        boolean phone = sent.kind() == AddressKind.MOBILE;
        Account after = before.with(before.roles(), before.active(), phone ? sent.address() : before.phone(),
                phone ? before.email() : sent.address());
        if (!accounts.update(after, contacts.marks(after.phone(), after.email()))) {
            throw AccountService.taken();
        }
        audit.record(actor, "contact.bind", "account", actor.account(), null, Map.of("kind", sent.kind().name()));
        return after;
    }

    private void checkLimits(Code wanted, Instant now) {
        codes.last(wanted.account(), wanted.purpose(), wanted.kind()).map(this::again).filter(now::isBefore).ifPresent(again -> {
            throw invalid("code-too-soon", "the last code was sent a moment ago; ask again after " + again,
                    AccountFindings.code("验证码发送过于频繁", "Codes are asked for too fast", "请稍后再试", "Ask again later"));
        });
        if (codes.sent(wanted.account(), wanted.addressMark(), now.minus(LIMITED)) >= settings.get().code_hourly()) {
            throw invalid("codes-too-many", "at most " + settings.get().code_hourly() + " codes are sent in an hour; ask again later",
                    AccountFindings.code("一小时内的验证码次数已用完", "No more codes are sent within the hour", "请稍后再试",
                            "Ask again later"));
        }
    }

    private Instant again(Code sent) {
        return sent.sentAt().plusSeconds(settings.get().code_again_seconds());
    }

    private static void check(AddressKind kind, String address) {
        boolean good = address != null && switch (kind) {
            case MOBILE -> Contacts.PHONE.matcher(address).matches();
            case EMAIL -> Contacts.EMAIL.matcher(address).matches();
            case ACCOUNT, ENDPOINT -> false;
        };
        if (!good) {
            throw invalid("address-malformed", "the address is malformed",
                    kind == AddressKind.MOBILE ? AccountFindings.phone() : AccountFindings.email());
        }
    }

    private OutgoingMessage message(Code sent, String code) {
        int minutes = settings.get().code_minutes();
        return new OutgoingMessage("contact-code-" + sent.id(), "contact-code", null, sent.account(), sent.address(),
                new LocalizedText("备案系统验证码", "Verification code of the filing server"),
                new LocalizedText("您的验证码为 " + code + "，" + minutes + " 分钟内有效。如非本人操作，请忽略本消息，切勿告知他人。",
                        "Your code is " + code + ". It is good for " + minutes + " minutes. If you did not ask for it, ignore this"
                                + " message; tell the code to nobody."), sent.sentAt(), new OutgoingMessage.Extras(null,
                Map.of("code", same(code), "minutes", same(Integer.toString(minutes))), null, null));
    }

    private static LocalizedText same(String text) {
        return new LocalizedText(text, text);
    }

    /** Nobody without the server's key can try out the million codes. */
    private String mark(String id, String code) {
        return contacts.mark(BlindIndex.Kind.CODE, id + ":" + code);
    }

    private static boolean isEqual(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.US_ASCII), other.getBytes(StandardCharsets.US_ASCII));
    }

    private Instant now() {
        return realTime.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private static Refusal invalid(String code, String message, Finding finding) {
        return new Refusal(Kind.INVALID, code, message, List.of(finding));
    }
}
