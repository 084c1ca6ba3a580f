package org.openbeian.core.report;

import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.openbeian.api.audit.AuditLog;
import org.openbeian.api.authority.AuthorityGateway;
import org.openbeian.api.authority.KeptFile;
import org.openbeian.api.authority.PreparedUpload;
import org.openbeian.api.authority.ReportUpload;
import org.openbeian.api.authority.ValidCodes;
import org.openbeian.api.correction.CorrectionCase;
import org.openbeian.api.correction.CorrectionKind;
import org.openbeian.api.model.LocalizedText;
import org.openbeian.api.order.Refusal;
import org.openbeian.api.order.Refusal.Kind;
import org.openbeian.api.report.Report;
import org.openbeian.api.report.ReportFault;
import org.openbeian.api.report.ReportKind;
import org.openbeian.api.report.ReportSummary;
import org.openbeian.api.report.Reports;
import org.openbeian.api.rules.Finding;
import org.openbeian.api.rules.Severity;
import org.openbeian.api.security.Actor;
import org.openbeian.api.security.Permission;
import org.openbeian.api.store.CorrectionStore;
import org.openbeian.api.store.ExchangeStore;
import org.openbeian.api.store.ReportStore;
import org.openbeian.api.store.Transactions;
import org.openbeian.core.exchange.Gateways;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Takes reports in, checked as a whole before they are queued. Thread-safe. */
@Component
public final class ReportBook implements Reports {

    private static final LocalizedText NOT_OURS = new LocalizedText("域名注册信息由域名注册管理机构、注册服务机构向部级系统报备，接入商不报备（代码 3036）",
        "Domain registrations are reported to the ministry's system by registries and registrars, not by an access provider (code 3036)");
    private static final LocalizedText MASKED = new LocalizedText("内容已脱敏，不是原文", "It is masked, not what it stands for");
    private static final LocalizedText CLEAR = new LocalizedText("请填写原文；答复核查案件时，未改动的内容可以不填",
        "Give it in clear; in an answer to a case, what is not changed can be left out");
    private static final Map<CorrectionKind, ReportKind> ANSWERS = Map.of(CorrectionKind.UNFILED_SITE, ReportKind.UNFILED_SITE,
        CorrectionKind.VERIFICATION, ReportKind.VERIFICATION);
    private static final int PAGE_MAX = 200;
    private static final int LONGEST_REASON = 500;

    private final Transactions transactions;
    private final ReportStore store;
    private final CorrectionStore cases;
    private final ExchangeStore exchange;
    private final Gateways gateways;
    private final ReportCargo cargo;
    private final CodeBook codes;
    private final AuditLog audit;
    private final Clock clock;

