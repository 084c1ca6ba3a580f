package org.openbeian.rest;

import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.openbeian.api.audit.AuditLog;
import org.openbeian.api.audit.ChainVerifier;
import org.openbeian.api.authority.OpenResult;
import org.openbeian.api.billing.Billing;
import org.openbeian.api.billing.Compensations;
import org.openbeian.api.butler.Butlers;
import org.openbeian.api.channel.Endpoints;
import org.openbeian.api.channel.InboxMessage;
import org.openbeian.api.channel.MessageTemplates;
import org.openbeian.api.channel.NotificationPreferences;
import org.openbeian.api.channel.OutgoingMessage;
import org.openbeian.api.curtain.Curtains;
import org.openbeian.api.effect.EffectFailure;
import org.openbeian.api.effect.LaneStatus;
import org.openbeian.api.effect.Lanes;
import org.openbeian.api.gate.Blockings;
import org.openbeian.api.guidance.Checklists;
import org.openbeian.api.guidance.Enquiries;
import org.openbeian.api.guidance.Help;
import org.openbeian.api.imports.Imports;
import org.openbeian.api.key.Erasures;
import org.openbeian.api.key.KeyRotation;
import org.openbeian.api.correction.Corrections;
import org.openbeian.api.correction.Reconciliations;
import org.openbeian.api.model.FilingType;
import org.openbeian.api.model.LocalizedText;
import org.openbeian.api.model.OrganizerNature;
import org.openbeian.api.order.CallAppointments;
import org.openbeian.api.order.EventFeed;
import org.openbeian.api.order.CaseExports;
import org.openbeian.api.order.CaseViews;
import org.openbeian.api.order.FaceChecks;
import org.openbeian.api.order.MobileChecks;
import org.openbeian.api.order.FilingTypes;
import org.openbeian.api.order.Flows;
import org.openbeian.api.order.Forecasts;
import org.openbeian.api.order.LegalTexts;
import org.openbeian.api.order.Obligations;
import org.openbeian.api.order.OrderSummary;
import org.openbeian.api.order.Orders;
import org.openbeian.api.order.PersonSearch;
import org.openbeian.api.order.Refusal;
import org.openbeian.api.order.Rehearsals;
import org.openbeian.api.order.Reveals;
import org.openbeian.api.order.ReviewDesk;
import org.openbeian.api.order.Verifications;
import org.openbeian.api.plugin.Plugins;
import org.openbeian.api.provider.Providers;
import org.openbeian.api.order.ServiceLevels;
import org.openbeian.api.register.Register;
import org.openbeian.api.registry.RegistryAnswers;
import org.openbeian.api.resource.DomainRegistry;
import org.openbeian.api.resource.PublicAddresses;
import org.openbeian.api.publicsecurity.PublicSecurityFilings;
import org.openbeian.api.recognition.Recognitions;
import org.openbeian.api.resource.ResourceFacts;
import org.openbeian.api.resource.ResourceInventory;
import org.openbeian.api.resource.ResourceObligations;
import org.openbeian.api.resource.ResourceTypeProfile;
import org.openbeian.api.rules.FilingCase;
import org.openbeian.api.rules.Finding;
import org.openbeian.api.rules.FormTemplates;
import org.openbeian.api.rules.LegalBasis;
import org.openbeian.api.rules.NeededMaterial;
import org.openbeian.api.rules.ProvinceProfile;
import org.openbeian.api.rules.RequirementPage;
import org.openbeian.api.rules.RuleBook;
import org.openbeian.api.rules.RuleBooks;
import org.openbeian.api.rules.RuleTrials;
import org.openbeian.api.rules.Verdict;
import org.openbeian.api.security.Actor;
import org.openbeian.api.site.Sites;
import org.openbeian.api.store.DeliveryStore;
import org.openbeian.api.store.IdempotencyStore;
import org.openbeian.api.store.InboxStore;
import org.openbeian.api.store.Retention;
import org.openbeian.api.store.Transactions;
import org.openbeian.api.template.IdentityTemplates;

/** Everything beside orders that the interface works with, in memory. */
final class FakeStores {

    final Map<String, ResourceFacts> resources = new HashMap<>();
    final FakeTrials trials = new FakeTrials();
    final Map<Long, InboxMessage> messages = new HashMap<>();
    final FakeNotifications notifications = new FakeNotifications();
    final FakeLanes lanes = new FakeLanes();
    final FakeAudit audit = new FakeAudit();
    final FakeKeys keys = new FakeKeys();
    final FakeTransactions transactions = new FakeTransactions();
    final FakeIdempotency idempotency = new FakeIdempotency();
    final FakeRegister register = new FakeRegister();

