package org.openbeian.store.jdbc;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.openbeian.api.effect.Effect;
import org.openbeian.api.key.WrappedKey;
import org.openbeian.api.key.BlindIndex;
import org.openbeian.api.model.Access;
import org.openbeian.api.model.Application;
import org.openbeian.api.model.CertificateType;
import org.openbeian.api.model.FilingType;
import org.openbeian.api.model.LegalRepresentative;
import org.openbeian.api.model.LocalizedText;
import org.openbeian.api.model.Organizer;
import org.openbeian.api.model.OrganizerNature;
import org.openbeian.api.model.Principal;
import org.openbeian.api.model.WebSite;
import org.openbeian.api.order.Handover;
import org.openbeian.api.order.HistoryEntry;
import org.openbeian.api.order.Order;
import org.openbeian.api.order.OrderEvent;
import org.openbeian.api.order.OrderState;
import org.openbeian.api.order.Progress;
import org.openbeian.api.order.Review;
import org.openbeian.api.rules.RuleOutcome;
import org.openbeian.api.rules.RuleSource;
import org.openbeian.api.rules.Verdict;
import org.openbeian.api.security.DataErased;
import org.openbeian.api.security.PersonalData;
import org.openbeian.api.store.DataKeyStore;

/** Invented data. */
final class Samples {

    static final Instant NOW = Instant.parse("2026-11-21T02:03:04.123456789Z");

    private Samples() {
    }

    /** A port that makes the bytes unreadable and knows its scope. */
    /** Marks that people can read. */
    static final BlindIndex INDEX = (kind, value) -> kind + ":" + value.strip();

    static final class FakePersonalData implements PersonalData {

        @Override
        public byte[] protect(String scope, byte[] clear) {
            byte[] stored = new byte[clear.length + 1];
            stored[0] = (byte) scope.hashCode();
            for (int i = 0; i < clear.length; i++) {
                stored[i + 1] = (byte) (clear[i] ^ 0x5a);
            }
            return stored;
        }

        @Override
        public byte[] reveal(String scope, byte[] stored) {
            if (stored[0] != (byte) scope.hashCode()) {
                throw new IllegalStateException("another scope");
            }
            byte[] clear = new byte[stored.length - 1];
            for (int i = 0; i < clear.length; i++) {
                clear[i] = (byte) (stored[i + 1] ^ 0x5a);
            }
            return clear;
        }
    }

    static Order draft(String id) {
        return new Order(id, 1, "alice", FilingType.FIRST, new Progress(OrderState.DRAFT, null, 0, NOW, null),
            application(OrganizerNature.ENTERPRISE, "深圳市示例科技有限公司", "示例.example"), List.of(), List.of(), Review.NONE,
            Handover.NONE, null, NOW, NOW);
    }

    static Application application(OrganizerNature nature, String name, String... domains) {
        Principal principal = new Principal("张小明", CertificateType.values()[0], "440301199001011234",
            LocalDate.of(2020, 1, 1), LocalDate.of(2040, 1, 1), false, "深圳市南山区科技园路一号", "13800000000", "13900000000",
            "zhang@example.com", null);
        Organizer organizer = new Organizer(nature, "440000", "440300", "440305", CertificateType.values()[0],
            "91440300MA5XXXXXXX", name, "深圳市南山区科技园路一号", "深圳市南山区科技园路一号三楼",
            new LegalRepresentative("张小明", CertificateType.values()[0], "440301199001011234"), null, principal, null);
        WebSite site = new WebSite("示例网站", List.of(domains), "https://www.example.example", List.of(1, 2), List.of(1),
            List.of(), false, principal, List.of(new Access("cvm", "ins-1", List.of("203.0.113.7"))), "备注");
        return new Application(organizer, List.of(site), Map.of("extra", "value"));
    }

    static Order in(Order order, OrderState state) {
        Progress old = order.progress();
        return order.with(new Progress(state, old.waiting(), old.round(), NOW, old.due()));
    }

    static HistoryEntry entry(Order order, int no, OrderEvent event) {
        return new HistoryEntry(order.id(), no, NOW.plusNanos(no), "alice", event, no == 1 ? null : OrderState.DRAFT,
            order.state(), "because", Map.of("b", "2", "a", "1"), hash(no - 1), hash(no));
    }

    private static String hash(int no) {
        return no == 0 ? "0".repeat(64) : String.format("%064x", no);
    }

    static Effect effect(String lane, String key) {
        return new Effect(0, lane, "message", "order-1", key, Map.of("n", key), 0, NOW, NOW);
    }

    static Verdict verdict(int outcomes) {
        List<RuleOutcome> list = java.util.stream.IntStream.range(0, outcomes).mapToObj(i -> new RuleOutcome(
            "national-rule-" + i, "/services/0/principal/certificateNumber", true,
            "principal.idCard.province equals 620000 number " + i,
            Map.of("principal.idCard.province", "440000", "organizer.nature", "ENTERPRISE", "service.name", "示例网站" + i),
            new RuleSource("非经营性互联网信息服务备案管理办法", "2005-03-20", "第十二条 " + i), "org.openbeian.province.national",
            "1.0.0")).toList();
        return new Verdict(NOW, "national 1.0.0, guangdong 1.0.0", List.of(), list);
    }

    static LocalizedText text(String text) {
        return new LocalizedText(text, text);
    }

    /** Makes a key per scope and leaves the data as it is. */
    record KeyedPersonalData(DataKeyStore keys) implements PersonalData {

        @Override
        public byte[] protect(String scope, byte[] clear) {
            keys.find(scope).orElseGet(() -> keys.add(new DataKeyStore.DataKey(String.format("%016x", scope.hashCode()), scope,
                new WrappedKey("m", new byte[] {1}))));
            return clear;
        }

        @Override
        public byte[] reveal(String scope, byte[] stored) {
            return keys.find(scope).map(key -> stored).orElseThrow(() -> new DataErased(scope));
        }
    }
}
