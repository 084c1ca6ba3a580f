package org.openbeian.core.eligibility;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.openbeian.api.eligibility.Eligibility;
import org.openbeian.api.eligibility.EligibilityAnswer;
import org.openbeian.api.eligibility.EligibilityQuestion;
import org.openbeian.api.eligibility.Filed;
import org.openbeian.api.eligibility.Scenario;
import org.openbeian.api.gate.GateDecision;
import org.openbeian.api.model.LocalizedText;
import org.openbeian.api.order.Refusal;
import org.openbeian.api.register.ServiceEntry;
import org.openbeian.api.register.ServiceState;
import org.openbeian.api.rules.Finding;
import org.openbeian.api.rules.RequirementPage;
import org.openbeian.api.rules.RuleBooks;
import org.openbeian.api.rules.Severity;
import org.openbeian.api.store.RegisterStore;
import org.openbeian.api.store.Transactions;
import org.openbeian.core.config.ConfigGuard;
import org.openbeian.core.identifier.DomainName;
import org.openbeian.core.identifier.Fault;
import org.openbeian.core.identifier.HostName;
import org.openbeian.core.identifier.IpAddress;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.LoggerFactory;

/** Answers from the decision table and from what the register knows. */
@Component(configurationPid = EligibilityService.PID)
@Designate(ocd = EligibilityConfig.class)
public final class EligibilityService implements Eligibility {

    static final String PID = "org.openbeian.core.eligibility";

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final String GOVERNMENT = "gov.cn";

    private final ConfigGuard<EligibilityConfig> guard =
        new ConfigGuard<>(EligibilityConfig.class, PID, LoggerFactory.getLogger(EligibilityService.class))
            .text("regions.mainland", Pattern.compile("[a-z0-9-]{1,40}"), "ids of lower-case letters, digits and hyphens")
            .text("regions.elsewhere", Pattern.compile("[a-z0-9-]{1,40}"), "ids of lower-case letters, digits and hyphens");
    private final Transactions transactions;
    private final RegisterStore register;
    private final RuleBooks books;
    private final Clock clock;

    /** Created by Declarative Services. */
    @Activate
    public EligibilityService(@Reference Transactions transactions, @Reference RegisterStore register, @Reference RuleBooks books,
            @Reference Clock clock, EligibilityConfig config) {
        this.transactions = transactions;
        this.register = register;
        this.books = books;
        this.clock = clock;
        guard.update(config);
    }

    @Modified
    void modified(EligibilityConfig config) {
        guard.update(config);
    }

    @Override
    public EligibilityAnswer answer(EligibilityQuestion question) {
        List<Finding> wrong = new ArrayList<>();
        Scenario scenario = question.scenario() == null ? Scenario.SITE : question.scenario();
        DomainName host = host("/host", question.host(), wrong);
        DomainName site = scenario == Scenario.OBJECT_STORAGE ? host("/siteDomain", question.siteDomain(), wrong) : null;
        boolean app = scenario == Scenario.APP;
        if (host == null && wrong.isEmpty() && (!app || question.app() == null || question.app().isBlank())) {
            wrong.add(finding("host-missing", "/host", "未填写域名", "No domain is given", "请填写域名；APP 也可只填名称",
                "Enter the domain; for an APP its name suffices"));
        }
        Boolean isPublic = address(question.ip(), wrong);
        if (!wrong.isEmpty()) {
            throw new Refusal(Refusal.Kind.INVALID, "question-unclear", (wrong.size() == 1 ? "One part of the"
                + " question" : wrong.size() + " parts of the question") + " cannot be read.", wrong);
        }
        EligibilityAnswer beside = site == null ? null : answer(question, Scenario.SITE, site, isPublic, null);
        return answer(question, scenario, host, isPublic, beside);
    }

    private EligibilityAnswer answer(EligibilityQuestion question, Scenario scenario, DomainName host, Boolean isPublic,
            EligibilityAnswer beside) {
        DomainName registrable = host == null ? null : host.registrable();
        boolean sub = host != null && !host.ascii().equals(registrable.ascii()) && scenario != Scenario.APP;
        boolean government = scenario == Scenario.GOVERNMENT_SITE || host != null && host.suffix().equals(GOVERNMENT);
        boolean ownUnit = sub && government && !host.ascii().equals("www." + registrable.ascii());
        DomainName unit = ownUnit ? host : registrable;
        Filed filed = filed(unit, question.filed());
        Decision decision = DecisionTable.decide(new Situation(scenario, mainland(question), isPublic, sub, ownUnit, filed,
            question.organizerFiled(), question.originHere(), question.domainResolvedHere(), question.subDomainResolvedHere(),
            question.originalValid()));
        return new EligibilityAnswer(host == null ? question.app().strip() : host.ascii(),
            unit == null ? question.app().strip() : unit.unicode(), filed, decision.filing, decision.access, decision.types,
            decision.remark ? host.ascii() : null, decision.rules.stream().distinct().map(Statements::of).toList(),
            materials(question, decision), decision.missing, meanwhile(decision, filed, question.originalValid()), beside);
    }