    static InboxMessage message(long id, String account) {
        LocalizedText text = new LocalizedText("文", "text");
        return new InboxMessage(id, account, "order-1", "submitted", text, text, FakeOrders.NOW, false);
    }

    void provideTo(FakeServices services) {
        services.put(Transactions.class, transactions);
        services.put(IdempotencyStore.class, idempotency);
        provideResourcesTo(services);
        services.put(RuleBooks.class, new Books());
        services.put(Clock.class, Clock.systemUTC());
        services.put(Register.class, register);
        services.put(ServiceLevels.class, new FakeLevels());
        services.put(DeliveryStore.class, new FakeDeliveries());
        services.put(InboxStore.class, new Inbox());
        services.put(Lanes.class, lanes);
        services.put(RuleTrials.class, trials);
        FakeEligibility.provideTo(services);
        services.put(FormTemplates.class, new FakeForms());
        services.put(Plugins.class, trials);
        services.put(KeyRotation.class, keys);
        services.put(Erasures.class, keys);
        services.put(AuditLog.class, audit);
        services.put(ChainVerifier.class, audit);
        services.put(MessageTemplates.class, notifications);
        services.put(NotificationPreferences.class, notifications);
        services.put(Endpoints.class, notifications);
        services.put(Retention.class, new FakeRetention());
        services.put(Reveals.class, FakeStores::reveal);
        services.put(EventFeed.class, new FakeFeed(() -> services.need(Orders.class)));
        services.put(PersonSearch.class, (actor, kind, number, reason) ->
            List.of(new OrderSummary(actor.account() + " " + kind + " " + number + " " + reason, 1, null, null, null, null, null, null,
                null, null, null, null, null, null)));
        List.of(PublicSecurityFilings.class, Sites.class, Rehearsals.class, Flows.class, Obligations.class, Corrections.class,
            Verifications.class, FilingTypes.class, CallAppointments.class, Checklists.class, Enquiries.class, Help.class,
            FaceChecks.class, MobileChecks.class, IdentityTemplates.class, Compensations.class, Curtains.class, Providers.class,
            LegalTexts.class, CaseExports.class, CaseViews.class, Forecasts.class, ReviewDesk.class, Butlers.class, Billing.class,
            Blockings.class, PublicAddresses.class, Recognitions.class, org.openbeian.api.order.Letters.class,
            RegistryAnswers.class, Reconciliations.class, org.openbeian.api.report.Reports.class,
            org.openbeian.api.authority.CodeTables.class)
            .forEach(type -> refuse(services, type));
    }

    private static <T> void refuse(FakeServices services, Class<T> type) {
        services.put(type, type.cast(refusing(type)));
    }

    private void provideResourcesTo(FakeServices services) {
        services.put(ResourceInventory.class, new Inventory());
        services.put(ResourceObligations.class, (account, limit) -> List.of());
        services.put(Imports.class, new FakeImports());
        services.put(DomainRegistry.class, new FakeImports.Domains());
    }

    private static Map<String, String> reveal(Actor actor, String orderId, List<String> pointers, String reason) {
        return Map.of(pointers.get(0), actor.account() + " " + orderId + " " + reason);
    }

