package org.openbeian.security.account;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.openbeian.api.account.Account;
import org.openbeian.api.account.RealName;
import org.openbeian.api.account.RealNameVerifier;
import org.openbeian.api.account.RealNameVerifier.Answer;
import org.openbeian.api.account.RealNames;
import org.openbeian.api.audit.AuditLog;
import org.openbeian.api.order.OrderQuery;
import org.openbeian.api.order.OrderState;
import org.openbeian.api.order.Orders;
import org.openbeian.api.order.Refusal;
import org.openbeian.api.order.Refusal.Kind;
import org.openbeian.api.order.Requirements;
import org.openbeian.api.rules.Finding;
import org.openbeian.api.security.Actor;
import org.openbeian.api.store.AccountStore;
import org.openbeian.api.store.Transactions;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps real-name data that the verifier confirmed, and judges the account's drafts anew. Thread-safe. */
@Component(service = RealNames.class)
public final class RealNameService implements RealNames {

    private static final Logger LOG = LoggerFactory.getLogger(RealNameService.class);
    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}·•（）() .,'&-]{0,199}");
    private static final Pattern NUMBER = Pattern.compile("[0-9A-Za-z\\p{IsHan}（）()-]{4,60}");
    private static final int CALLS_AT_ONCE = 4;
    private static final long ANSWER_MILLIS = 10_000;
    private static final int MOST_DRAFTS = 50;

    private final AccountStore accounts;
    private final Transactions transactions;
    private final Orders orders;
    private final AuditLog audit;
    private final Clock realTime;
    private final long answerMillis;
    private final ThreadPoolExecutor threads = new ThreadPoolExecutor(0, CALLS_AT_ONCE, 30, TimeUnit.SECONDS,
            new SynchronousQueue<>(), task -> {
                Thread thread = new Thread(task, "openbeian-real-name");
                thread.setDaemon(true);
                thread.setContextClassLoader(null);
                return thread;
            });

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile RealNameVerifier verifier;

    /** Created by Declarative Services. */
    @Activate
    public RealNameService(@Reference AccountStore accounts, @Reference Transactions transactions, @Reference Orders orders,
            @Reference AuditLog audit) {
        this(accounts, transactions, orders, audit, Clock.systemUTC(), ANSWER_MILLIS);
    }

    RealNameService(AccountStore accounts, Transactions transactions, Orders orders, AuditLog audit, Clock realTime,
            long answerMillis) {
        this.accounts = accounts;
        this.transactions = transactions;
        this.orders = orders;
        this.audit = audit;
        this.realTime = realTime;
        this.answerMillis = answerMillis;
    }

    /** Ends the threads of the verifier. */
    @Deactivate
    public void close() {
        threads.shutdownNow();
    }

    @Override
    public Optional<RealName> of(Actor actor, String account) {
        AccountService.needOwnOrManaged(actor, account, accounts);
        return accounts.find(account).map(Account::realName);
    }

    @Override
    public List<Requirements> keep(Actor actor, String account, RealName data) {
        AccountService.needOwnOrManaged(actor, account, accounts);
        check(data);
        verify(data);
        RealName kept = new RealName(data.certificateType(), data.certificateNumber(), data.name(),
                realTime.instant().truncatedTo(ChronoUnit.MILLIS));
        transactions.run(() -> {
            Account before = accounts.find(account).orElseThrow(() ->
                    new Refusal(Kind.NOT_FOUND, "account-not-found", "there is no such account"));
            if (!accounts.keep(before.with(kept))) {
                throw new Refusal(Kind.STALE, "account-changed", "the account was changed by somebody else; try again");
            }
            audit.record(actor, "account.real-name", "account", account, null, Map.of("certificateType",
                    kept.certificateType().name(), "corrected", Boolean.toString(before.realName() != null)));
        });
        return Stream.of(OrderState.values()).filter(OrderState::isEditable)
                .flatMap(state -> orders.list(actor, new OrderQuery(account, state, null, false, null, MOST_DRAFTS)).stream())
                .map(draft -> orders.requirements(actor, draft.id())).toList();
    }

    private static void check(RealName data) {
        List<Finding> findings = new ArrayList<>();
        if (data.name() == null || !NAME.matcher(data.name()).matches()) {
            findings.add(AccountFindings.realName("/name", "姓名或单位名称格式不正确", "The name is malformed"));
        }
        if (data.certificateNumber() == null || !NUMBER.matcher(data.certificateNumber()).matches()) {
            findings.add(AccountFindings.realName("/certificateNumber", "证件号码格式不正确", "The document's number is malformed"));
        }
        if (data.certificateType() == null) {
            findings.add(AccountFindings.realName("/certificateType", "未选择证件类型", "The kind of document is missing"));
        }
        if (!findings.isEmpty()) {
            throw new Refusal(Kind.INVALID, "real-name-invalid", "the real-name data cannot be kept like this; see findings", findings);
        }
    }

    private void verify(RealName data) {
        RealNameVerifier present = verifier;
        if (present == null) {
            throw new Refusal(Kind.WRONG_STATE, "verifier-missing",
                    "this server has no service that checks real names; ask its operator to install one");
        }
        if (ask(present, data) == Answer.DIFFERS) {
            throw new Refusal(Kind.INVALID, "real-name-differs", "the document is not of this person or unit", List.of(
                    AccountFindings.realName("/name", "姓名或单位名称与证件号码不符", "Name and document do not belong together")));
        }
    }

    /** Without the message of an exception, which may hold the data. */
    private Answer ask(RealNameVerifier present, RealName data) {
        String why;
        Future<Answer> answer = null;
        try {
            answer = threads.submit(() -> present.verify(data));
            Answer given = answer.get(answerMillis, TimeUnit.MILLISECONDS);
            if (given != null) {
                return given;
            }
            why = "answered null";
        } catch (RejectedExecutionException e) {
            why = "is busy";
        } catch (TimeoutException e) {
            answer.cancel(true);
            why = "gave no answer within " + answerMillis + " ms";
        } catch (ExecutionException e) {
            why = "threw " + e.getCause().getClass().getName();
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            why = "was interrupted";
        }
        LOG.warn("Verifier of real names {} {}", present.getClass().getName(), why);
        throw new Refusal(Kind.UNAVAILABLE, "verifier-silent", "the service that checks real names gave no answer; try again later");
    }
}