    /** The matrix of access while filing (6.6): here nothing before the grant, elsewhere what stands on a valid resource. */
    private static EligibilityAnswer.Meanwhile meanwhile(Decision decision, Filed filed, Boolean originalValid) {
        if (decision.types.isEmpty()) {
            return null;
        }
        GateDecision original = filed != Filed.ELSEWHERE ? null : originalValid == null ? GateDecision.UNKNOWN
            : originalValid ? GateDecision.ALLOW : GateDecision.BLOCK;
        return new EligibilityAnswer.Meanwhile(GateDecision.BLOCK, original);
    }

    private Filed filed(DomainName unit, Filed told) {
        ServiceEntry entry = unit == null ? null : transactions.call(() -> register.byDomain(unit.ascii())).orElse(null);
        if (entry != null) {
            return entry.state() != ServiceState.ACCESS_CANCELLED && entry.accessedHere() ? Filed.HERE : Filed.ELSEWHERE;
        }
        return told == null || told == Filed.HERE && unit != null ? Filed.UNKNOWN : told;
    }

    private Boolean mainland(EligibilityQuestion question) {
        if (question.mainland() != null || question.region() == null) {
            return question.mainland();
        }
        String region = question.region().strip().toLowerCase(Locale.ROOT);
        return List.of(guard.get().regions_mainland()).contains(region) ? Boolean.TRUE
            : List.of(guard.get().regions_elsewhere()).contains(region) ? Boolean.FALSE : null;
    }

    private List<RequirementPage.Item> materials(EligibilityQuestion question, Decision decision) {
        if (decision.types.isEmpty() || question.provinceId() == null || question.nature() == null) {
            return List.of();
        }
        return books.current().requirements(question.provinceId(), decision.types.get(0), question.nature(),
            LocalDate.ofInstant(clock.instant(), SHANGHAI)).map(RequirementPage::materials).orElse(List.of());
    }

    private static DomainName host(String pointer, String text, List<Finding> wrong) {
        if (text == null) {
            return null;
        }
        HostName host = HostName.of(text);
        switch (host.kind()) {
            case NAME -> {
                return host.name();
            }
            case EMPTY -> wrong.add(finding("host-missing", pointer, "未填写域名", "No domain is given", "请填写域名", "Enter the domain"));
            case ADDRESS -> wrong.add(finding("host-is-address", pointer, "备案对象是域名，不是 IP 地址",
                "Domains are filed, addresses are not", "请填写域名；IP 请填在 ip 中", "Enter a domain; put the address into ip"));
            case SUFFIX -> wrong.add(finding("host-is-suffix", pointer, "这是公共后缀，不是可注册的域名",
                "This is a public suffix, under which domains are registered", "请填写完整域名", "Enter a whole domain"));
            case MALFORMED -> wrong.add(finding("host-malformed", pointer, "域名格式不正确", "This is no domain name",
                "只能含字母、数字、连字符或汉字，每段不超过 63 个字符，总长不超过 253",
                "Letters, digits, hyphens or Chinese characters, 63 a label and 253 in all"));
            default -> throw new IllegalStateException("unknown kind " + host.kind());
        }
        return null;
    }

    private static Boolean address(String text, List<Finding> wrong) {
        if (text == null) {
            return null;
        }
        Fault fault = IpAddress.checkPublic(text.strip()).orElse(null);
        if (fault == Fault.FORM) {
            wrong.add(finding("ip-malformed", "/ip", "IP 地址格式不正确", "This is no IP address", "请填写 IPv4 或 IPv6 地址",
                "Enter an address of version 4 or 6"));
        }
        return fault == null;
    }

    private static Finding finding(String id, String pointer, String zh, String en, String mendZh, String mendEn) {
        return new Finding(id, Severity.BLOCK, pointer, new LocalizedText(zh, en), new LocalizedText(mendZh, mendEn), null,
            "org.openbeian.core", null);
    }
}