    /** Knows nothing: refuses every call as not found, and lists nothing. */
    static Object refusing(Class<?> type) {
        return Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
            if (method.getReturnType() == List.class) {
                return List.of();
            }
            if (method.getReturnType() == Map.class) {
                return Map.of();
            }
            throw new Refusal(Refusal.Kind.NOT_FOUND, "not-found", "nothing is there");
        });
    }

    /** One at a time; forgets idempotency keys when it rolls back. */
    final class FakeTransactions implements Transactions {

        @Override
        public synchronized <T> T call(Supplier<T> work) {
            Map<String, IdempotencyStore.Answer> before = new HashMap<>(idempotency.answers);
            try {
                return work.get();
            } catch (RuntimeException e) {
                idempotency.answers.clear();
                idempotency.answers.putAll(before);
                throw e;
            }
        }

        @Override
        public void afterCommit(Runnable action) {
            action.run();
        }
    }

    /** Keeps answers for 24 hours. */
    static final class FakeIdempotency implements IdempotencyStore {

        final Map<String, Answer> answers = new HashMap<>();
        final Map<String, Instant> reserved = new HashMap<>();

        @Override
        public Optional<Answer> find(String account, String key, Instant now) {
            Instant at = reserved.get(account + " " + key);
            boolean fresh = at != null && at.plus(Duration.ofHours(24)).isAfter(now);
            return fresh ? Optional.ofNullable(answers.get(account + " " + key)) : Optional.empty();
        }

        @Override
        public boolean reserve(String account, String key, String requestHash, Instant now) {
            reserved.put(account + " " + key, now);
            return !answers.containsKey(account + " " + key);
        }

        @Override
        public void complete(String account, String key, Answer answer) {
            answers.put(account + " " + key, answer);
        }

        @Override
        public int trim(Instant before, int limit) {
            throw new UnsupportedOperationException();
        }
    }

    /** Remembers what was asked for. */
    static final class FakeLanes implements Lanes {

        final List<String> calls = new ArrayList<>();

        @Override
        public List<LaneStatus> lanes() {
            return List.of(new LaneStatus("authority:440000", null, 1, 0, FakeOrders.NOW));
        }

        @Override
        public List<EffectFailure> failures(int limit) {
            return List.of();
        }

        @Override
        public void pause(Actor actor, String lane, String reason) {
            calls.add("pause " + lane + " " + reason);
        }

        @Override
        public void resume(Actor actor, String lane) {
            calls.add("resume " + lane);
        }

        @Override
        public void retry(Actor actor, long effectId, String reason) {
            calls.add("retry " + effectId + " " + reason);
        }

        @Override
        public void skip(Actor actor, long effectId, String reason) {
            calls.add("skip " + effectId + " " + reason);
        }

        @Override
        public List<OpenResult> openResults() {
            return List.of();
        }

        @Override
        public void dismissResult(Actor actor, String authorityId, String fileName, String reason) {
            calls.add("dismiss " + authorityId + " " + fileName + " " + reason + " by " + actor.account());
        }
    }

    private final class Inventory implements ResourceInventory {

        @Override
        public Optional<ResourceFacts> find(String kind, String id) {
            return Optional.ofNullable(resources.get(kind + "/" + id));
        }

        @Override
        public List<ResourceFacts> ofAccount(String account) {
            return resources.values().stream().filter(facts -> facts.account().equals(account)).toList();
        }

        @Override
        public void put(ResourceFacts facts) {
            resources.put(facts.kind() + "/" + facts.id(), facts);
        }
    }

    private static final class Books implements RuleBooks {

        @Override
        public RuleBook current() {
            return new Book();
        }

        @Override
        public List<Candidate> candidates() {
            return List.of(new Candidate("440000", "org.openbeian.province.guangdong", "1.0.0", "serving", null));
        }
    }

    private static final class Book implements RuleBook {

        private static final ProvinceProfile GUANGDONG = new ProvinceProfile("440000", new LocalizedText("广东", "Guangdong"),
                new LocalizedText("广东省通信管理局", "Guangdong CA"), "粤", "1", "local", 1, 20, "service", false,
                Set.of(FilingType.CANCEL_ACCESS), "V.3.0", "bundle", "1.0.0");

        @Override
        public boolean serves(String provinceId) {
            return provinceId.equals("440000");
        }

        @Override
        public Verdict judge(FilingCase filing) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<NeededMaterial> materials(FilingCase filing) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<Finding> missingFields(FilingCase filing) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<ProvinceProfile> profile(String provinceId) {
            return serves(provinceId) ? Optional.of(GUANGDONG) : Optional.empty();
        }

        @Override
        public List<ProvinceProfile> profiles() {
            return List.of(GUANGDONG);
        }

        @Override
        public Optional<RequirementPage> requirements(String provinceId, FilingType type, OrganizerNature nature, LocalDate day) {
            return profile(provinceId).map(profile -> new RequirementPage(profile, type, nature, day, true, List.of(), List.of(),
                    List.of(), List.of(), List.of(), List.of(new RequirementPage.Topic("transfer", new LocalizedText("迁移", "migration")))));
        }

        @Override
        public Optional<Map<String, Object>> form(String provinceId, FilingType type, OrganizerNature nature, LocalDate day) {
            return profile(provinceId).map(profile -> Map.of("title", profile.name().zh(), "type", "object"));
        }

        @Override
        public List<LegalBasis> legalBases() {
            return List.of(new LegalBasis("MII33", "非经营性互联网信息服务备案管理办法", "信息产业部令第33号", "信息产业部", "2005-03-20", "1.1.0"));
        }

        @Override
        public List<ResourceTypeProfile> resourceTypes() {
            return List.of();
        }
    }

    private final class Inbox implements InboxStore {

        @Override
        public void put(OutgoingMessage message) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<InboxMessage> list(String account, long before, int limit) {
            List<InboxMessage> all = new ArrayList<>(messages.values());
            all.removeIf(message -> !message.account().equals(account) || before > 0 && message.id() >= before);
            all.sort((a, b) -> Long.compare(b.id(), a.id()));
            return all.subList(0, Math.min(limit, all.size()));
        }

        @Override
        public boolean markRead(String account, long id) {
            return messages.containsKey(id) && messages.get(id).account().equals(account);
        }
    }
}
