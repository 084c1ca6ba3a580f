package org.openbeian.core.order;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.openbeian.api.audit.AuditLog;
import org.openbeian.api.key.BlindIndex;
import org.openbeian.api.order.MaterialInfo;
import org.openbeian.api.order.MaterialUpload;
import org.openbeian.api.order.Order;
import org.openbeian.api.order.OrderEvent;
import org.openbeian.api.order.Orders;
import org.openbeian.api.order.Refusal;
import org.openbeian.api.order.UploadLinks;
import org.openbeian.api.rules.NeededMaterial;
import org.openbeian.api.rules.RuleBooks;
import org.openbeian.api.security.Accounts;
import org.openbeian.api.security.Actor;
import org.openbeian.api.store.Transactions;
import org.openbeian.core.message.MessageSettings;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Links for uploads by phone. Nothing is stored: a token says, for this server alone, what it is for and how often that was
 * uploaded before; once it was uploaded again, the link was used, whatever became of the picture. Thread-safe.
 */
@Component(service = UploadLinks.class)
public final class UploadDesk implements UploadLinks {

    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{40,2000}");
    private static final int IV = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final OrderEngine engine;
    private final Transactions transactions;
    private final Orders orders;
    private final Assessor assessor;
    private final Accounts accounts;
    private final BlindIndex index;
    private final AuditLog audit;
    private final CoreSettings settings;
    private final MessageSettings messages;
    private final Clock realTime;

    /** Created by Declarative Services. A link ends in real time: a virtual clock would end it at once, or never. */
    @Activate
    public UploadDesk(@Reference OrderEngine engine, @Reference Transactions transactions, @Reference Orders orders,
            @Reference RuleBooks books, @Reference Resources resources, @Reference Accounts accounts, @Reference BlindIndex index,
            @Reference AuditLog audit, @Reference CoreSettings settings, @Reference MessageSettings messages) {
        this(engine, transactions, orders, books, resources, accounts, index, audit, settings, messages, Clock.systemUTC());
    }

    UploadDesk(OrderEngine engine, Transactions transactions, Orders orders, RuleBooks books, Resources resources, Accounts accounts,
            BlindIndex index, AuditLog audit, CoreSettings settings, MessageSettings messages, Clock realTime) {
        this.engine = engine;
        this.transactions = transactions;
        this.orders = orders;
        this.assessor = new Assessor(books, resources);
        this.accounts = accounts;
        this.index = index;
        this.audit = audit;
        this.settings = settings;
        this.messages = messages;
        this.realTime = realTime;
    }

    @Override
    public UploadLink open(Actor actor, String orderId, String type, String subject) {
        By by = By.account(actor);
        Order order = engine.load(by, orderId);
        if (!by.isOneOf(OrderLifeCycle.whoMay(OrderEvent.MATERIAL_ADDED), order)) {
            throw Refusals.forbidden(OrderEvent.MATERIAL_ADDED);
        }
        if (!engine.isAllowed(by, order, OrderEvent.MATERIAL_ADDED)) {
            throw Refusals.wrongState(order, OrderEvent.MATERIAL_ADDED);
        }
        NeededMaterial need = need(order, type, subject).orElseThrow(() -> Refusals.invalid("material-not-needed",
            "The order as entered so far asks for no such material; its requirements name those that it asks for."));
        Instant until = realTime.instant().plus(Duration.ofMinutes(settings.get().upload_link_minutes())).truncatedTo(ChronoUnit.SECONDS);
        Purpose purpose = new Purpose(order.id(), need.type(), need.subject(), actor.account(), until,
            added(actor, order, type, subject));
        audit.record(actor, "material.link", "order", order.id(), null, Map.of("type", type, "subject", subject));
        return new UploadLink(token(purpose), messages.publicAddress().isEmpty() ? null : messages.publicAddress(), until);
    }

    @Override
    public UploadTask task(String token) {
        Purpose purpose = read(token);
        Order order = unused(purpose, actor(purpose, null));
        NeededMaterial need = need(order, purpose.type(), purpose.subject()).orElseThrow(UploadDesk::over);
        return new UploadTask(need.name(), need.conditions(), purpose.until());
    }