    /** Created by Declarative Services. */
    @Activate
    public ReportBook(@Reference Transactions transactions, @Reference ReportStore store, @Reference CorrectionStore cases,
            @Reference ExchangeStore exchange, @Reference Gateways gateways, @Reference ReportCargo cargo, @Reference CodeBook codes,
            @Reference AuditLog audit, @Reference Clock clock) {
        this.transactions = transactions;
        this.store = store;
        this.cases = cases;
        this.exchange = exchange;
        this.gateways = gateways;
        this.cargo = cargo;
        this.codes = codes;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public List<Form> forms(Actor actor) {
        check(actor);
        AuthorityGateway gateway = gateways.any().orElseThrow(() -> new Refusal(Kind.UNAVAILABLE, "gateway-missing",
            "The gateway to the authorities is not installed."));
        return Arrays.stream(ReportKind.values()).map(kind -> new Form(kind, kind.text(), gateway.reportFields(kind),
            kind == ReportKind.DOMAINS ? NOT_OURS : null)).toList();
    }

    @Override
    public Map<String, Object> draft(Actor actor, String caseId) {
        check(actor);
        return ReportMasks.shown(transactions.call(() -> {
            open(caseId);
            return store.draft(caseId).orElseThrow(ReportBook::notAwaited);
        }));
    }

    private CorrectionCase open(String caseId) {
        return cases.find(caseId).filter(one -> one.status() != CorrectionCase.Status.CLOSED).orElseThrow(ReportBook::notAwaited);
    }

    private static Refusal notAwaited() {
        return new Refusal(Kind.NOT_FOUND, "no-answer-awaited", "No authority waits for an answer to such a case.");
    }

    @Override
    public Report send(Actor actor, String authorityId, ReportKind kind, String caseId, Map<String, Object> content) {
        check(actor);
        Map<String, Object> given = content == null ? Map.of() : AnswerContent.stripped(content);
        return transactions.call(() -> {
            if (caseId == null) {
                return queued(actor, authorityId, kind, null, given);
            }
            Map<String, Object> draft = store.lockDraft(caseId).orElseThrow(ReportBook::notAwaited);
            CorrectionCase answered = open(caseId);
            ReportKind fitting = ANSWERS.get(answered.kind());
            if (kind != null && kind != fitting || authorityId != null && !authorityId.equals(answered.authorityId())) {
                throw new Refusal(Kind.INVALID, "report-misses-case", "The case waits for " + fitting + " to authority "
                    + answered.authorityId() + "; leave kind and authority out.");
            }
            if (store.isAnswered(caseId)) {
                throw new Refusal(Kind.WRONG_STATE, "case-answered",
                    "A report that answers this case waits or was sent; only when it failed or was taken back another can be.");
            }
            return queued(actor, answered.authorityId(), fitting, caseId, AnswerContent.merged(draft, given));
        });
    }

    private Report queued(Actor actor, String authorityId, ReportKind kind, String caseId, Map<String, Object> content) {
        if (kind == ReportKind.DOMAINS) {
            throw new Refusal(Kind.INVALID, "domain-reports-not-ours", NOT_OURS.en() + ".", List.of(finding("", NOT_OURS,
                new LocalizedText("请由域名注册服务机构报备", "Let the registrar report them"))));
        }
        if (kind == null || authorityId == null) {
            throw new Refusal(Kind.INVALID, "report-incomplete", "Name the authority and the kind of the report, or the case it answers.");
        }
        AuthorityGateway gateway = gateways.of(authorityId).orElseThrow(() -> new Refusal(Kind.UNAVAILABLE, "account-missing",
            "No account for authority " + authorityId + " is configured."));
        check(gateway, authorityId, kind, content);
        Instant now = clock.instant();
        Report report = store.insert(new Report(0, authorityId, kind, caseId, Report.State.QUEUED, content, List.of(), actor.account(), now,
            now, 0));
        cargo.queue(report, gateway.reportParts(kind, content));
        audit.record(actor, "report.send", "report", Long.toString(report.number()), null, caseId == null
            ? Map.of("kind", kind.name(), "authority", authorityId)
            : Map.of("kind", kind.name(), "authority", authorityId, "case", caseId));
        return ReportMasks.shown(found(report.number()));
    }

    private void check(AuthorityGateway gateway, String authorityId, ReportKind kind, Map<String, Object> content) {
        ValidCodes valid = codes.valid(authorityId);
        List<Finding> findings = Stream.concat(ReportMasks.masked(content).stream().map(pointer -> finding(pointer, MASKED, CLEAR)),
            gateway.check(kind, content, valid).stream().map(ReportBook::finding)).toList();
        if (findings.isEmpty()) {
            PreparedUpload trial = gateway.prepareReports(authorityId, List.of(new ReportUpload(1, kind, content)), valid);
            findings = trial.problems().values().stream().flatMap(List::stream).map(problem -> finding("",
                new LocalizedText("无法写入上报文件：" + problem, "It cannot be written: " + problem),
                new LocalizedText("请更正后重新提交", "Correct it and send it again"))).toList();
        }
        if (!findings.isEmpty()) {
            throw new Refusal(Kind.INVALID, "report-invalid", "The report has " + findings.size() + " faults.", findings);
        }
    }

    private static Finding finding(ReportFault fault) {
        return finding(fault.pointer(), fault.text(), fault.mend());
    }

    private static Finding finding(String pointer, LocalizedText text, LocalizedText mend) {
        return new Finding("report-field", Severity.BLOCK, pointer.isEmpty() ? "/content" : "/content" + pointer, text, mend, null,
            "org.openbeian.core", null);
    }

    @Override
    public List<ReportSummary> list(Actor actor, String authorityId, long before, int limit) {
        check(actor);
        if (limit < 1 || limit > PAGE_MAX) {
            throw new Refusal(Kind.INVALID, "limit-out-of-range", "The limit lies between 1 and " + PAGE_MAX + ".");
        }
        return transactions.call(() -> store.list(authorityId, before, limit));
    }

    @Override
    public Report get(Actor actor, long number) {
        check(actor);
        return ReportMasks.shown(transactions.call(() -> found(number)));
    }

    private Report found(long number) {
        return store.find(number).orElseThrow(() -> new Refusal(Kind.NOT_FOUND, "report-not-found", "There is no such report."));
    }

    @Override
    public Report skip(Actor actor, long number, String reason) {
        check(actor);
        if (reason == null || reason.isBlank() || reason.length() > LONGEST_REASON) {
            throw new Refusal(Kind.INVALID, "reason-missing", "a reason of 1 to " + LONGEST_REASON + " characters must be given");
        }
        return transactions.call(() -> {
            if (!cargo.skip(found(number), actor.account(), reason)) {
                throw new Refusal(Kind.WRONG_STATE, "report-under-way",
                    "The report is in a file that the authority may have taken, or waits no more.");
            }
            audit.record(actor, "report.skip", "report", Long.toString(number), reason, Map.of());
            return ReportMasks.shown(found(number));
        });
    }

    @Override
    public List<KeptFile> files(Actor actor, String authorityId, int limit) {
        if (!actor.may(Permission.READ_SYSTEM)) {
            throw new Refusal(Kind.FORBIDDEN, "not-permitted", "This account may not see what was exchanged with authorities.");
        }
        if (limit < 1 || limit > PAGE_MAX) {
            throw new Refusal(Kind.INVALID, "limit-out-of-range", "The limit lies between 1 and " + PAGE_MAX + ".");
        }
        return transactions.call(() -> exchange.files(authorityId, limit));
    }

    private static void check(Actor actor) {
        if (!actor.may(Permission.SEND_REPORT)) {
            throw new Refusal(Kind.FORBIDDEN, "not-permitted", "This account may not send reports to authorities.");
        }
    }
}
