package org.openbeian.core.rules;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openbeian.api.model.Access;
import org.openbeian.api.model.App;
import org.openbeian.api.model.CertificateType;
import org.openbeian.api.model.LocalizedText;
import org.openbeian.api.model.Organizer;
import org.openbeian.api.model.OrganizerNature;
import org.openbeian.api.model.PreApprovalType;
import org.openbeian.api.model.Principal;
import org.openbeian.api.model.WebSite;
import org.openbeian.api.rules.Facet;
import org.openbeian.api.rules.Fact;
import org.openbeian.api.rules.Facts;

/**
 * Makes the JSON Schema of a form out of the model, the fact catalogue (labels) and the fields of nation and province, which
 * are those that the validation asks for.
 */
final class FormSchema {

    private final ProvincePlan plan;
    private final Applicant applicant;

    FormSchema(ProvincePlan plan, Applicant applicant) {
        this.plan = plan;
        this.applicant = applicant;
    }

    Map<String, Object> schema() {
        Map<String, Object> schema = object();
        Map<String, Object> all = new LinkedHashMap<>(Map.of("$schema", "https://json-schema.org/draft/2020-12/schema",
            "title", plan.profile().name().zh()));
        Map<String, Object> properties = properties(schema);
        properties.put("organizer", record(Organizer.class, Facet.ORGANIZER, "", applicant));
        List<Object> kinds = List.of(service("WEBSITE", WebSite.class), service("APP", App.class));
        properties.put("services", Map.of("type", "array", "minItems", 1, "items", Map.of("oneOf", kinds)));
        properties.put("extra", extra());
        schema.put("required", new ArrayList<>(List.of("organizer", "services")));
        all.putAll(schema);
        return all;
    }

