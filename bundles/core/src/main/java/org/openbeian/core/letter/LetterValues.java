package org.openbeian.core.letter;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.openbeian.api.model.CertificateType;
import org.openbeian.api.model.InternetService;
import org.openbeian.api.model.LegalRepresentative;
import org.openbeian.api.model.Organizer;
import org.openbeian.api.model.Principal;
import org.openbeian.api.order.Order;
import org.openbeian.api.rules.ProvinceProfile;

/** What an order knows to fill a letter with. */
public final class LetterValues {

    /** The places of letters with what they are called, in the order of a sheet. */
    public static final Map<String, String> PLACES = Collections.unmodifiableMap(places());
    private static final String SERVICES = "/services/";

    private LetterValues() {
    }

    private static Map<String, String> places() {
        Map<String, String> places = new LinkedHashMap<>();
        places.put("authority", "通信管理局");
        places.put("province", "省（自治区、直辖市）");
        places.put("organizer.name", "主办单位名称");
        places.put("organizer.nature", "主办单位性质");
        places.put("organizer.certificateType", "主办单位证件类型");
        places.put("organizer.certificateNumber", "主办单位证件号码");
        places.put("organizer.certificateAddress", "主办单位证件住所");
        places.put("organizer.postalAddress", "主办单位通信地址");
        places.put("representative.name", "法定代表人姓名");
        places.put("representative.certificateType", "法定代表人证件类型");
        places.put("representative.certificateNumber", "法定代表人证件号码");
        places.put("principal.name", "负责人姓名");
        places.put("principal.certificateType", "负责人证件类型");
        places.put("principal.certificateNumber", "负责人证件号码");
        places.put("principal.mobile", "负责人手机号码");
        places.put("principal.email", "负责人电子邮箱");
        places.put("service.name", "互联网信息服务名称");
        places.put("service.domains", "域名");
        return places;
    }

    /**
     * What is known, by place.
     *
     * @param subject JSON pointer to what the letter is about
     * @param province the province's own names, or null
     */
    public static Map<String, String> of(Order order, String subject, ProvinceProfile province) {
        Map<String, String> values = new LinkedHashMap<>();
        if (province != null) {
            put(values, "authority", province.authority().zh());
            put(values, "province", province.name().zh());
        }
        Organizer organizer = order.application().organizer();
        List<InternetService> about = about(order.application().services(), subject);
        if (organizer != null) {
            organizer(values, organizer);
        }
        person(values, subject.startsWith(SERVICES) ? about.isEmpty() ? null : about.get(0).principal()
            : organizer == null ? null : organizer.principal());
        put(values, "service.name", joined(about, service -> service.name() == null ? List.of() : List.of(service.name())));
        put(values, "service.domains", joined(about, InternetService::domains));
        return values;
    }

    /** The service that a letter is about, or all. */
    private static List<InternetService> about(List<InternetService> services, String subject) {
        if (!subject.startsWith(SERVICES)) {
            return services;
        }
        int index = Integer.parseInt(subject.substring(SERVICES.length()).split("/")[0]);
        return index < services.size() ? List.of(services.get(index)) : List.of();
    }

    private static void organizer(Map<String, String> values, Organizer organizer) {
        put(values, "organizer.name", organizer.name());
        put(values, "organizer.nature", organizer.nature() == null ? null : organizer.nature().chinese());
        put(values, "organizer.certificateType", name(organizer.certificateType()));
        put(values, "organizer.certificateNumber", organizer.certificateNumber());
        put(values, "organizer.certificateAddress", organizer.certificateAddress());
        put(values, "organizer.postalAddress", organizer.postalAddress());
        LegalRepresentative representative = organizer.legalRepresentative();
        if (representative != null) {
            put(values, "representative.name", representative.name());
            put(values, "representative.certificateType", name(representative.certificateType()));
            put(values, "representative.certificateNumber", representative.certificateNumber());
        }
    }

    private static void person(Map<String, String> values, Principal person) {
        if (person != null) {
            put(values, "principal.name", person.name());
            put(values, "principal.certificateType", name(person.certificateType()));
            put(values, "principal.certificateNumber", person.certificateNumber());
            put(values, "principal.mobile", person.mobile());
            put(values, "principal.email", person.email());
        }
    }

    private static String name(CertificateType type) {
        return type == null ? null : type.chinese();
    }

    private static String joined(List<InternetService> services, Function<InternetService, List<String>> texts) {
        return services.stream().flatMap(service -> texts.apply(service).stream()).collect(Collectors.joining("、"));
    }

    private static void put(Map<String, String> values, String place, String value) {
        if (value != null && !value.isBlank()) {
            values.put(place, value);
        }
    }
}
