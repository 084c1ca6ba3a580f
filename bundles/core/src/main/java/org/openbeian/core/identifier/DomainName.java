package org.openbeian.core.identifier;

import com.google.common.net.InternetDomainName;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A well-formed domain name. Accepted are letters, digits, hyphens and Chinese characters; both forms are kept.
 *
 * @param ascii lower-case A-form, in which names are compared
 * @param unicode the form people read
 * @param suffix public suffix in the form people read, without a dot in front
 */
public record DomainName(String ascii, String unicode, String suffix) {

    private static final Set<String> LONG_SUFFIXES = read();
    private static final Set<String> FLAT = Set.of("com", "net", "org", "top", "xyz", "vip", "wang", "shop", "club", "site", "online",
        "store", "tech", "ltd", "icu", "link", "info", "cc");

    /** Reads a name; empty when it is not well formed or is nothing but a suffix. */
    public static Optional<DomainName> parse(String text) {
        String given = text.strip().toLowerCase(Locale.ROOT);
        if (given.isEmpty() || given.length() > 253) {
            return Optional.empty();
        }
        String readable = readable(given);
        String ascii = readable == null ? null : ascii(readable);
        if (ascii == null || ascii.length() > 253 || ascii.indexOf('.') < 0) {
            return Optional.empty();
        }
        String suffix = suffixOf(readable);
        return readable.equals(suffix) ? Optional.empty() : Optional.of(new DomainName(ascii, readable, suffix));
    }

    /** Checks a name. */
    public static Optional<Fault> check(String text) {
        if (parse(text).isPresent()) {
            return Optional.empty();
        }
        String given = text.strip().toLowerCase(Locale.ROOT);
        return Optional.of(isSuffix(given) ? Fault.SUFFIX : Fault.FORM);
    }

    private static boolean isSuffix(String given) {
        String shown = readable(given);
        return shown != null && ascii(shown) != null && (shown.indexOf('.') < 0 || shown.equals(suffixOf(shown)));
    }

    /**
     * Whether a name in lower-case A-form is a public suffix and nothing else. Quick for the usual top levels: of them it is known
     * that no registry has suffixes of two labels, and those of .cn are in our list.
     */
    public static boolean isPublicSuffix(String ascii) {
        int last = ascii.lastIndexOf('.');
        String top = ascii.substring(last + 1);
        if (last > 0 && (FLAT.contains(top) || top.equals("cn") && !ascii.startsWith("xn--"))) {
            return LONG_SUFFIXES.contains(ascii);
        }
        return last <= 0 || parse(ascii).isEmpty();
    }

    /** The suffix and one label: what is registered and filed. */
    public DomainName registrable() {
        String head = unicode.substring(0, unicode.length() - suffix.length() - 1);
        String name = head.substring(head.lastIndexOf('.') + 1) + "." + suffix;
        return new DomainName(ascii(name), name, suffix);
    }

    /** The last label in the form people read. */
    public String topLevel() {
        return unicode.substring(unicode.lastIndexOf('.') + 1);
    }

    private static String readable(String name) {
        StringBuilder result = new StringBuilder();
        for (String label : name.split("\\.", -1)) {
            String shown = label.startsWith("xn--") ? IDN.toUnicode(label) : label;
            if (!isReadable(shown)) {
                return null;
            }
            result.append(result.isEmpty() ? "" : ".").append(shown);
        }
        return result.toString();
    }

    private static String ascii(String name) {
        StringBuilder result = new StringBuilder();
        for (String label : name.split("\\.", -1)) {
            String plain = label;
            if (label.chars().anyMatch(c -> c > 127)) {
                try {
                    plain = IDN.toASCII(label, IDN.USE_STD3_ASCII_RULES);
                } catch (IllegalArgumentException e) {
                    return null;
                }
            } else if (label.startsWith("--", 2)) {
                return null;
            }
            if (!isLabel(plain)) {
                return null;
            }
            result.append(result.isEmpty() ? "" : ".").append(plain);
        }
        char last = result.charAt(result.length() - 1);
        return Character.isDigit(last) && Forms.isDigits(name.substring(name.lastIndexOf('.') + 1)) ? null
            : result.toString();
    }

    private static boolean isLabel(String text) {
        int length = text.length();
        if (length == 0 || length > 63 || text.charAt(0) == '-' || text.charAt(length - 1) == '-') {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (!isPlain(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isReadable(String text) {
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            int c = text.codePointAt(i);
            if (!isPlain(c) && Character.UnicodeScript.of(c) != Character.UnicodeScript.HAN) {
                return false;
            }
        }
        return !text.isEmpty();
    }

    private static boolean isPlain(int c) {
        return c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '-';
    }

    private static String suffixOf(String name) {
        int last = name.lastIndexOf('.');
        String two = name.substring(name.lastIndexOf('.', last - 1) + 1);
        if (LONG_SUFFIXES.contains(two)) {
            return two;
        }
        if (FLAT.contains(name.substring(last + 1))) {
            return name.substring(last + 1);
        }
        String listed = listed(name);
        return listed == null ? name.substring(last + 1) : listed;
    }

    /** The suffix of a registry by the public suffix list, in the form people read; null for a top level that it does not know. */
    private static String listed(String name) {
        InternetDomainName registry = InternetDomainName.isValid(name) ? InternetDomainName.from(name).registrySuffix() : null;
        return registry == null ? null : registry.toString();
    }

    private static Set<String> read() {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                DomainName.class.getResourceAsStream("suffixes.txt"), StandardCharsets.UTF_8))) {
            return lines.lines().filter(line -> !line.startsWith("#")).collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
