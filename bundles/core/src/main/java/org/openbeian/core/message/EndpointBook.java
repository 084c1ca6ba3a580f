package org.openbeian.core.message;

import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.openbeian.api.audit.AuditLog;
import org.openbeian.api.channel.DeliveryResult;
import org.openbeian.api.channel.Endpoint;
import org.openbeian.api.channel.Endpoints;
import org.openbeian.api.channel.NotificationChannel.AddressKind;
import org.openbeian.api.channel.Notices;
import org.openbeian.api.effect.Effect;
import org.openbeian.api.http.OutgoingHttp;
import org.openbeian.api.model.LocalizedText;
import org.openbeian.api.order.Refusal;
import org.openbeian.api.rules.Finding;
import org.openbeian.api.rules.Severity;
import org.openbeian.api.security.Actor;
import org.openbeian.api.security.Permission;
import org.openbeian.api.store.EffectStore;
import org.openbeian.api.store.EndpointStore;
import org.openbeian.api.store.EndpointStore.Kept;
import org.openbeian.api.store.Transactions;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** Keeps the endpoints of accounts, and how they do. Thread-safe. */
@Component(service = {Endpoints.class, EndpointBook.class})
public final class EndpointBook implements Endpoints {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int SECRET_BYTES = 32;
    private static final int ID_BYTES = 10;
    private static final int CAUSE_MOST = 300;
    private static final Pattern TOPIC = Pattern.compile("[a-z][a-z0-9.-]{0,79}\\*?");
    private static final Pattern SECRET = Pattern.compile("[\\x21-\\x7e]{16,200}");
    private static final Duration SLOW = Duration.ofSeconds(2);
    private static final int SLOW_RESTS = 3;
    private static final Duration FIRST_REST = Duration.ofSeconds(30);
    /** Services count the messages of a minute. */
    private static final Duration BUSY_REST = Duration.ofMinutes(1);
    private static final Duration LONGEST_REST = Duration.ofHours(6);

