package org.openbeian.core.order;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.openbeian.api.audit.AuditLog;
import org.openbeian.api.order.Letter;
import org.openbeian.api.order.Letters;
import org.openbeian.api.order.MaterialInfo;
import org.openbeian.api.order.Order;
import org.openbeian.api.order.Refusal;
import org.openbeian.api.print.PrintedDocument;
import org.openbeian.api.print.PrintedDocument.Heading;
import org.openbeian.api.print.PrintedDocument.Part;
import org.openbeian.api.print.PrintedDocument.Table;
import org.openbeian.api.print.PrintedDocument.Text;
import org.openbeian.api.rules.NeededMaterial;
import org.openbeian.api.rules.ProvinceProfile;
import org.openbeian.api.rules.RuleBooks;
import org.openbeian.api.security.Actor;
import org.openbeian.api.store.Transactions;
import org.openbeian.core.letter.LetterText;
import org.openbeian.core.letter.LetterValues;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Fills letters in. Thread-safe. */
@Component(service = Letters.class)
public final class LetterDesk implements Letters {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT)
        .withZone(ZoneId.of("Asia/Shanghai"));

    private final OrderEngine engine;
    private final Transactions transactions;
    private final LetterBook book;
    private final RuleBooks rules;
    private final Assessor assessor;
    private final AuditLog audit;

    /** Created by Declarative Services. */
    @Activate
    public LetterDesk(@Reference OrderEngine engine, @Reference Transactions transactions, @Reference LetterBook book,
            @Reference RuleBooks rules, @Reference Resources resources, @Reference AuditLog audit) {
        this.engine = engine;
        this.transactions = transactions;
        this.book = book;
        this.rules = rules;
        this.assessor = new Assessor(rules, resources);
        this.audit = audit;
    }

    @Override
    public List<Letter> of(Actor actor, String orderId) {
        return transactions.call(() -> {
            Order order = engine.load(By.account(actor), orderId);
            return assessor.materialsOf(order, engine.now()).stream().filter(need -> need.template() != null)
                .map(need -> letter(order, need)).toList();
        });
    }

    private Letter letter(Order order, NeededMaterial need) {
        LetterBook.Form form = book.form(need.template());
        Optional<LetterBook.Print> print = book.print(order.id(), need.type(), need.subject());
        String signed = order.materials().stream().filter(one -> one.type().equals(need.type())
            && one.subject().equals(need.subject())).map(MaterialInfo::form).filter(Objects::nonNull).findFirst().orElse(null);
        return new Letter(need.type(), need.subject(), need.name(), need.template(), form.version(), form.kind(),
            print.map(LetterBook.Print::version).orElse(null), print.map(LetterBook.Print::at).orElse(null), signed,
            signed != null && !signed.equals(form.version()));
    }

    @Override
    public <T> T print(Actor actor, String orderId, String type, String subject, Function<PrintedDocument, T> rendering) {
        Filled filled = transactions.call(() -> filled(actor, orderId, type, subject));
        T rendered = rendering.apply(filled.document());
        transactions.run(() -> {
            book.keep(filled.order(), engine.newId(filled.at()), type, subject, filled.form(), filled.at(), actor.account());
            audit.record(actor, "letter.print", "order", filled.order().id(), null, Map.of("type", type, "subject", subject,
                "form", filled.need().template(), "version", filled.form().version()));
        });
        return rendered;
    }

    private record Filled(Order order, NeededMaterial need, LetterBook.Form form, Instant at, PrintedDocument document) {
    }

    private Filled filled(Actor actor, String orderId, String type, String subject) {
        Order order = engine.load(By.account(actor), orderId);
        if (!actor.seesInClear(order.account())) {
            throw new Refusal(Refusal.Kind.FORBIDDEN, "letter-not-yours",
                "Letters hold personal data in clear; who files prints them.");
        }
        Instant now = engine.now();
        NeededMaterial need = assessor.materialsOf(order, now).stream().filter(one -> one.template() != null
            && one.type().equals(type) && one.subject().equals(subject)).findFirst().orElseThrow(() -> new Refusal(
            Refusal.Kind.NOT_FOUND, "letter-not-needed",
            "The order as entered so far asks for no such letter; its letters are listed."));
        LetterBook.Form form = book.form(need.template());
        return new Filled(order, need, form, now, document(order, need, form, now));
    }

    private PrintedDocument document(Order order, NeededMaterial need, LetterBook.Form form, Instant now) {
        ProvinceProfile province = order.provinceId() == null ? null : rules.current().profile(order.provinceId()).orElse(null);
        Map<String, String> values = LetterValues.of(order, need.subject(), province);
        List<Part> parts = new ArrayList<>();
        LetterText text = form.text();
        if (text != null) {
            text.filled(values).forEach(one -> parts.add(new Text(one)));
        } else {
            parts.add(new Text(form.kind() == Letter.Kind.SHEET
                ? "本页供抄录。请下载并填写表格 " + need.template() + " 第 " + form.version() + " 版。"
                : "本页供抄录。本材料须使用主管部门的表格，备案服务方尚未提供表格 " + need.template() + "，请向其索取。"));
            parts.add(new Table(List.of("栏目", "内容"), List.of(1, 2), LetterValues.PLACES.entrySet().stream()
                .filter(place -> values.containsKey(place.getKey())).map(place -> List.of(place.getValue(), values.get(place.getKey())))
                .toList()));
        }
        if (!need.conditions().isEmpty()) {
            parts.add(new Heading("签署要求"));
            need.conditions().forEach(one -> parts.add(new Text("· " + one.zh())));
        }
        parts.add(new Text("表格 " + need.template() + " · 版本 " + form.version() + " · 订单 " + order.id() + " · 打印于 " + TIME.format(now)
            + "（北京时间）。主管部门另有表格的，以其表格为准。", true));
        return new PrintedDocument(text == null ? need.name().zh() : text.title(), "zh-CN", now, parts);
    }
}
