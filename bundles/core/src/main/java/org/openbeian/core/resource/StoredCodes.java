package org.openbeian.core.resource;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.openbeian.api.account.Account;
import org.openbeian.api.account.RealName;
import org.openbeian.api.audit.AuditLog;
import org.openbeian.api.key.BlindIndex;
import org.openbeian.api.order.OrderState;
import org.openbeian.api.order.Refusal;
import org.openbeian.api.order.Refusal.Kind;
import org.openbeian.api.resource.AuthorizationCodes;
import org.openbeian.api.resource.ResourceFacts;
import org.openbeian.api.resource.ResourceRef;
import org.openbeian.api.resource.ResourceTypeProfile;
import org.openbeian.api.resource.ResourceUse;
import org.openbeian.api.rules.RuleBooks;
import org.openbeian.api.security.Actor;
import org.openbeian.api.store.AccountStore;
import org.openbeian.api.store.ResourceStore;
import org.openbeian.api.store.Transactions;
import org.openbeian.core.order.Resources;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Codes as resources of their own kind that rest on their server. A code is ten random signs and six of a mark over them, which
 * nobody makes without the vault's key; what the orders name tells how it stands.
 */
@Component
public final class StoredCodes implements AuthorizationCodes {

    private static final String SIGNS = "23456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int RANDOM = 10;
    private static final int MARK = 6;
    private static final Pattern FORM = Pattern.compile("[" + SIGNS + "]{16}");
    private static final String OWNER = "owner";
    private static final String ISSUED_BY = "issuedBy";
    private static final String ISSUED_AT = "issuedAt";
    private static final String REVOKED_AT = "revokedAt";

    private final Transactions transactions;
    private final ResourceStore store;
    private final Resources resources;
    private final RuleBooks books;
    private final AccountStore accounts;
    private final BlindIndex marks;
    private final AuditLog audit;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    /** Created by Declarative Services. */
    @Activate
    public StoredCodes(@Reference Transactions transactions, @Reference ResourceStore store, @Reference Resources resources,
            @Reference RuleBooks books, @Reference AccountStore accounts,
            @Reference BlindIndex marks, @Reference AuditLog audit, @Reference Clock clock) {
        this.transactions = transactions;
        this.store = store;
        this.resources = resources;
        this.books = books;
        this.accounts = accounts;
        this.marks = marks;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public List<Code> issue(Actor actor, ResourceRef server, int count, String account) {
        if (count < 1) {
            throw new Refusal(Kind.INVALID, "count-out-of-range", "Ask for one code or more.");
        }
        return transactions.call(() -> {
            ResourceFacts facts = server(actor, server);
            int limit = books.current().resourceTypes().stream().filter(type -> type.kind().equals(server.kind())).findFirst()
                .map(ResourceTypeProfile::codesPerResource).orElse(0);
            if (limit == 0) {
                throw new Refusal(Kind.WRONG_STATE, "codes-not-granted", "Resources of the kind " + server.kind() + " grant no codes.");
            }
            checkHolder(facts.account());
            Instant now = clock.instant();
            if (hasEnded(facts, now)) {
                throw new Refusal(Kind.WRONG_STATE, "server-ended", "The term of " + server + " is over.");
            }
            store.hold(server);
            long there = store.restingOn(server).stream().filter(code -> code.kind().equals(KIND))
                .filter(code -> !code.attributes().containsKey(REVOKED_AT)).count();
            if (there + count > limit) {
                throw new Refusal(Kind.WRONG_STATE, "codes-exhausted", "A server issues " + limit
                    + " codes at most; " + server + " has " + there + ". Revoke one that is not needed.");
            }
            String to = account == null || account.isBlank() ? facts.account() : account.strip();
            List<Code> issued = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                ResourceFacts code = new ResourceFacts(KIND, next(), to, null, false, null, false, 0, null, Map.of(OWNER,
                    facts.account(), ISSUED_BY, actor.account(), ISSUED_AT, now.toString()), List.of(server));
                store.save(code);
                audit.record(actor, "code.issue", KIND, code.id(), null, Map.of("server", server.toString(), "account", to));
                issued.add(code(code));
            }
            return issued;
        });
    }

    /** Codes are issued for servers of units; whose holder is not known by a real-name check is not known to be a person. */
    private void checkHolder(String account) {
        if (accounts.find(account).map(Account::realName).filter(RealName::isPerson).isPresent()) {
            throw new Refusal(Kind.WRONG_STATE, "codes-for-units", "The server belongs to the account of a natural person; codes are issued"
                + " for the servers of units.");
        }
    }

    @Override
    public List<Code> ofServer(Actor actor, ResourceRef server) {
        return transactions.call(() -> {
            server(actor, server);
            return store.restingOn(server).stream().filter(code -> code.kind().equals(KIND)).map(this::code)
                .sorted((one, other) -> one.issuedAt().compareTo(other.issuedAt())).toList();
        });
    }

