package org.openbeian.core.identifier;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The code table of provinces (GB/T 2260), read from {@code areas.csv}. */
public final class Areas {

    private static final List<Area> ALL = read();
    private static final Map<String, Area> BY_HEAD = ALL.stream().collect(
        Collectors.toUnmodifiableMap(area -> area.code().substring(0, 2), area -> area));
    private static final Set<String> MUNICIPALITIES = Set.of("11", "12", "31", "50");
    private static final Pattern CITY = Pattern.compile("^(?:省|(?:壮族|回族|维吾尔)?自治区)?(\\p{IsHan}{2,12}?)(?:市|自治州|地区|盟)");

    private Areas() {
    }

    /**
     * A province or special region.
     *
     * @param code six-digit code
     * @param name short name as it begins an address, such as 内蒙古
     * @param filing character in ICP numbers, empty when it files none
     * @param police character in public-security numbers, empty when it files none
     */
    public record Area(String code, String name, String filing, String police) {
    }

    /** Whether a resident ID may begin with these two digits. */
    static boolean isResidentHead(String number) {
        return BY_HEAD.containsKey(number.substring(0, 2));
    }

    /** The province that a six-digit code or a longer number begins with. */
    public static Optional<Area> ofCode(String number) {
        return number.length() < 2 ? Optional.empty() : Optional.ofNullable(BY_HEAD.get(number.substring(0, 2)));
    }

    /** The province that an address begins with. */
    public static Optional<Area> ofAddress(String address) {
        String text = Forms.canonical(address);
        String place = text.startsWith("中国") ? text.substring(2) : text;
        for (Area area : ALL) {
            if (place.startsWith(area.name())) {
                return Optional.of(area);
            }
        }
        return Optional.empty();
    }

    /**
     * The city or prefecture that an address names: what follows the province up to 市, 自治州, 地区 or 盟; for a
     * municipality its own name.
     */
    public static Optional<String> cityOf(String address) {
        String text = Forms.canonical(address);
        String place = text.startsWith("中国") ? text.substring(2) : text;
        Optional<Area> province = ofAddress(place);
        String rest = province.map(a -> place.substring(a.name().length())).orElse(place);
        if (province.filter(a -> MUNICIPALITIES.contains(a.code().substring(0, 2))).isPresent()) {
            return province.map(Area::name);
        }
        Matcher city = CITY.matcher(rest);
        return city.find() ? Optional.of(city.group(1)) : Optional.empty();
    }

    /** The province whose public-security numbers begin with that character. */
    static Optional<Area> byPoliceCharacter(String character) {
        return ALL.stream().filter(a -> a.police().equals(character)).findFirst();
    }

    static String filingPrefixes() {
        return ALL.stream().map(Area::filing).collect(Collectors.joining());
    }

    private static List<Area> read() {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Areas.class.getResourceAsStream("areas.csv"), StandardCharsets.UTF_8))) {
            return lines.lines().filter(line -> !line.startsWith("#")).map(line -> line.split(",", -1))
                .map(c -> new Area(c[0], c[1], c[2], c[3])).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
