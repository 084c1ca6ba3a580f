package org.openbeian.core.order;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.openbeian.api.audit.AuditLog;
import org.openbeian.api.order.MaterialContent;
import org.openbeian.api.order.Order;
import org.openbeian.api.order.Refusal;
import org.openbeian.api.order.Refusal.Kind;
import org.openbeian.api.order.Reveals;
import org.openbeian.api.rules.Finding;
import org.openbeian.api.security.Actor;
import org.openbeian.api.security.Permission;
import org.openbeian.api.store.Transactions;
import org.openbeian.core.json.ModelJson;
import org.openbeian.core.message.Times;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What staff sees of personal data: fields with a reason, pictures with its name across them; both audited. Thread-safe. */
@Component(service = {Reveals.class, Disclosure.class})
public final class Disclosure implements Reveals {

    private static final Pattern POINTER = Pattern.compile("/(application|review)(/[^/]{1,60}){0,10}");
    private static final int MOST = 50;
    private static final int REASON_LEAST = 4;
    private static final int REASON_MOST = 1000;
    private static final ObjectMapper JSON = ModelJson.mapper();

    private final OrderEngine engine;
    private final Transactions transactions;
    private final AuditLog audit;
    private final Clock realTime;
    private final Watermark watermark = new Watermark();

    /** Created by Declarative Services. Who looked when is told in real time, as the audit does. */
    @Activate
    public Disclosure(@Reference OrderEngine engine, @Reference Transactions transactions, @Reference AuditLog audit) {
        this(engine, transactions, audit, Clock.systemUTC());
    }

    Disclosure(OrderEngine engine, Transactions transactions, AuditLog audit, Clock realTime) {
        this.engine = engine;
        this.transactions = transactions;
        this.audit = audit;
        this.realTime = realTime;
    }

    @Override
    public Map<String, String> reveal(Actor actor, String orderId, List<String> pointers, String reason) {
        if (!actor.may(Permission.REVEAL_DATA)) {
            throw new Refusal(Kind.FORBIDDEN, "not-permitted", "This account may not see personal data in clear.");
        }
        String why = reason(reason);
        if (pointers.isEmpty() || pointers.size() > MOST) {
            throw Refusals.invalid("fields-needed", "Name 1 to " + MOST + " fields by their JSON pointers.");
        }
        return transactions.call(() -> {
            Order order = engine.load(By.account(actor), orderId);
            Map<String, String> values = values(order, pointers);
            audit.record(actor, "order.reveal", "order", orderId, People.mask(order, why),
                Map.of("fields", String.join(" ", values.keySet())));
            return values;
        });
    }

    /** The reason for a look at personal data, stripped; refused when it is missing, too short or too long. */
    static String reason(String given) {
        String why = given == null ? "" : given.strip();
        if (why.length() < REASON_LEAST || why.length() > REASON_MOST) {
            throw Refusals.invalid("reason-needed", "Say why in " + REASON_LEAST + " to " + REASON_MOST
                + " characters; it is kept with your name.");
        }
        return why;
    }

    /**
     * A picture as the actor may see it: as it was uploaded for its owner and who acts for him, otherwise with the viewer's
     * name and the time across it.
     */
    MaterialContent show(Actor actor, Order order, MaterialContent material) {
        if (actor.seesInClear(order.account())) {
            return material;
        }
        audit.record(actor, "material.show", "order", order.id(), null,
            Map.of("material", material.info().id(), "type", material.info().type()));
        return new MaterialContent(material.info(), watermark.mark(material.content(), material.info().mediaType(),
            actor.account() + " " + Times.time(realTime.instant())));
    }

    private static Map<String, String> values(Order order, List<String> pointers) {
        JsonNode tree = JSON.valueToTree(order);
        Map<String, String> values = new LinkedHashMap<>();
        List<Finding> findings = new ArrayList<>();
        for (int i = 0; i < pointers.size(); i++) {
            String pointer = pointers.get(i);
            JsonNode found = pointer != null && POINTER.matcher(pointer).matches() && isPointer(pointer) ? tree.at(pointer)
                : tree.path("");
            if (found.isMissingNode()) {
                findings.add(ServerFindings.block("reveal-pointer", "/fields/" + i,
                    ServerFindings.text("订单中没有这个字段", "the order has no such field"),
                    ServerFindings.text("请填写 /application 或 /review 之下的 JSON 指针",
                        "give a JSON pointer below /application or /review")));
            } else {
                collect(pointer, found, values);
            }
        }
        if (!findings.isEmpty()) {
            throw Refusals.invalid("fields-unknown", "Some fields are not in the order; nothing was revealed.", findings);
        }
        return values;
    }

    private static boolean isPointer(String text) {
        try {
            JsonPointer.compile(text);
            return true;
        } catch (IllegalArgumentException bad) {
            return false;
        }
    }

    private static void collect(String pointer, JsonNode node, Map<String, String> values) {
        if (node.isContainerNode()) {
            for (Map.Entry<String, JsonNode> field : node.properties()) {
                collect(pointer + "/" + field.getKey().replace("~", "~0").replace("/", "~1"), field.getValue(), values);
            }
            for (int i = 0; node.isArray() && i < node.size(); i++) {
                collect(pointer + "/" + i, node.get(i), values);
            }
        } else if (!node.isNull() && !node.asText().isEmpty()) {
            values.put(pointer, node.asText());
        }
    }
}