    private static Map<String, Object> object() {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("type", "object");
        object.put("properties", new LinkedHashMap<String, Object>());
        object.put("required", new ArrayList<String>());
        object.put("additionalProperties", false);
        return object;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> properties(Map<String, Object> object) {
        return (Map<String, Object>) object.get("properties");
    }

    @SuppressWarnings("unchecked")
    private static void require(Map<String, Object> object, String property) {
        ((List<Object>) object.get("required")).add(property);
    }

    private Map<String, Object> service(String kind, Class<?> model) {
        Map<String, Object> service = record(model, Facet.SERVICE, "", applicant.knowing("service.kind", kind));
        properties(service).put("kind", Map.of("const", kind));
        require(service, "kind");
        return service;
    }

    private Map<String, Object> extra() {
        Map<String, Object> extra = object();
        for (FieldRule field : fields()) {
            if (field.isExtra()) {
                String id = field.fact().name().substring("extra.".length());
                Map<String, Object> property = new LinkedHashMap<>(Map.of("type", "string"));
                if (!field.words().isEmpty()) {
                    property.put("enum", field.words().stream().map(FieldRule.Word::id).toList());
                    property.put("x-labels", labels(field));
                }
                property.put("x-type", field.fact().type().name());
                describe(property, field.fact().fact());
                demand(extra, id, property, field, applicant);
                properties(extra).put(id, property);
            }
        }
        return extra;
    }

    private static Map<String, Object> labels(FieldRule field) {
        Map<String, Object> labels = new LinkedHashMap<>();
        field.words().forEach(word -> labels.put(word.id(), both(word.name())));
        return labels;
    }

    private Map<String, Object> record(Class<?> model, Facet facet, String base, Applicant known) {
        Map<String, Object> object = object();
        for (RecordComponent component : model.getRecordComponents()) {
            String name = component.getName();
            String pointer = base + "/" + name;
            Map<String, Object> property = property(component.getGenericType(), facet, pointer, known);
            fact(facet, pointer).ifPresent(fact -> describe(property, fact));
            for (FieldRule field : fields()) {
                String wanted = field.fact().fact().pointer();
                if (field.fact().fact().facet() == facet && wanted != null) {
                    if (wanted.equals(pointer)) {
                        demand(object, name, property, field, known);
                    } else if (wanted.startsWith(pointer + "/") && known.test(field.when()) == Truth.TRUE && field.required()) {
                        addOnce(object, name);
                    }
                }
            }
            properties(object).put(name, property);
        }
        narrow(model, object);
        return object;
    }

    /** What the page is for is no choice any more. */
    private void narrow(Class<?> model, Map<String, Object> object) {
        if (model == Organizer.class) {
            properties(object).computeIfPresent("nature", (name, old) -> with(old, "const", applicant.nature().name()));
            properties(object).computeIfPresent("provinceId", (name, old) -> with(old, "const", plan.profile().provinceId()));
            properties(object).computeIfPresent("certificateType", (name, old) -> with(old, "enum",
                List.of(CertificateType.values()).stream().filter(type -> type.natures().contains(applicant.nature()))
                    .map(Enum::name).toList()));
        }
    }

    @SuppressWarnings("unchecked")
    private static Object with(Object property, String key, Object value) {
        ((Map<String, Object>) property).put(key, value);
        return property;
    }

    private Map<String, Object> property(Type type, Facet facet, String pointer, Applicant known) {
        if (type instanceof ParameterizedType list) {
            Type item = list.getActualTypeArguments()[0];
            Map<String, Object> array = new LinkedHashMap<>(Map.of("type", "array"));
            array.put("items", item == Access.class ? record(Access.class, Facet.ACCESS, "", known)
                : property(item, facet, pointer + "/-", known));
            return array;
        }
        Class<?> model = (Class<?>) type;
        if (model == Principal.class) {
            return record(Principal.class, Facet.PRINCIPAL, "",
                known.knowing("principal.role", facet == Facet.ORGANIZER ? "ORGANIZER" : "SERVICE"));
        }
        if (model.isRecord()) {
            return record(model, facet, pointer, known);
        }
        return simple(model);
    }

    private static Map<String, Object> simple(Class<?> model) {
        Map<String, Object> property = new LinkedHashMap<>();
        property.put("type", model == Boolean.class ? "boolean" : Number.class.isAssignableFrom(model) ? "integer" : "string");
        if (model == LocalDate.class) {
            property.put("format", "date");
        }
        if (model.isEnum()) {
            Map<String, Object> labels = new LinkedHashMap<>();
            for (Object word : model.getEnumConstants()) {
                labels.put(((Enum<?>) word).name(), Map.of("zh", chinese(word), "en", ((Enum<?>) word).name()));
            }
            property.put("enum", List.copyOf(labels.keySet()));
            property.put("x-labels", labels);
        }
        return property;
    }

    private static String chinese(Object word) {
        return word instanceof OrganizerNature nature ? nature.chinese()
            : word instanceof CertificateType type ? type.chinese()
            : word instanceof PreApprovalType approval ? approval.chinese() : ((Enum<?>) word).name();
    }

    /** The fact that is the field itself, not one drawn from it. */
    private static Optional<Fact> fact(Facet facet, String pointer) {
        String name = "." + pointer.substring(pointer.lastIndexOf('/') + 1).replaceAll("Id$", "");
        List<Fact> facts = Facts.ALL.stream().filter(f -> f.facet() == facet && pointer.equals(f.pointer())).toList();
        return facts.stream().filter(f -> f.name().endsWith(name)).findFirst().or(() -> facts.stream().findFirst());
    }

    private static void describe(Map<String, Object> property, Fact fact) {
        property.put("title", fact.label().zh());
        property.put("x-label", both(fact.label()));
        if (fact.personal()) {
            property.put("x-personal", true);
        }
    }

    private static void demand(Map<String, Object> owner, String name, Map<String, Object> property, FieldRule field,
            Applicant known) {
        Truth asked = known.test(field.when());
        if (asked == Truth.FALSE) {
            return;
        }
        if (field.hint() != null) {
            property.put("x-hint", both(field.hint()));
        }
        if (field.maxSize() != null) {
            property.put("maxLength", field.maxSize());
        }
        if (!field.isExtra() && !field.words().isEmpty()) {
            with(property.get("items"), "x-labels", labels(field));
        }
        if (field.required() && asked == Truth.TRUE) {
            addOnce(owner, name);
        } else if (field.required()) {
            property.put("x-required-when", both(new ConditionWords(known).open(field.when())));
        }
        property.put("x-source", field.source().document());
    }

    private static void addOnce(Map<String, Object> owner, String name) {
        if (!((List<?>) owner.get("required")).contains(name)) {
            require(owner, name);
        }
    }

    private List<FieldRule> fields() {
        return plan.files().stream().flatMap(file -> file.fields().stream())
            .filter(field -> applicant.concerns(field.validity())).toList();
    }

    private static Map<String, Object> both(LocalizedText text) {
        return Map.of("zh", text.zh(), "en", text.en());
    }
}
