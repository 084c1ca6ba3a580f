package org.openbeian.core.order;

import static org.openbeian.core.order.ServerFindings.text;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import org.openbeian.api.model.LocalizedText;
import org.openbeian.api.order.AuthorityEvents;
import org.openbeian.api.order.Grant;
import org.openbeian.api.order.Handover;
import org.openbeian.api.order.HistoryEntry;
import org.openbeian.api.order.Order;
import org.openbeian.api.order.OrderEvent;
import org.openbeian.api.order.OrderState;
import org.openbeian.api.order.PublishedRecord;
import org.openbeian.api.order.Refusal;
import org.openbeian.api.order.Refusal.Kind;
import org.openbeian.api.order.ReturnReason;
import org.openbeian.api.order.Waiting;
import org.openbeian.api.register.OrganizerEntry;
import org.openbeian.api.register.RecordReference;
import org.openbeian.api.rules.Finding;
import org.openbeian.api.rules.RuleBooks;
import org.openbeian.api.store.AccountStore;
import org.openbeian.api.store.BlobStore;
import org.openbeian.api.store.OrderStore;
import org.openbeian.api.store.RegisterStore;
import org.openbeian.api.store.Transactions;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Moves orders by what the authority's side tells. */
@Component(service = AuthorityEvents.class)
public final class AuthorityReports implements AuthorityEvents {

    private static final Logger LOG = LoggerFactory.getLogger(AuthorityReports.class);
    private static final int OPINION_MAX = 2000;
    private static final LocalizedText MEND = text("请按管局意见修改", "Correct the order as the authority says");

    /** What may have happened since an upload without making its result void: the same data was sent again. */
    private static final Set<OrderEvent> UNCHANGED = EnumSet.of(OrderEvent.UPLOADED, OrderEvent.SMS_EXPIRED,
        OrderEvent.RESULTS_FETCHED, OrderEvent.RESENT, OrderEvent.PARKED, OrderEvent.RESUMED, OrderEvent.SMS_VERIFIED);

    private static final LocalizedText SMS_MEND = text("请致电负责人核对手机号码与证件号码后重新上报；资料有误的请退回申请人修改",
        "Phone the person in charge, check mobile and certificate number, then pass again; return the order where data is wrong");

    private final OrderEngine engine;
    private final Transactions transactions;
    private final OrderStore orders;
    private final RegisterStore register;
    private final RuleBooks books;
    private final CoreSettings settings;
    private final Assessor assessor;
    private final RegisterBook book;
    private final BlobStore blobs;
    private final Certificates certificates;
    private final Reconciler reconciler;
    private final RecordAge age;
    private final BackInReview staff;

    /** Created by Declarative Services. */
    @Activate
    public AuthorityReports(@Reference OrderEngine engine, @Reference Transactions transactions, @Reference OrderStore orders,
            @Reference RegisterStore register, @Reference RuleBooks books, @Reference CoreSettings settings,
            @Reference Resources resources, @Reference BlobStore blobs,
            @Reference Certificates certificates, @Reference FiledRecordFinder finder, @Reference Reconciler reconciler,
            @Reference AccountStore accounts) {
        this.engine = engine;
        this.blobs = blobs;
        this.certificates = certificates;
        this.reconciler = reconciler;
        this.transactions = transactions;
        this.orders = orders;
        this.register = register;
        this.books = books;
        this.settings = settings;
        this.assessor = new Assessor(books, resources);
        this.book = new RegisterBook(register, finder);
        this.age = new RecordAge(register, finder);
        this.staff = new BackInReview(orders, accounts, engine.outbox());
    }

    @Override
    public long submissionNo(String orderId) {
        long no = engine.load(By.AUTHORITY, orderId).handover().submissionNo();
        if (no == 0) {
            throw Refusals.wrongState("not-passed", "The order was never passed and has no submission number.");
        }
        return no;
    }

    @Override
    public boolean readyForUpload(String orderId) {
        return engine.insideIfThere(orderId, order -> {
            if (order.state() != OrderState.QUEUED_FOR_AUTHORITY) {
                return false;
            }
            boolean served = books.current().serves(order.provinceId());
            if (!served && order.progress().waiting() == null) {
                Instant now = engine.now();
                engine.store(By.SERVER, order, OrderEvent.PARKED,
                    Change.of(order).waiting(Assessor.rulesAway(order.provinceId(), now)), now);
            }
            return served && resourcesHold(order);
        }).orElse(false);
    }