    /** Judges addresses; a moment late at the start. */
    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC,
        policyOption = ReferencePolicyOption.GREEDY)
    volatile OutgoingHttp http;

    private final EndpointStore store;
    private final EffectStore effects;
    private final Transactions transactions;
    private final Channels channels;
    private final Telling telling;
    private final AuditLog audit;
    private final MessageSettings settings;
    private final Clock clock;

    /** Created by Declarative Services. */
    @Activate
    public EndpointBook(@Reference EndpointStore store, @Reference EffectStore effects, @Reference Transactions transactions,
            @Reference Channels channels, @Reference Telling telling, @Reference AuditLog audit, @Reference MessageSettings settings,
            @Reference Clock clock) {
        this.store = store;
        this.effects = effects;
        this.transactions = transactions;
        this.channels = channels;
        this.telling = telling;
        this.audit = audit;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public Registered add(Actor actor, Wish wish) {
        List<Finding> findings = new ArrayList<>(wrong(wish, true));
        if (channels.find(wish.channel() == null ? "" : wish.channel())
                .filter(channel -> channel.addressKind() == AddressKind.ENDPOINT).isEmpty()) {
            findings.add(finding("channel-unknown", "/channel", "没有这种可登记端点的通道", "There is no channel of this name with endpoints",
                "请填写已安装的通道，例如 webhook", "Name a channel that is installed, such as webhook"));
        }
        findings.addAll(notCalled(wish));
        refuse(findings);
        Instant now = now();
        String id = random(ID_BYTES);
        String secret = wish.secret() == null ? random(SECRET_BYTES) : wish.secret();
        Endpoint endpoint = new Endpoint(id, actor.account(), wish.channel(), wish.name().strip(), wish.address(), wish.topics(),
            !Boolean.FALSE.equals(wish.enabled()), now, 0, null, null, null);
        transactions.run(() -> {
            if (store.ofAccount(actor.account()).size() >= settings.endpointsMax()) {
                throw new Refusal(Refusal.Kind.WRONG_STATE, "endpoints-too-many", "an account has at most " + settings.endpointsMax()
                    + " endpoints; remove one first");
            }
            store.insert(new Kept(endpoint, secret));
            audit.record(actor, "endpoint.add", "endpoint", id, null, Map.of("channel", endpoint.channel()));
        });
        return new Registered(endpoint.masked(), wish.secret() == null ? secret : null);
    }

    @Override
    public Registered change(Actor actor, String id, Wish wish) {
        List<Finding> findings = new ArrayList<>(wrong(wish, false));
        findings.addAll(notCalled(wish));
        refuse(findings);
        return transactions.call(() -> {
            Kept old = own(actor, id, store.hold(id));
            Endpoint e = old.endpoint();
            boolean enabled = wish.enabled() == null ? e.enabled() : wish.enabled();
            boolean afresh = Boolean.TRUE.equals(wish.enabled()) || wish.address() != null;
            Endpoint next = new Endpoint(id, e.account(), e.channel(), wish.name() == null ? e.name() : wish.name().strip(),
                wish.address() == null ? e.address() : wish.address(), wish.topics() == null ? e.topics() : wish.topics(), enabled,
                e.createdAt(), afresh ? 0 : e.failures(), afresh ? null : e.failingSince(), afresh ? null : e.restUntil(),
                afresh ? null : e.failure());
            store.update(new Kept(next, wish.secret() == null ? old.secret() : wish.secret()));
            if (afresh) {
                effects.rouse("channel:" + e.channel(), Telling.ENDPOINT, id, now());
            }
            audit.record(actor, "endpoint.change", "endpoint", id, null, Map.of("enabled", Boolean.toString(enabled)));
            return new Registered(next.masked(), null);
        });
    }

    @Override
    public void remove(Actor actor, String id) {
        transactions.run(() -> {
            own(actor, id, store.hold(id));
            store.remove(id);
            audit.record(actor, "endpoint.remove", "endpoint", id, null, Map.of());
        });
    }

    @Override
    public List<Endpoint> list(Actor actor, String account) {
        if (!actor.account().equals(account) && !actor.isStaff()) {
            throw new Refusal(Refusal.Kind.FORBIDDEN, "not-permitted", "only staff sees the endpoints of others");
        }
        return transactions.call(() -> store.ofAccount(account)).stream().map(kept -> kept.endpoint().masked()).toList();
    }

    @Override
    public String test(Actor actor, String id) {
        return transactions.call(() -> {
            Effect effect = telling.test(own(actor, id, store.find(id)).endpoint(), now());
            effects.add(List.of(effect));
            return effect.key();
        });
    }

    @Override
    public void redeliver(Actor actor, String id, String key) {
        transactions.run(() -> {
            Kept kept = actor.may(Permission.STEER_SYSTEM) ? store.hold(id).orElseThrow(EndpointBook::unknown)
                : own(actor, id, store.hold(id));
            Effect effect = effects.withKey(key == null ? "" : key).filter(found -> id.equals(found.data().get(Telling.ENDPOINT)))
                .orElseThrow(() -> new Refusal(Refusal.Kind.NOT_FOUND, "delivery-not-found",
                    "there is no such message to this endpoint, or it was kept long enough"));
            if (!kept.endpoint().enabled()) {
                throw new Refusal(Refusal.Kind.WRONG_STATE, "endpoint-disabled", "the endpoint is disabled; enable it first");
            }
            if (kept.endpoint().restUntil() != null) {
                store.update(new Kept(rested(kept.endpoint()), kept.secret()));
            }
            effects.again(effect.id(), now());
            audit.record(actor, "endpoint.redeliver", "endpoint", id, null, Map.of("key", key));
        });
    }

    @Override
    public Optional<Target> target(String id) {
        return transactions.call(() -> store.find(id)).filter(kept -> kept.endpoint().enabled())
            .map(kept -> new Target(kept.endpoint().address(), kept.secret()));
    }

    /** Until when an endpoint is left alone after this time; empty when it is not. Joins the caller's transaction. */
    public Optional<Instant> restUntil(String id, Instant now) {
        return store.find(id).map(kept -> kept.endpoint().restUntil()).filter(now::isBefore);
    }

    /** Since when an endpoint has failed without a break; empty when it does not. Joins the caller's transaction. */
    public Optional<Instant> failingSince(String id) {
        return store.find(id).map(kept -> kept.endpoint().failingSince());
    }

    /** An endpoint as it is now, for the caller's transaction. */
    Optional<Endpoint> find(String id) {
        return store.find(id).map(Kept::endpoint);
    }

    /**
     * Notes how a try went; an endpoint that is gone or fails for long is disabled and its account told, one that is busy is left
     * alone for a moment, and one that is slow for as long that others have most of the time. A message that was refused says nothing
     * about its endpoint. Joins the caller's transaction.
     *
     * @param took how long the try took
     */
    public void tried(String id, DeliveryResult result, Duration took, Instant now) {
        boolean slow = took.compareTo(SLOW) >= 0;
        Kept seen = store.find(id).orElse(null);
        if (seen == null || result.status() == DeliveryResult.Status.REFUSED
                || result.isTaken() && seen.endpoint().failures() == 0 && seen.endpoint().restUntil() == null && !slow) {
            return;
        }
        Kept kept = store.hold(id).orElse(seen);
        Endpoint e = kept.endpoint();
        if (result.isTaken() || result.status() == DeliveryResult.Status.BUSY) {
            store.update(new Kept(new Endpoint(id, e.account(), e.channel(), e.name(), e.address(), e.topics(), e.enabled(), e.createdAt(),
                0, null, !result.isTaken() ? now.plus(BUSY_REST) : slow ? now.plus(took.multipliedBy(SLOW_RESTS)) : null, null),
                kept.secret()));
            return;
        }
        Instant since = e.failingSince() == null ? now : e.failingSince();
        String cause = result.detail() == null ? "no cause given"
            : result.detail().substring(0, Math.min(CAUSE_MOST, result.detail().length()));
        boolean gone = result.status() == DeliveryResult.Status.GONE
            || Duration.between(since, now).compareTo(settings.disableAfter()) >= 0;
        store.update(new Kept(new Endpoint(id, e.account(), e.channel(), e.name(), e.address(), e.topics(), e.enabled() && !gone,
            e.createdAt(), e.failures() + 1, since, now.plus(rest(e.failures())), cause), kept.secret()));
        if (gone && e.enabled()) {
            telling.tell(new Notices.Notice(org.openbeian.core.message.Notice.ENDPOINT_DISABLED.id(), e.account(), null,
                id + "-" + now.toEpochMilli(), Map.of("endpoint", e.name(), "failure", cause)));
        }
    }

    /** Doubled with each failure, so that an endpoint that is away for days is tried a few times a day. */
    private static Duration rest(int failures) {
        Duration rest = FIRST_REST.multipliedBy(1L << Math.min(failures, 20));
        return rest.compareTo(LONGEST_REST) > 0 ? LONGEST_REST : rest;
    }

    private static Endpoint rested(Endpoint e) {
        return new Endpoint(e.id(), e.account(), e.channel(), e.name(), e.address(), e.topics(), e.enabled(), e.createdAt(),
            e.failures(), e.failingSince(), null, e.failure());
    }

    private static Kept own(Actor actor, String id, Optional<Kept> found) {
        return found.filter(kept -> kept.endpoint().account().equals(actor.account())).orElseThrow(
            EndpointBook::unknown);
    }

    private static Refusal unknown() {
        return new Refusal(Refusal.Kind.NOT_FOUND, "endpoint-not-found", "the account has no such endpoint");
    }

    private static List<Finding> wrong(Wish wish, boolean fresh) {
        List<Finding> findings = new ArrayList<>();
        if (fresh ? wish.name() == null || !isName(wish.name()) : wish.name() != null && !isName(wish.name())) {
            findings.add(finding("name-malformed", "/name", "名称应为 1 到 80 个字符，且不含控制字符",
                "The name must have 1 to 80 characters without control characters", "请修改名称", "Choose another name"));
        }
        if (fresh && wish.address() == null || wish.address() != null && !isAddress(wish.address())) {
            findings.add(finding("address-malformed", "/address", "地址应为不含用户信息的完整 https 地址，最长 1000 个字符",
                "The address must be a whole https address without user information, at most 1000 characters",
                "请填写完整地址", "Give a whole address"));
        }
        Set<String> topics = wish.topics() == null ? Set.of() : wish.topics();
        if (topics.size() > 100 || !topics.stream().allMatch(topic -> topic != null && TOPIC.matcher(topic).matches())) {
            findings.add(finding("topic-malformed", "/topics", "主题应为消息或事件的名称，可以 * 结尾，最多 100 个",
                "A topic is the name of a message or an event, which may end with *; at most 100", "请修改主题", "Mend the topics"));
        }
        if (wish.secret() != null && !SECRET.matcher(wish.secret()).matches()) {
            findings.add(finding("secret-malformed", "/secret", "密钥应为 16 到 200 个可见 ASCII 字符",
                "A secret has 16 to 200 visible ASCII characters", "请更换密钥，或留空由系统生成", "Use another, or leave it out"));
        }
        return findings;
    }

    /** Said at once instead of with the first message; each call judges anew. */
    private List<Finding> notCalled(Wish wish) {
        OutgoingHttp known = http;
        if (known == null || wish.address() == null || !isAddress(wish.address())) {
            return List.of();
        }
        return known.refusal(wish.address()).map(why -> finding("address-refused", "/address",
            "本服务器不会调用该地址：须为公网 https 地址，或由运维人员配置为内部端点",
            "This server would not call the address: " + why, "请填写公网 https 地址，或请运维人员在 org.openbeian.outgoing.endpoint 中放行",
            "Give a public https address, or ask the operator to allow it in org.openbeian.outgoing.endpoint")).stream().toList();
    }

    private static boolean isName(String name) {
        return !name.isBlank() && name.strip().length() <= 80 && name.chars().noneMatch(Character::isISOControl);
    }

    /** What the address may lead to is judged by the outgoing client at each call, after its name was resolved. */
    private static boolean isAddress(URI address) {
        return Set.of("http", "https").contains(String.valueOf(address.getScheme())) && address.getHost() != null
            && address.getRawUserInfo() == null && address.toString().length() <= 1000;
    }

    private static void refuse(List<Finding> findings) {
        if (!findings.isEmpty()) {
            throw new Refusal(Refusal.Kind.INVALID, "endpoint-wrong", "this endpoint cannot be kept", findings);
        }
    }

    private static Finding finding(String id, String pointer, String zh, String en, String mendZh, String mendEn) {
        return new Finding(id, Severity.BLOCK, pointer, new LocalizedText(zh, en), new LocalizedText(mendZh, mendEn), null,
            "org.openbeian.core", null);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private static String random(int bytes) {
        byte[] random = new byte[bytes];
        RANDOM.nextBytes(random);
        return HexFormat.of().formatHex(random);
    }
}
