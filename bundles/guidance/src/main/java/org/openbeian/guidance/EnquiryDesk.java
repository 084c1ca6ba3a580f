package org.openbeian.guidance;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.openbeian.api.audit.AuditLog;
import org.openbeian.api.channel.Notices;
import org.openbeian.api.channel.Notices.Notice;
import org.openbeian.api.guidance.Enquiries;
import org.openbeian.api.guidance.Enquiry;
import org.openbeian.api.guidance.Enquiry.About;
import org.openbeian.api.guidance.Enquiry.Canned;
import org.openbeian.api.guidance.Enquiry.Entry;
import org.openbeian.api.guidance.Enquiry.State;
import org.openbeian.api.guidance.ResponseTime;
import org.openbeian.api.order.Order;
import org.openbeian.api.order.Orders;
import org.openbeian.api.order.Refusal;
import org.openbeian.api.order.Refusal.Kind;
import org.openbeian.api.rules.RuleBooks;
import org.openbeian.api.security.Actor;
import org.openbeian.api.security.Masks;
import org.openbeian.api.security.Permission;
import org.openbeian.api.store.CaseStore;
import org.openbeian.api.store.GuidanceStore;
import org.openbeian.api.store.Transactions;
import org.openbeian.core.json.MaskedJson;
import org.openbeian.core.json.ModelJson;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** Takes questions at any hour and answers (W-11). Thread-safe. */
@Component(service = Enquiries.class)
public final class EnquiryDesk implements Enquiries {

    static final String BUNDLE = "org.openbeian.guidance";

    private static final int MOST_ENTRIES = 100;