    @Override
    public void accountAway(String orderId) {
        engine.insideIfThere(orderId, order -> {
            if (order.state() != OrderState.QUEUED_FOR_AUTHORITY || order.progress().waiting() != null) {
                return order;
            }
            Instant now = engine.now();
            return engine.store(By.SERVER, order, OrderEvent.PARKED, Change.of(order).waiting(new Waiting(Waiting.ACCOUNT_MISSING,
                order.authorityId(), text("上报管局的账号暂不可用，恢复后自动继续",
                    "The account for uploads to the authority is not there; the order goes on by itself when it is back"), now)), now);
        });
    }

    /** Resources and blacklists are looked at once more before an order leaves: what fails sends it back to the review. */
    private boolean resourcesHold(Order order) {
        Instant now = engine.now();
        List<Finding> against = new ArrayList<>(assessor.againstResources(order, now));
        against.addAll(TypeProfile.of(order.type()).ends() ? List.of() : Guards.blacklisted(order, certificates));
        List<ReturnReason> reasons = against.stream().map(finding -> new ReturnReason(
            finding.ruleId(), Pointers.exists(order, finding.pointer()) ? finding.pointer() : "", finding.text(), finding.mend()))
            .toList();
        if (!reasons.isEmpty()) {
            engine.store(By.SERVER, order, OrderEvent.UPLOAD_REFUSED, backToReview(order, reasons)
                .with("submission", order.handover().submissionNo())
                .with("rules", String.join(" ", reasons.stream().map(ReturnReason::code).distinct().toList())), now);
        }
        return reasons.isEmpty();
    }

    @Override
    public void uploaded(String orderId, long submissionNo, String file, List<String> notSent) {
        engine.inside(By.AUTHORITY, orderId, order -> {
            if (order.state() != OrderState.QUEUED_FOR_AUTHORITY || order.handover().submissionNo() != submissionNo) {
                return ignored(order, submissionNo, OrderEvent.UPLOADED);
            }
            Instant now = engine.now();
            boolean exempt = settings.isExempt(order.type(), now);
            Handover accepted = new Handover(submissionNo, now, exempt ? null : now.plus(settings.smsTime()), null,
                order.handover().opinion(), order.handover().authorityId());
            Change taken = Change.of(order.with(accepted)).when(exempt ? Case.EXEMPT : Case.USUAL).with("submission", submissionNo)
                .with("file", file);
            return engine.store(By.AUTHORITY, order, OrderEvent.UPLOADED,
                notSent.isEmpty() ? taken : taken.with("notSent", String.join(" ", notSent)), now);
        });
    }

    @Override
    public void uploadRefused(String orderId, long submissionNo, int code, String message) {
        engine.inside(By.AUTHORITY, orderId, order -> {
            if (order.state() != OrderState.QUEUED_FOR_AUTHORITY || order.handover().submissionNo() != submissionNo) {
                return ignored(order, submissionNo, OrderEvent.UPLOAD_REFUSED);
            }
            return engine.store(By.AUTHORITY, order, OrderEvent.UPLOAD_REFUSED,
                backToReview(order, List.of(reason(AuthorityCodes.REFUSED + code, message))).with("submission", submissionNo)
                    .with("code", code), engine.now());
        });
    }

    @Override
    public void dataRejected(long submissionNo, List<String> codesAndTexts) {
        tell(submissionNo, OrderEvent.DATA_REJECTED, (order, now) -> {
            List<ReturnReason> reasons = codesAndTexts.stream().map(AuthorityReports::shortened).map(AuthorityCodes::reason).toList();
            Change change = AuthorityCodes.areApplicants(codesAndTexts) ? Change.of(answered(order, reasons)).when(Case.APPLICANTS)
                : backToReview(order, reasons);
            return change.with("codes", String.join(" ", reasons.stream().map(ReturnReason::code).toList()));
        });
    }

    @Override
    public void reviewed(long submissionNo, boolean passed, String opinion) {
        if (passed) {
            tell(submissionNo, OrderEvent.SMS_VERIFIED, (order, now) -> Change.of(order).with("source", "authority"));
        } else if (settings.saysSmsWrong(opinion)) {
            // The person is told that a specialist calls: the calls of before do not count for that.
            tell(submissionNo, OrderEvent.SMS_WRONG, (order, now) -> backToReview(order.with(order.review().withCalls(List.of())),
                List.of(new ReturnReason("sms-wrong-entries", "", text(shortened(opinion), shortened(opinion)), SMS_MEND))));
        } else if (!settings.saysSmsExpired(opinion) || !smsExpired(submissionNo)) {
            tell(submissionNo, OrderEvent.REJECTED, (order, now) ->
                Change.of(answered(order, List.of(reason("authority-opinion", opinion)))));
        }
    }