    @Override
    public Code find(Actor actor, String code) {
        return transactions.call(() -> code(stored(actor, code, true)));
    }

    @Override
    public Code grant(Actor actor, String code, String account) {
        if (account == null || account.isBlank()) {
            throw new Refusal(Kind.INVALID, "account-missing", "Name the account that is to file on the code.");
        }
        return transactions.call(() -> {
            ResourceFacts facts = stored(actor, code, false);
            store.hold(facts.ref());
            State state = code(facts).state();
            if (state != State.UNUSED) {
                throw new Refusal(Kind.WRONG_STATE, "code-not-unused", "Only an unused code is granted; this one is " + state + ".");
            }
            audit.record(actor, "code.grant", KIND, facts.id(), null, Map.of("from", facts.account(), "account", account.strip()));
            return save(facts, account.strip(), facts.attributes());
        });
    }

    @Override
    public Code revoke(Actor actor, String code, String reason) {
        return transactions.call(() -> {
            ResourceFacts facts = stored(actor, code, false);
            store.hold(facts.ref());
            if (facts.attributes().containsKey(REVOKED_AT) || code(facts).state() == State.USED) {
                throw new Refusal(Kind.WRONG_STATE, "code-not-revocable", "The code was revoked before, or a filed service rests on it.");
            }
            audit.record(actor, "code.revoke", KIND, facts.id(), reason, Map.of("server", facts.restsOn().get(0).toString()));
            Map<String, String> attributes = new HashMap<>(facts.attributes());
            attributes.put(REVOKED_AT, clock.instant().toString());
            return save(facts, facts.account(), attributes);
        });
    }

    private Code save(ResourceFacts facts, String account, Map<String, String> attributes) {
        ResourceFacts changed = new ResourceFacts(KIND, facts.id(), account, null, false, null, false, 0, null, attributes,
            facts.restsOn());
        store.save(changed);
        return code(changed);
    }

    /** A server that the actor may issue codes for. */
    private ResourceFacts server(Actor actor, ResourceRef server) {
        return resources.whole(server).filter(facts -> !facts.kind().equals(KIND))
            .filter(facts -> actor.isStaff() || actor.account().equals(facts.account()))
            .orElseThrow(() -> new Refusal(Kind.NOT_FOUND, "resource-not-found", "There is no such server, or it is not yours."));
    }

    private ResourceFacts stored(Actor actor, String entered, boolean grantees) {
        String code = plain(entered);
        if (!isOurs(code)) {
            throw new Refusal(Kind.INVALID, "code-forged", "This is no code of this server; check each sign.");
        }
        return store.find(KIND, code).filter(facts -> actor.isStaff() || actor.account().equals(facts.attributes().get(OWNER))
            || grantees && actor.account().equals(facts.account()))
            .orElseThrow(() -> new Refusal(Kind.NOT_FOUND, "code-not-found", "There is no such code, or it is not yours."));
    }

    private Code code(ResourceFacts facts) {
        ResourceRef server = facts.restsOn().get(0);
        ResourceFacts behind = resources.whole(server).orElse(null);
        List<ResourceUse> uses = store.uses(facts.ref());
        String revoked = facts.attributes().get(REVOKED_AT);
        boolean filed = uses.stream().anyMatch(use -> use.state() == OrderState.APPROVED);
        State state = revoked != null || behind == null || hasEnded(behind, clock.instant()) ? State.INVALID
            : filed ? State.USED : uses.isEmpty() ? State.UNUSED : State.IN_USE;
        return new Code(facts.id(), server, facts.attributes().get(OWNER), facts.account(), facts.attributes().get(ISSUED_BY),
            Instant.parse(facts.attributes().get(ISSUED_AT)), revoked == null ? null : Instant.parse(revoked), state,
            behind == null ? List.of() : behind.ips(), uses.isEmpty() ? null : uses.get(0).orderId());
    }

    private static boolean hasEnded(ResourceFacts server, Instant now) {
        return server.expiresAt() != null && !server.expiresAt().isAfter(now);
    }

    private String next() {
        StringBuilder code = new StringBuilder();
        for (int i = 0; i < RANDOM; i++) {
            code.append(SIGNS.charAt(random.nextInt(SIGNS.length())));
        }
        return code + mark(code.toString());
    }

    private boolean isOurs(String code) {
        return FORM.matcher(code).matches() && code.substring(RANDOM).equals(mark(code.substring(0, RANDOM)));
    }

    private String mark(String code) {
        String digest = marks.mark(BlindIndex.Kind.CODE, "authorization-code " + code);
        StringBuilder mark = new StringBuilder();
        for (int i = 0; i < MARK; i++) {
            mark.append(SIGNS.charAt(Integer.parseInt(digest.substring(4 * i, 4 * i + 4), 16) % SIGNS.length()));
        }
        return mark.toString();
    }

    /** As it is stored: without spaces and hyphens, in upper case. */
    private static String plain(String entered) {
        return entered == null ? "" : entered.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
    }
}
