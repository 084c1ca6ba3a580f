package org.openbeian.core.fact;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.openbeian.api.model.Organizer;
import org.openbeian.api.model.Principal;
import org.openbeian.api.rules.Circumstances.AccountState;
import org.openbeian.api.rules.Circumstances.FiledOrganizer;

/** Ways to what is on record of the organizer and of the account. */
final class FiledExtractors {

    private static final Map<String, Function<Organizer, Object>> COMPARED = compared();

    private FiledExtractors() {
    }

    static void addTo(Map<String, FactKey.Extractor> to) {
        account(to, "realName", AccountState::realName);
        account(to, "certificateNumber", AccountState::certificateNumber);
        account(to, "organizers", a -> a.organizers() == null ? null : Long.valueOf(a.organizers()));
        account(to, "organizersOver", a -> a.organizersOver() == null ? null : Long.valueOf(a.organizersOver()));
        to.put("organizer.filed.number", part -> Take.from(filed(part), FiledOrganizer::number));
        for (String field : List.of("nature", "name", "certificateType", "certificateNumber")) {
            organizer(to, field, COMPARED.get(field));
        }
        organizer(to, "principal.certificateNumber", COMPARED.get("principal"));
        to.put("filing.endsLastAccess", part -> Take.from(filed(part), FiledOrganizer::endsLastAccess));
        to.put("organizer.changed", part -> Take.value(changed(onRecord(part), part.filing().application().organizer())));
        to.put("organizer.filedServices", part -> filed(part) == null ? null
            : Long.valueOf(filed(part).services().size() + part.filing().application().services().size()));
    }

    private static Map<String, Function<Organizer, Object>> compared() {
        Map<String, Function<Organizer, Object>> fields = new LinkedHashMap<>();
        fields.put("nature", Organizer::nature);
        fields.put("provinceId", Organizer::provinceId);
        fields.put("certificateType", Organizer::certificateType);
        fields.put("certificateNumber", Organizer::certificateNumber);
        fields.put("name", Organizer::name);
        fields.put("certificateAddress", Organizer::certificateAddress);
        fields.put("postalAddress", Organizer::postalAddress);
        fields.put("superiorUnit", Organizer::superiorUnit);
        fields.put("principal", o -> Take.from(o.principal(), Principal::certificateNumber));
        return fields;
    }

    private static FiledOrganizer filed(Part part) {
        return part.filing().circumstances().filed();
    }

    private static Organizer onRecord(Part part) {
        FiledOrganizer filed = filed(part);
        return filed == null ? null : filed.organizer();
    }

    private static void account(Map<String, FactKey.Extractor> to, String name, Function<AccountState, ?> property) {
        to.put("account." + name, part -> Take.from(part.filing().circumstances().account(), property));
    }

    private static void organizer(Map<String, FactKey.Extractor> to, String name, Function<Organizer, ?> property) {
        to.put("organizer.filed." + name, part -> Take.from(onRecord(part), property));
    }

    private static List<String> changed(Organizer before, Organizer now) {
        List<String> names = new ArrayList<>();
        if (before != null && now != null) {
            COMPARED.forEach((name, property) -> {
                if (DomainExtractors.differ(property.apply(before), property.apply(now))) {
                    names.add(name);
                }
            });
        }
        return names;
    }
}