    /**
     * The authority itself says that the code was not entered in time: then nothing else will come, and it may be sent again.
     *
     * @return false when the order's code was entered, as far as we know, so that the words must mean something else
     */
    private boolean smsExpired(long submissionNo) {
        return transactions.call(() -> orders.bySubmission(submissionNo).flatMap(id -> engine.insideIfThere(id, order ->
            order.handover().submissionNo() != submissionNo || smsExpired(order, engine.now()))).orElse(false));
    }

    private boolean smsExpired(Order order, Instant now) {
        if (order.state() == OrderState.SMS_PENDING) {
            Handover old = order.handover();
            Instant due = old.smsDue().isBefore(now) ? old.smsDue() : now.minusMillis(1);
            Handover over = new Handover(old.submissionNo(), old.acceptedAt(), due, null, old.opinion(), old.authorityId());
            return smsExpired(engine.store(By.AUTHORITY, order, OrderEvent.SMS_EXPIRED, Change.of(order.with(over))
                .with("source", "authority"), now), now);
        }
        if (order.state() != OrderState.SMS_FAILED) {
            return false;
        }
        noResultKnown(order, order.handover().smsDue().isBefore(now) ? now : order.handover().smsDue().plusMillis(1));
        return true;
    }

    /** The order that asked for it is approved; in any case the register follows what was published. */
    @Override
    public List<String> published(String authorityId, long submissionNo, PublishedRecord filing) {
        return transactions.call(() -> {
            Set<String> newer = age.newer(authorityId, filing);
            boolean applied = false;
            for (long no : asking(authorityId, submissionNo, filing, newer)) {
                applied |= tell(no, OrderEvent.APPROVED, (order, now) -> approved(order, no, filing, newer));
            }
            if (applied) {
                reconciler.answered(filing, newer);
                return RecordAge.notes(newer);
            }
            reconciler.published(filing, newer);
            return book.refresh(authorityId, filing, newer) ? RecordAge.notes(newer)
                : List.of("the record of " + filing.organizerNumber() + ", which another account gave: nothing of it is taken over");
        });
    }

    private Change approved(Order order, long no, PublishedRecord filing, Set<String> newer) {
        Publication publication = new Publication(order, no, filing);
        Grant grant = publication.check(books.current().profile(order.provinceId()));
        publication.enter(register, book, newer);
        Change change = Change.of(FiledOrders.forget(order, blobs).with(grant))
            .when(TypeProfile.of(order.type()).granted()).with("organizerNumber", grant.organizerNumber())
            .with("serviceNumbers", String.join(" ", grant.serviceNumbers()));
        if (!newer.isEmpty()) {
            change = change.with("newerKnown", String.join(" ", newer));
        }
        List<String> leftOut = publication.leftOut();
        return leftOut.isEmpty() ? change : change.with("leftOut", String.join(" ", leftOut));
    }

    /**
     * The submissions that a record may answer: those it names, and the change under way when it says what was asked for; an older one
     * not when it is from before that was passed.
     */
    private Set<Long> asking(String authorityId, long submissionNo, PublishedRecord filing, Set<String> newer) {
        Set<Long> named = new TreeSet<>();
        named.add(submissionNo);
        filing.services().forEach(service -> {
            named.add(service.submissionNo());
            service.accesses().forEach(access -> named.add(access.submissionNo()));
        });
        named.removeIf(no -> orders.bySubmission(no).flatMap(orders::load).filter(order -> order.state() != OrderState.APPROVED)
            .filter(order -> order.authorityId().equals(authorityId)).isEmpty());
        orders.openOrderOfOrganizer(filing.organizerNumber()).flatMap(orders::load)
            .filter(order -> TypeProfile.of(order.type()).changes() && order.authorityId().equals(authorityId)
                && Publication.says(order, filing)
                && (newer.isEmpty() || !RecordAge.isAllBefore(filing, passedAt(order))))
            .map(order -> order.handover().submissionNo()).filter(no -> no != 0).ifPresent(named::add);
        return named;
    }

    /** Before that nothing of an order was with the authority; when it took an upload is known later, and of the last one alone. */
    private Instant passedAt(Order order) {
        return orders.history(order.id(), 0).stream().filter(entry -> entry.event() == OrderEvent.PASSED).map(HistoryEntry::at)
            .reduce(null, RecordAge::later);
    }

    @Override
    public void cancelled(String authorityId, RecordReference about) {
        transactions.run(() -> {
            Optional<Order> asking = openAbout(authorityId, about).filter(order -> book.asks(order, authorityId, about));
            book.end(authorityId, about, engine.now()).ifPresent(this::tellEmpty);
            asking.ifPresent(one -> tell(one.handover().submissionNo(), OrderEvent.APPROVED,
                (order, now) -> Change.of(FiledOrders.forget(order, blobs)).when(Case.ENDED).with("ended", about.kind())));
        });
    }

