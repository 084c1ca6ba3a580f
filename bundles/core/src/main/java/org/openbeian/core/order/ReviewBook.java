package org.openbeian.core.order;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.openbeian.api.model.LocalizedText;
import org.openbeian.api.model.Organizer;
import org.openbeian.api.order.CallTask.CallItem;
import org.openbeian.api.order.CallTask.ScriptStep;
import org.openbeian.api.order.Order;
import org.openbeian.api.order.ReasonCatalogue;
import org.openbeian.api.order.ReasonCatalogue.ReasonEntry;
import org.openbeian.api.rules.RuleBook;
import org.openbeian.api.rules.Verdict;
import org.openbeian.core.fact.CaseParts;
import org.openbeian.core.json.MaskedJson;
import org.openbeian.core.json.ModelJson;

/** The script of the call, its checklist and the reasons for a return (T-34 to T-37). Immutable. */
final class ReviewBook {

    private static final String EACH_SERVICE = "/services/*";

    private final String version;
    private final List<ScriptStep> script;
    private final List<List<String>> items;
    private final List<ReasonEntry> reasons;

    ReviewBook() {
        try (InputStream file = ReviewBook.class.getResourceAsStream("review.json")) {
            ObjectMapper mapper = new ObjectMapper();
            JsonNode book = mapper.readTree(file);
            version = book.get("version").asText();
            script = rows(mapper, book.get("script")).stream().map(row -> new ScriptStep(row.get(0), text(row, 1))).toList();
            items = rows(mapper, book.get("items"));
            reasons = rows(mapper, book.get("reasons")).stream()
                .map(row -> new ReasonEntry(row.get(0), false, text(row, 1), text(row, 3))).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<List<String>> rows(ObjectMapper mapper, JsonNode table) {
        return mapper.convertValue(table, new TypeReference<List<List<String>>>() { });
    }

    private static LocalizedText text(List<String> row, int at) {
        return at >= row.size() ? null : new LocalizedText(row.get(at), row.get(at + 1));
    }

    String version() {
        return version;
    }

    List<ScriptStep> script() {
        return script;
    }

    /** The checklist for an order: what is entered of the items, personal data masked. */
    List<CallItem> items(Order order) {
        JsonNode application = MaskedJson.mask(ModelJson.mapper().valueToTree(order.application()));
        List<CallItem> all = new ArrayList<>();
        for (List<String> item : items) {
            String pointer = item.get(0);
            if (!pointer.startsWith(EACH_SERVICE)) {
                add(all, application, pointer, text(item, 1));
                continue;
            }
            for (int i = 0; i < order.application().services().size(); i++) {
                add(all, application, pointer.replace(EACH_SERVICE, "/services/" + i), text(item, 1));
            }
        }
        return all;
    }

    /** What nobody entered is not read out. */
    private static void add(List<CallItem> all, JsonNode application, String pointer, LocalizedText text) {
        JsonNode value = application.at(pointer);
        if (!value.isMissingNode() && !value.isNull() && !(value.isArray() && value.isEmpty())) {
            all.add(new CallItem(pointer, text, value.isTextual() ? value.asText() : value.toString()));
        }
    }

    private static LocalDate day(Order order) {
        return CaseParts.day(order.review().submittedAt() == null ? order.updatedAt() : order.review().submittedAt());
    }

    /**
     * The reasons for which an order may be returned: those of specialists, what its rules found, and the rules of its province,
     * as far as no code of a specialist is the same.
     */
    ReasonCatalogue reasons(Order order, RuleBook book, List<Verdict> verdicts) {
        Map<String, ReasonEntry> rules = new TreeMap<>();
        Organizer organizer = order.application().organizer();
        if (order.provinceId() != null && organizer.nature() != null) {
            book.requirements(order.provinceId(), order.type(), organizer.nature(), day(order))
                .ifPresent(page -> page.rules().forEach(rule -> rules.put(rule.id(),
                    new ReasonEntry(rule.id(), true, rule.text(), rule.details().stream().findFirst().orElse(null)))));
        }
        String inForce = verdicts.isEmpty() ? null : verdicts.get(verdicts.size() - 1).ruleBook();
        if (!verdicts.isEmpty()) {
            verdicts.get(verdicts.size() - 1).findings().forEach(finding -> rules.put(finding.ruleId(),
                new ReasonEntry(finding.ruleId(), true, finding.text(), finding.mend())));
        }
        reasons.forEach(own -> rules.remove(own.code()));
        List<ReasonEntry> all = new ArrayList<>(reasons);
        all.addAll(rules.values());
        return new ReasonCatalogue(version, inForce, all);
    }
}
