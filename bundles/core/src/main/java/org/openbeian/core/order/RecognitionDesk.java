package org.openbeian.core.order;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.RejectedExecutionException;
import org.openbeian.api.order.MaterialContent;
import org.openbeian.api.order.Order;
import org.openbeian.api.order.OrderEvent;
import org.openbeian.api.order.Orders;
import org.openbeian.api.order.Refusal;
import org.openbeian.api.recognition.DocumentRecognizer;
import org.openbeian.api.recognition.DocumentRecognizer.Field;
import org.openbeian.api.recognition.Recognitions;
import org.openbeian.api.security.Actor;
import org.openbeian.core.json.ModelJson;
import org.openbeian.core.plugin.Bulkhead;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Has pictures read by the recognizer that is installed, or by one that reads nothing. Thread-safe. */
@Component(service = Recognitions.class)
public final class RecognitionDesk implements Recognitions {

    /** Reads nothing: everything is entered by hand. */
    static final DocumentRecognizer NONE = (type, mediaType, picture) -> Map.of();

    private static final Logger LOG = LoggerFactory.getLogger(RecognitionDesk.class);
    private static final int CALLS_AT_ONCE = 2;
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int LONGEST = 200;
    private static final String ORGANIZER = "/organizer";
    private static final String PRINCIPAL = "/principal";
    private static final String REPRESENTATIVE = "/legalRepresentative";
    private static final Map<Field, String> OF_PERSON = Map.of(Field.PERSON_NAME, "/name", Field.ADDRESS, "/certificateAddress",
        Field.VALID_FROM, "/validFrom", Field.VALID_UNTIL, "/validUntil");
    private static final Map<Field, String> OF_ORGANIZER = Map.of(Field.LICENCE_CODE, "/certificateNumber", Field.ORGANIZER_NAME,
        "/name", Field.ADDRESS, "/certificateAddress", Field.PERSON_NAME, "/legalRepresentative/name");

    private final OrderEngine engine;
    private final Orders orders;
    private final Duration patience;
    private final Bulkhead door = new Bulkhead("openbeian-recognition", CALLS_AT_ONCE);

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC,
        policyOption = ReferencePolicyOption.GREEDY)
    volatile DocumentRecognizer recognizer;

    /** Created by Declarative Services. */
    @Activate
    public RecognitionDesk(@Reference OrderEngine engine, @Reference Orders orders) {
        this(engine, orders, PATIENCE);
    }

    RecognitionDesk(OrderEngine engine, Orders orders, Duration patience) {
        this.engine = engine;
        this.orders = orders;
        this.patience = patience;
    }

    /** Ends the threads of the recognizer. */
    @Deactivate
    public void close() {
        door.close();
    }

    /** What is read is personal data in clear, so that the order's own account alone sees it. */
    @Override
    public List<Recognised> read(Actor actor, String orderId, String materialId) {
        By by = By.account(actor);
        Order order = engine.load(by, orderId);
        if (!order.account().equals(actor.account())) {
            throw Refusals.forbidden(OrderEvent.EDITED);
        }
        if (!engine.isAllowed(by, order, OrderEvent.EDITED)) {
            throw Refusals.wrongState(order, OrderEvent.EDITED);
        }
        MaterialContent material = orders.material(actor, orderId, materialId);
        DocumentRecognizer present = recognizer;
        DocumentRecognizer reader = present == null ? NONE : present;
        Map<Field, String> read = new EnumMap<>(Field.class);
        try {
            read.putAll(door.call(() -> Map.copyOf(reader.recognize(material.info().type(), material.info().mediaType(),
                material.content())), patience));
        } catch (IOException | RejectedExecutionException e) {
            LOG.warn("The recognizer of documents gave no answer: {}", e.getMessage());
            throw new Refusal(Refusal.Kind.UNAVAILABLE, "recognizer-silent",
                "The picture could not be read; enter the fields by hand, or try again later.");
        }
        JsonNode entered = ModelJson.mapper().valueToTree(order.application());
        List<Recognised> all = new ArrayList<>();
        read.forEach((field, value) -> {
            if (isUsable(field, value)) {
                all.add(recognised(field, value.strip(), material.info().subject(), entered));
            }
        });
        return all;
    }

    private static Recognised recognised(Field field, String value, String subject, JsonNode entered) {
        String below = subject.equals(ORGANIZER) ? OF_ORGANIZER.get(field)
            : subject.endsWith(PRINCIPAL) || subject.endsWith(REPRESENTATIVE) ? OF_PERSON.get(field) : null;
        if (below == null) {
            return new Recognised(field, value, null, Origin.RECOGNISED, null);
        }
        boolean endless = value.equals(DocumentRecognizer.LONG_TERM);
        String pointer = subject + (endless ? "/longTerm" : below);
        String said = endless ? "true" : value;
        JsonNode there = entered.at(pointer);
        return new Recognised(field, said, pointer, Origin.RECOGNISED,
            there.isMissingNode() || there.isNull() ? null : Boolean.valueOf(!there.asText().equals(said)));
    }

    private static boolean isUsable(Field field, String value) {
        if (value.isBlank() || value.length() > LONGEST || !Shape.isClean(value)) {
            return false;
        }
        return switch (field) {
            case VALID_UNTIL -> value.equals(DocumentRecognizer.LONG_TERM) || isDay(value);
            case VALID_FROM, BIRTH_DATE -> isDay(value);
            default -> true;
        };
    }

    private static boolean isDay(String value) {
        try {
            LocalDate.parse(value);
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }
}