    private void tellEmpty(OrganizerEntry organizer) {
        orders.load(organizer.orderId()).ifPresent(first -> engine.outbox().tell("organizer-empty", first.account(),
            organizer.number() + ":" + engine.now(), Map.of("organizerNumber", organizer.number())));
    }

    @Override
    public long submissionAbout(String authorityId, RecordReference about) {
        return transactions.call(() -> openAbout(authorityId, about).map(order -> order.handover().submissionNo()).orElse(0L));
    }

    private Optional<Order> openAbout(String authorityId, RecordReference about) {
        return book.organizerOf(authorityId, about).flatMap(orders::openOrderOfOrganizer).flatMap(orders::load);
    }

    @Override
    public void resultsFetched(String authorityId, Instant at) {
        transactions.run(() -> orders.smsFailedBefore(authorityId, at)
            .forEach(id -> engine.insideIfThere(id, order -> noResultKnown(order, at))));
    }

    /** Notes once per expiry that the order may be sent again, or that it must be filed anew. */
    private Order noResultKnown(Order order, Instant at) {
        Handover old = order.handover();
        boolean known = order.state() != OrderState.SMS_FAILED || !at.isAfter(old.smsDue())
            || old.resultsFetchedAt() != null && old.resultsFetchedAt().isAfter(old.smsDue());
        if (known) {
            return order;
        }
        Order fetched = order.with(new Handover(old.submissionNo(), old.acceptedAt(), old.smsDue(), at, old.opinion(),
            old.authorityId()));
        int limit = settings.get().sms_expired_limit();
        boolean over = order.progress().round() >= limit && Handing.expiries(orders.history(order.id(), 0)) >= limit;
        return over ? engine.store(By.SERVER, fetched, OrderEvent.SMS_EXPIRED, Change.of(fetched).with("expiries", limit), engine.now())
            : engine.store(By.AUTHORITY, fetched, OrderEvent.RESULTS_FETCHED,
                Change.of(fetched).with("submission", old.submissionNo()).with("fetchedAt", at), engine.now());
    }

    /** Applies a statement about a submission, unless it comes too late for the order. */
    private boolean tell(long submissionNo, OrderEvent event, BiFunction<Order, Instant, Change> decision) {
        return transactions.call(() -> {
            String id = orders.bySubmission(submissionNo).orElseThrow(() -> new Refusal(Kind.NOT_FOUND, "submission-unknown",
                "No order was sent as submission " + submissionNo + "."));
            return engine.inside(By.AUTHORITY, id, order -> {
                if (!engine.isAllowed(By.AUTHORITY, order, event) || !(event == OrderEvent.SMS_WRONG
                        ? order.handover().submissionNo() == submissionNo : isMeant(order, submissionNo))) {
                    ignored(order, submissionNo, event);
                    return false;
                }
                Instant now = engine.now();
                Change change = decision.apply(order, now).with("submission", submissionNo);
                engine.store(By.AUTHORITY, order, event, change, now);
                return true;
            });
        });
    }

    /** Whether a result of this submission speaks of the order as it is now. */
    private boolean isMeant(Order order, long submissionNo) {
        if (order.handover().submissionNo() == submissionNo) {
            return true;
        }
        List<HistoryEntry> history = orders.history(order.id(), 0);
        int sent = -1;
        for (int i = 0; i < history.size(); i++) {
            HistoryEntry entry = history.get(i);
            if (entry.event() == OrderEvent.UPLOADED && String.valueOf(submissionNo).equals(entry.details().get("submission"))) {
                sent = i;
            }
        }
        return sent >= 0 && history.subList(sent, history.size()).stream().allMatch(entry -> UNCHANGED.contains(entry.event()));
    }

    private static Order ignored(Order order, long submissionNo, OrderEvent event) {
        LOG.info("{} of submission {} changes nothing: the order is {} with submission {}", event, submissionNo,
            order.state(), order.handover().submissionNo());
        return order;
    }

    private Change backToReview(Order order, List<ReturnReason> reasons) {
        staff.tell(order, reasons);
        return Change.of(OrderEngine.nextRound(answered(order, reasons)));
    }

    private static Order answered(Order order, List<ReturnReason> reasons) {
        String opinion = String.join("; ", reasons.stream().map(reason -> reason.text().zh()).toList());
        return order.with(order.review().returned(reasons)).with(order.handover().withOpinion(opinion));
    }

    private static ReturnReason reason(String code, String words) {
        String said = words == null || words.isBlank() ? "管局未说明原因" : shortened(words);
        return new ReturnReason(code, "", text(said, said), MEND);
    }

    private static String shortened(String words) {
        return words.length() > OPINION_MAX ? words.substring(0, OPINION_MAX) : words;
    }
}
