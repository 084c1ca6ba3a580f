package org.openbeian.provider;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.openbeian.api.model.LocalizedText;
import org.openbeian.api.order.ConsentText;
import org.openbeian.api.order.StageText;
import org.openbeian.api.provider.ProviderProfile;
import org.openbeian.api.provider.ProviderProfile.Contact;
import org.openbeian.api.provider.ProviderProfile.Setting;

/**
 * The file of a profile, YAML whose keys are the components of {@link ProviderProfile}, and what is wrong with it.
 *
 * @param profile what was read, or null
 * @param problems everything that is wrong; empty when the profile can be taken
 */
record ProfileFile(ProviderProfile profile, List<String> problems) {

    /** Folder in a bundle. */
    static final String FOLDER = "OB-INF/provider";
    /** How the file's name ends. */
    static final String SUFFIX = ".provider.yaml";
    /** Most bytes of a file. */
    static final int LARGEST = 500_000;
    /** Legal texts that the server asks consent to. */
    static final Set<String> TEXTS = Set.of("privacy", "terms", "commitment", "security-plan", "data-code");

    private static final int LONGEST_BODY = 20_000;
    private static final ObjectMapper YAML = YAMLMapper.builder().enable(DeserializationFeature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
        .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES).build();
    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");
    private static final Pattern VERSION = Pattern.compile("[0-9]{1,6}(\\.[0-9]{1,6}){0,2}");
    private static final Pattern TEXT_VERSION = Pattern.compile("[A-Za-z0-9][A-Za-z0-9.-]{0,29}");
    private static final Pattern PID = Pattern.compile("org\\.openbeian\\.[A-Za-z0-9.]{1,80}");
    private static final Pattern KEY = Pattern.compile("[A-Za-z][A-Za-z0-9.]{0,60}");
    private static final Pattern SECRET = Pattern.compile("(?i).*(password|secret|token|keystore|truststore|encryption).*");
    private static final Pattern VALUE = Pattern.compile("[^|\\p{Cntrl}]{0,500}");

    /** Reads a file. */
    static ProfileFile read(byte[] bytes) {
        if (bytes.length > LARGEST) {
            return new ProfileFile(null, List.of("the file has more than " + LARGEST + " bytes"));
        }
        try {
            ProviderProfile profile = YAML.readValue(new String(bytes, StandardCharsets.UTF_8), ProviderProfile.class);
            return profile == null ? new ProfileFile(null, List.of("the file is empty")) : new ProfileFile(profile, problems(profile));
        } catch (JsonProcessingException e) {
            return new ProfileFile(null, List.of(words(e)));
        }
    }

    private static String words(JsonProcessingException e) {
        if (e instanceof UnrecognizedPropertyException unknown) {
            return place(unknown) + ": unknown key, expected one of " + unknown.getKnownPropertyIds().stream().map(Object::toString)
                .sorted().toList();
        }
        String where = e instanceof JsonMappingException mapping && !mapping.getPath().isEmpty() ? place(mapping) + ": "
            : e.getLocation() == null ? "" : "line " + e.getLocation().getLineNr() + ", column " + e.getLocation().getColumnNr() + ": ";
        return where + e.getOriginalMessage().replaceAll("\\s+", " ");
    }

    /** Such as {@code contacts[0].kind}. */
    private static String place(JsonMappingException e) {
        return e.getPath().stream().map(one -> one.getFieldName() == null ? "[" + one.getIndex() + "]" : "." + one.getFieldName())
            .collect(Collectors.joining()).replaceFirst("^\\.", "");
    }

    private static List<String> problems(ProviderProfile profile) {
        List<String> problems = new ArrayList<>();
        want(problems, matches(ID, profile.id()), "id: expected lower-case letters, digits and hyphens");
        want(problems, matches(VERSION, profile.version()), "version: expected up to three numbers such as 1.2.0, as text");
        want(problems, isWhole(profile.name()), "name: expected zh and en");
        for (int i = 0; i < profile.contacts().size(); i++) {
            contact(problems, "contacts[" + i + "]", profile.contacts().get(i));
        }
        Set<String> seen = new HashSet<>();
        for (ConsentText text : profile.texts()) {
            text(problems, "text " + text.id(), text);
            want(problems, seen.add("text " + text.id()), "text " + text.id() + ": given twice");
        }
        for (StageText stage : profile.stages()) {
            want(problems, matches(ID, stage.stage()) && isWhole(stage.purpose()) && isWhole(stage.consequence()), "stage " + stage.stage()
                + ": expected an id, purpose and consequence, each with zh and en");
            want(problems, seen.add("stage " + stage.stage()), "stage " + stage.stage() + ": given twice");
        }
        for (Setting setting : profile.settings()) {
            String name = setting.pid() + " " + setting.key();
            setting(problems, name, setting);
            want(problems, seen.add("setting " + name), name + ": given twice");
        }
        return List.copyOf(problems);
    }

    private static void contact(List<String> problems, String name, Contact contact) {
        want(problems, contact.kind() != null && isWhole(contact.purpose()), name + ": expected kind and purpose, with zh and en");
        String value = contact.value() == null ? "" : contact.value();
        want(problems, contact.kind() == null || switch (contact.kind()) {
            case PHONE -> value.matches("[0-9+][0-9 ()-]{2,29}");
            case MAIL -> value.matches("[^\\s@<>\"]{1,64}@[^\\s@<>\"]{1,190}");
            case PAGE -> value.matches("https?://[^\\s<>\"]{1,300}");
        }, name + ": the value is no " + contact.kind());
    }

    private static void text(List<String> problems, String name, ConsentText text) {
        want(problems, text.id() != null && TEXTS.contains(text.id()), name + ": expected one of " + TEXTS.stream().sorted().toList());
        want(problems, matches(TEXT_VERSION, text.version()), name + ": expected a version, as text");
        want(problems, isWhole(text.title()) && isWhole(text.body()), name + ": expected title and body, each with zh and en");
        want(problems, !isWhole(text.body()) || text.body().zh().length() + text.body().en().length() <= LONGEST_BODY,
            name + ": both bodies together are longer than " + LONGEST_BODY + " characters");
    }

    private static void setting(List<String> problems, String name, Setting setting) {
        want(problems, matches(PID, setting.pid()) && !setting.pid().equals(ProviderBook.PID), name + ": no configuration of a profile");
        want(problems, matches(KEY, setting.key()) && !matches(SECRET, setting.key()), name
            + ": no key of a profile; secrets stay in the configuration");
        want(problems, !setting.value().isEmpty() && setting.value().stream().allMatch(value -> matches(VALUE, value)), name
            + ": expected a value of one line without |, or several");
    }

    private static boolean matches(Pattern pattern, String value) {
        return value != null && pattern.matcher(value).matches();
    }

    private static boolean isWhole(LocalizedText text) {
        return text != null && text.zh() != null && !text.zh().isBlank() && text.en() != null && !text.en().isBlank();
    }

    private static void want(List<String> problems, boolean holds, String problem) {
        if (!holds) {
            problems.add(problem);
        }
    }
}
