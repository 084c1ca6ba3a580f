package org.openbeian.core.message;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.openbeian.api.audit.AuditLog;
import org.openbeian.api.channel.NotificationChannel.AddressKind;
import org.openbeian.api.channel.NotificationPreferences;
import org.openbeian.api.channel.Preferences;
import org.openbeian.api.key.BlindIndex;
import org.openbeian.api.model.LocalizedText;
import org.openbeian.api.order.Refusal;
import org.openbeian.api.rules.Finding;
import org.openbeian.api.rules.Severity;
import org.openbeian.api.security.Accounts;
import org.openbeian.api.security.Actor;
import org.openbeian.api.store.PreferenceStore;
import org.openbeian.api.store.Transactions;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** Keeps and applies what accounts and persons chose. Thread-safe. */
@Component(service = {NotificationPreferences.class, PreferenceBook.class})
public final class PreferenceBook implements NotificationPreferences {

    private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");
    private static final Pattern TOKEN = Pattern.compile("([0-9a-f]{64})([0-9a-f]{32})");
    private static final int PROOF = 32;
    private static final Pattern EMAIL = Pattern.compile("[^@\\s\\p{Cntrl}]{1,64}@[A-Za-z0-9.-]{1,180}");
    private static final Pattern MOBILE = Pattern.compile("\\+?[0-9]{5,20}");