    private final EnquiryFiles files;
    private final GuidanceStore times;
    private final Transactions transactions;
    private final Orders orders;
    private final HelpBook help;
    private final CannedAnswers prepared;
    private final Notices notices;
    private final AuditLog audit;
    private final GuidanceSettings settings;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    /** Created by Declarative Services. */
    @Activate
    public EnquiryDesk(@Reference CaseStore store, @Reference GuidanceStore times, @Reference Transactions transactions,
            @Reference Orders orders, @Reference RuleBooks books, @Reference HelpBook help, @Reference Notices notices,
            @Reference AuditLog audit, @Reference GuidanceSettings settings,
            @Reference(policyOption = ReferencePolicyOption.GREEDY) Clock clock) {
        this.files = new EnquiryFiles(store, times);
        this.times = times;
        this.transactions = transactions;
        this.orders = orders;
        this.help = help;
        this.prepared = new CannedAnswers(help, books, orders);
        this.notices = notices;
        this.audit = audit;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public Enquiry ask(Actor actor, About about, String text) {
        need(actor, Permission.ASK);
        About meant = about == null ? About.NOTHING : about;
        String question = EnquiryInput.question(meant, text, help);
        return transactions.call(() -> {
            String account = meant.orderId() == null ? actor.account() : orders.get(actor, meant.orderId()).account();
            int most = settings.get().open_most();
            if (files.list(account, null, State.OPEN, null, most).size() >= most) {
                throw new Refusal(Kind.WRONG_STATE, "enquiry-many", "There are " + most + " enquiries that wait for an answer; ask on in"
                    + " one of them.");
            }
            Instant now = clock.instant();
            String id = String.format(Locale.ROOT, "%011x%016x", now.toEpochMilli(), random.nextLong());
            Enquiry fresh = new Enquiry(id, 1, account, meant, State.OPEN, now, null, List.of(new Entry(now, actor.account(), false,
                question, List.of())));
            files.insert(fresh);
            record(actor, "enquiry.ask", fresh, null);
            return shown(actor, fresh);
        });
    }

    @Override
    public Enquiry askOn(Actor actor, String id, String text) {
        need(actor, Permission.ASK);
        String question = EnquiryInput.reply(text, List.of());
        return change(actor, id, "enquiry.ask", found -> {
            asker(actor, found);
            return found.next(State.OPEN, new Entry(clock.instant(), actor.account(), false, question, List.of()));
        });
    }

    @Override
    public Enquiry answer(Actor actor, String id, String text, List<String> canned) {
        need(actor, Permission.ANSWER);
        List<String> picked = canned == null ? List.of() : canned;
        String answer = EnquiryInput.reply(text, picked);
        return change(actor, id, "enquiry.answer", found -> {
            Enquiry next = found.next(State.ANSWERED, new Entry(clock.instant(), actor.account(), true, answer, picked(found, picked)));
            notices.tell(new Notice("enquiry-answered", next.account(), next.about().orderId(), "enquiry-" + id + "-"
                + next.entries().size(), Map.of("enquiry", id)));
            return next;
        });
    }

    private List<Canned> picked(Enquiry about, List<String> ids) {
        List<Canned> fitting = ids.isEmpty() ? List.of() : prepared.of(about.about(), order(about), clock.instant());
        List<Canned> picked = new ArrayList<>();
        for (int i = 0; i < ids.size(); i++) {
            String id = ids.get(i);
            int at = i;
            picked.add(fitting.stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow(() -> EnquiryInput.unknownCanned(at)));
        }
        return picked;
    }

    @Override
    public Enquiry close(Actor actor, String id) {
        return change(actor, id, "enquiry.close", found -> {
            if (!actor.may(Permission.ANSWER)) {
                asker(actor, found);
            }
            return found.next(State.CLOSED, null);
        });
    }

    @Override
    public Enquiry get(Actor actor, String id) {
        return transactions.call(() -> shown(actor, visible(actor, id)));
    }

    @Override
    public List<Enquiry> list(Actor actor, State state, String before, int limit) {
        return transactions.call(() -> {
            List<Enquiry> found = new ArrayList<>(files.list(actor.isStaff() ? null : actor.account(), null, state, before, limit));
            if (!actor.isStaff()) {
                actor.delegated().keySet().stream().filter(key -> key.indexOf(':') < 0)
                    .forEach(order -> found.addAll(files.list(null, order, state, before, limit)));
            }
            return found.stream().distinct().sorted(Comparator.comparing(Enquiry::id).reversed()).limit(limit)
                .map(one -> shown(actor, one)).toList();
        });
    }

    @Override
    public List<Canned> suggestions(Actor actor, String id) {
        return transactions.call(() -> {
            Enquiry found = visible(actor, id);
            return prepared.of(found.about(), order(found), clock.instant());
        });
    }

    @Override
    public Map<String, String> reveal(Actor actor, String id, String reason) {
        need(actor, Permission.REVEAL_DATA);
        String why = EnquiryInput.reason(reason);
        return transactions.call(() -> {
            Enquiry found = visible(actor, id);
            record(actor, "enquiry.reveal", found, mask(found, List.of(why)).apply(why));
            Map<String, String> clear = new LinkedHashMap<>();
            for (int i = 0; i < found.entries().size(); i++) {
                clear.put("/entries/" + i + "/text", found.entries().get(i).text());
            }
            return clear;
        });
    }

    @Override
    public List<ResponseTime> responseTimes(Actor actor, Instant from, Instant until) {
        need(actor, Permission.READ_LEVELS);
        if (!from.isBefore(until)) {
            throw new Refusal(Kind.INVALID, "empty-span", "The span of time ends before it begins.");
        }
        return ResponseTimes.of(transactions.call(() -> times.responses(from, until)), settings.get().answer_hours(), clock.instant());
    }

    private Enquiry change(Actor actor, String id, String action, UnaryOperator<Enquiry> decision) {
        return transactions.call(() -> {
            Enquiry found = visible(actor, id);
            if (found.state() == State.CLOSED) {
                throw new Refusal(Kind.WRONG_STATE, "enquiry-closed", "The enquiry is closed; ask a new one.");
            }
            Enquiry next = decision.apply(found);
            if (next.entries().size() > MOST_ENTRIES) {
                throw new Refusal(Kind.WRONG_STATE, "enquiry-long", "An enquiry has at most " + MOST_ENTRIES + " entries; ask a new one.");
            }
            if (!files.update(next)) {
                throw new Refusal(Kind.STALE, "enquiry-changed", "The enquiry was changed meanwhile; read it again.");
            }
            record(actor, action, next, null);
            return shown(actor, next);
        });
    }

    private Enquiry visible(Actor actor, String id) {
        return files.find(id).filter(found -> actor.isStaff() || actor.account().equals(found.account()) || seesOrder(actor, found))
            .orElseThrow(() -> new Refusal(Kind.NOT_FOUND, "enquiry-not-found", "There is no such enquiry, or it is not yours."));
    }

    private boolean seesOrder(Actor actor, Enquiry found) {
        try {
            return found.about().orderId() != null && orders.get(actor, found.about().orderId()) != null;
        } catch (Refusal hidden) {
            return false;
        }
    }

    private Order order(Enquiry about) {
        return about.about().orderId() == null ? null : orders.get(Actor.SYSTEM, about.about().orderId());
    }

    private Enquiry shown(Actor actor, Enquiry found) {
        return actor.seesInClear(found.account()) ? found : found.masked(mask(found, found.entries().stream().map(Entry::text).toList()));
    }

    /** Masks numbers and addresses in texts, and the names of the persons of the order, which is gone through once for all of them. */
    private UnaryOperator<String> mask(Enquiry found, List<String> texts) {
        Order order = order(found);
        if (order == null) {
            return Masks::text;
        }
        ObjectNode tree = ModelJson.mapper().createObjectNode();
        tree.set("application", ModelJson.mapper().valueToTree(order.application()));
        ArrayNode all = tree.putArray("texts");
        texts.forEach(text -> all.addObject().put("reason", text));
        MaskedJson.mask(tree);
        Map<String, String> masked = new HashMap<>();
        for (int i = 0; i < texts.size(); i++) {
            masked.put(texts.get(i), all.get(i).get("reason").textValue());
        }
        return masked::get;
    }

    private static void asker(Actor actor, Enquiry found) {
        if (!actor.seesInClear(found.account())) {
            throw new Refusal(Kind.FORBIDDEN, "not-permitted", "This is for the asker and those who act for him.");
        }
    }

    private static void need(Actor actor, Permission permission) {
        if (!actor.may(permission)) {
            throw new Refusal(Kind.FORBIDDEN, "not-permitted", "This account lacks the permission " + permission + ".");
        }
    }

    private void record(Actor actor, String action, Enquiry about, String reason) {
        audit.record(actor, action, "enquiry", about.id(), reason, about.about().orderId() == null ? Map.of()
            : Map.of("order", about.about().orderId()));
    }
}