    @Override
    public MaterialInfo upload(String token, String mediaType, byte[] picture, String address) {
        Purpose purpose = read(token);
        Actor actor = actor(purpose, address);
        Order order = unused(purpose, actor);
        return transactions.call(() -> {
            Order changed = orders.attach(actor, order.id(), order.version(),
                new MaterialUpload(purpose.type(), purpose.subject(), mediaType, picture));
            MaterialInfo added = material(changed, purpose.type(), purpose.subject()).orElseThrow();
            audit.record(actor, "material.link-used", "order", order.id(), null, Map.of("material", added.id()));
            return added;
        });
    }

    private Optional<NeededMaterial> need(Order order, String type, String subject) {
        return assessor.materialsOf(order, engine.now()).stream()
            .filter(need -> need.type().equals(type) && need.subject().equals(subject)).findFirst();
    }

    private static Optional<MaterialInfo> material(Order order, String type, String subject) {
        return order.materials().stream().filter(one -> one.type().equals(type) && one.subject().equals(subject)).findFirst();
    }

    /** How often a material was uploaded; never falls. */
    private long added(Actor actor, Order order, String type, String subject) {
        return orders.history(actor, order.id(), 0).stream().filter(entry -> entry.event() == OrderEvent.MATERIAL_ADDED
            && type.equals(entry.details().get("type")) && subject.equals(entry.details().get("subject"))).count();
    }

    /** The account as it is now: one that was closed since uploads nothing. */
    private Actor actor(Purpose purpose, String address) {
        return accounts.actor(purpose.account(), address).orElseThrow(UploadDesk::over);
    }

    private Order unused(Purpose purpose, Actor actor) {
        By by = By.account(actor);
        Order order;
        try {
            order = engine.load(by, purpose.order());
        } catch (Refusal notToBeSeen) {
            throw over();
        }
        if (!engine.isAllowed(by, order, OrderEvent.MATERIAL_ADDED)
            || added(actor, order, purpose.type(), purpose.subject()) != purpose.before()) {
            throw over();
        }
        return order;
    }

    /** Encrypted, so that a link that is passed on tells no account's name, and nobody makes one up. */
    private String token(Purpose purpose) {
        byte[] said = String.join("\n", purpose.order(), purpose.type(), purpose.subject(), purpose.account(),
            Long.toString(purpose.until().getEpochSecond()), Long.toString(purpose.before())).getBytes(StandardCharsets.UTF_8);
        byte[] iv = new byte[IV];
        RANDOM.nextBytes(iv);
        try {
            byte[] hidden = cipher(Cipher.ENCRYPT_MODE, iv).doFinal(said);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(
                ByteBuffer.allocate(IV + hidden.length).put(iv).put(hidden).array());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM is not to be had from this Java", e);
        }
    }

    private Cipher cipher(int mode, byte[] iv) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(HexFormat.of().parseHex(index.mark(BlindIndex.Kind.CODE, "upload-link")), "AES"),
            new GCMParameterSpec(TAG_BITS, iv, 0, IV));
        return cipher;
    }

    private Purpose read(String token) {
        if (token == null || !TOKEN.matcher(token).matches()) {
            throw over();
        }
        String[] parts;
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(token);
            parts = new String(cipher(Cipher.DECRYPT_MODE, bytes).doFinal(bytes, IV, bytes.length - IV), StandardCharsets.UTF_8)
                .split("\n", -1);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw over();
        }
        Purpose purpose = new Purpose(parts[0], parts[1], parts[2], parts[3], Instant.ofEpochSecond(Long.parseLong(parts[4])),
            Long.parseLong(parts[5]));
        if (!realTime.instant().isBefore(purpose.until())) {
            throw over();
        }
        return purpose;
    }

    /** One answer for all, so that nobody learns by trying. */
    private static Refusal over() {
        return new Refusal(Refusal.Kind.NOT_FOUND, "upload-link-over", "This link is unknown, too old, or was used; make another one.");
    }

    /**
     * What a token says.
     *
     * @param before how often the material was uploaded before the link was made
     */
    private record Purpose(String order, String type, String subject, String account, Instant until, long before) {
    }
}