    /** Makes the marks by which persons are known; a moment late at the start. */
    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC,
        policyOption = ReferencePolicyOption.GREEDY)
    volatile BlindIndex index;

    /** Knows the account's own address. */
    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC,
        policyOption = ReferencePolicyOption.GREEDY)
    volatile Accounts accounts;

    private final PreferenceStore store;
    private final Transactions transactions;
    private final AuditLog audit;
    private final MessageSettings settings;

    /** Created by Declarative Services. */
    @Activate
    public PreferenceBook(@Reference PreferenceStore store, @Reference Transactions transactions, @Reference AuditLog audit,
            @Reference MessageSettings settings) {
        this.store = store;
        this.transactions = transactions;
        this.audit = audit;
        this.settings = settings;
    }

    PreferenceBook with(BlindIndex known) {
        index = known;
        return this;
    }

    @Override
    public Preferences ofAccount(Actor actor) {
        return transactions.call(() -> {
            Preferences own = store.find(actor.account(), "").orElse(Preferences.NONE);
            boolean ended = everywhere(actor).map(found -> found.formsOff().contains(NotificationForms.EMAIL)).orElse(false);
            return ended ? withMail(own, false) : own;
        });
    }

    /** What the account's own address ended by the link in a mail. */
    private Optional<Preferences> everywhere(Actor actor) {
        return ownMark(actor).flatMap(mark -> store.find("", mark));
    }

    private Optional<String> ownMark(Actor actor) {
        Accounts known = accounts;
        return known == null ? Optional.empty() : known.email(actor.account())
            .flatMap(address -> canonical(AddressKind.EMAIL, address)).map(address -> mark(AddressKind.EMAIL, address));
    }

    private static Preferences withMail(Preferences given, boolean wanted) {
        Set<String> off = new HashSet<>(given.formsOff());
        if (wanted) {
            off.remove(NotificationForms.EMAIL);
        } else {
            off.add(NotificationForms.EMAIL);
        }
        return new Preferences(given.language(), off, given.messagesOff(), given.quietFrom(), given.quietTo());
    }

    @Override
    public void setOfAccount(Actor actor, Preferences preferences) {
        check(preferences);
        transactions.run(() -> {
            store.put(actor.account(), "", preferences);
            if (!preferences.formsOff().contains(NotificationForms.EMAIL)) {
                everywhere(actor).ifPresent(ended -> store.put("", ownMark(actor).orElseThrow(), withMail(ended, true)));
            }
            audit.record(actor, "preferences.set", "account", actor.account(), null, Map.of());
        });
    }

    @Override
    public Preferences ofPerson(Actor actor, AddressKind kind, String address) {
        String person = mark(kind, address);
        return transactions.call(() -> store.find(actor.account(), person)).orElse(Preferences.NONE);
    }

    @Override
    public void setOfPerson(Actor actor, AddressKind kind, String address, Preferences preferences) {
        check(preferences);
        String person = mark(kind, address);
        transactions.run(() -> {
            store.put(actor.account(), person, preferences);
            audit.record(actor, "preferences.set", "person", person, null, Map.of());
        });
    }

    /** The token is the address's mark with a proof that it came from us, so that nobody fills the table with made-up ones. */
    @Override
    public boolean unsubscribe(String token) {
        var parts = TOKEN.matcher(token == null ? "" : token);
        if (!parts.matches() || !proof(parts.group(1)).equals(parts.group(2))) {
            return false;
        }
        transactions.run(() -> {
            Preferences old = store.find("", parts.group(1)).orElse(Preferences.NONE);
            store.put("", parts.group(1), withMail(old, false));
        });
        return true;
    }

    /** Where a mail's receiver ends what can be ended, or null when nobody knows this server's address. */
    String unsubscribeLink(String address) {
        if (canonical(AddressKind.EMAIL, address).isEmpty()) {
            return null;
        }
        String mark = mark(AddressKind.EMAIL, address);
        return settings.publicAddress().isEmpty() ? null : settings.publicAddress() + "/api/v1/unsubscribe/" + mark + proof(mark);
    }

    private String proof(String mark) {
        return index().mark(BlindIndex.Kind.CODE, "unsubscribe " + mark).substring(0, PROOF);
    }

    /**
     * What counts for a message: the account's choice, what it chose for the person, and what the person chose himself. For a mail to
     * the account's own address that is what was ended by the link in such a mail.
     *
     * @param address the address that the message goes to
     * @param person whether it is that of a person, rather than the account's own
     */
    Choice choice(String account, AddressKind kind, String address, boolean person) {
        Preferences own = store.find(account, "").orElse(Preferences.NONE);
        Optional<String> mark = canonical(kind, address).map(found -> mark(kind, found));
        Optional<Preferences> everywhere = mark.flatMap(found -> store.find("", found));
        List<Preferences> limits = new ArrayList<>();
        everywhere.ifPresent(limits::add);
        if (!person) {
            limits.add(own);
            return new Choice(own, limits);
        }
        Optional<Preferences> here = mark.flatMap(found -> store.find(account, found));
        here.ifPresent(limits::add);
        limits.add(new Preferences(null, Set.of(), own.messagesOff(), null, null));
        return new Choice(first(everywhere.orElse(Preferences.NONE), here.orElse(Preferences.NONE)), limits);
    }

    /** Language and quiet hours, each from the first that says any. */
    private static Preferences first(Preferences one, Preferences other) {
        Preferences quiet = one.quietFrom() == null ? other : one;
        return new Preferences(one.language() == null ? other.language() : one.language(), Set.of(), Set.of(), quiet.quietFrom(),
            quiet.quietTo());
    }

    /** What counts: whose language and quiet hours, and everything that was switched off. */
    record Choice(Preferences first, List<Preferences> limits) {

        boolean isOff(Notice notice, String form) {
            return !notice.isMandatory() && !NotificationForms.INBOX.equals(form) && limits.stream()
                .anyMatch(limit -> limit.formsOff().contains(form) || limit.messagesOff().contains(notice.id()));
        }
    }

    /** When the quiet hours end that hold at this time, or empty when none do. */
    Optional<Instant> quietUntil(Preferences preferences, Instant now) {
        LocalTime from = preferences.quietFrom() == null ? settings.quietFrom() : preferences.quietFrom();
        LocalTime to = preferences.quietTo() == null ? settings.quietTo() : preferences.quietTo();
        ZonedDateTime here = now.atZone(BEIJING);
        LocalTime time = here.toLocalTime();
        boolean quiet = from.isBefore(to) ? !time.isBefore(from) && time.isBefore(to)
            : to.isBefore(from) && (!time.isBefore(from) || time.isBefore(to));
        if (!quiet) {
            return Optional.empty();
        }
        ZonedDateTime end = here.with(to);
        return Optional.of((end.isAfter(here) ? end : end.plusDays(1)).toInstant());
    }

    private String mark(AddressKind kind, String address) {
        String good = canonical(kind, address).orElseThrow(() -> new Refusal(Refusal.Kind.INVALID, "address-malformed",
            "a person is known by an e-mail address or a phone number"));
        return index().mark(kind == AddressKind.EMAIL ? BlindIndex.Kind.EMAIL : BlindIndex.Kind.PHONE, good);
    }

    /** An address of a person in one form, however it was entered; empty when it is none. */
    private static Optional<String> canonical(AddressKind kind, String address) {
        return address == null ? Optional.empty() : switch (kind) {
            case EMAIL -> Optional.of(address.strip()).filter(found -> EMAIL.matcher(found).matches());
            case MOBILE -> Optional.of(Persons.digits(address)).filter(found -> MOBILE.matcher(found).matches());
            case ACCOUNT, ENDPOINT -> Optional.empty();
        };
    }

    private BlindIndex index() {
        BlindIndex present = index;
        if (present == null) {
            throw new Refusal(Refusal.Kind.UNAVAILABLE, "not-ready", "the index of contacts is not there yet; try again shortly");
        }
        return present;
    }

    private static void check(Preferences preferences) {
        List<Finding> findings = new ArrayList<>();
        if (preferences.language() != null && !TemplateFile.LANGUAGES.contains(preferences.language())) {
            findings.add(finding("language-unknown", "/language", "没有这种语言", "There is no such language",
                "请填写 zh-CN 或 en，或留空", "Use zh-CN or en, or leave it out"));
        }
        preferences.formsOff().stream().filter(form -> !NotificationForms.OPTIONAL.contains(form)).sorted().forEach(form ->
            findings.add(finding("form-unknown", "/formsOff", "没有这种可关闭的方式：" + form, "No way of this name can be switched off: " + form,
                "可关闭：email、sms、im、webhook；系统消息总是保留", "Use email, sms, im or webhook; the inbox always stays")));
        preferences.messagesOff().forEach(id -> {
            Optional<Notice> notice = Notice.of(id);
            if (notice.isEmpty() || notice.get().isMandatory()) {
                findings.add(finding(notice.isEmpty() ? "message-unknown" : "message-mandatory", "/messagesOff",
                    (notice.isEmpty() ? "没有这种消息：" : "该消息不能关闭：") + id,
                    (notice.isEmpty() ? "There is no such message: " : "This message cannot be switched off: ") + id,
                    "可用的消息见 GET /api/v1/messages", "GET /api/v1/messages lists them"));
            }
        });
        if (preferences.quietFrom() == null != (preferences.quietTo() == null)) {
            findings.add(finding("quiet-hours-half", "/quietFrom", "免打扰时间只填了一半", "Only one end of the quiet hours is there",
                "请同时填写开始和结束时间，或都留空", "Give both ends, or none"));
        }
        if (!findings.isEmpty()) {
            throw new Refusal(Refusal.Kind.INVALID, "preferences-wrong", "these preferences cannot be kept", findings);
        }
    }

    private static Finding finding(String id, String pointer, String zh, String en, String mendZh, String mendEn) {
        return new Finding(id, Severity.BLOCK, pointer, new LocalizedText(zh, en), new LocalizedText(mendZh, mendEn), null,
            "org.openbeian.core", null);
    }
}
