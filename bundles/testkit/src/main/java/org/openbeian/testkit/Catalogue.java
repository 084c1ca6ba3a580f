package org.openbeian.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.Map;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;

/** The rows of the requirement catalogue: ids and short titles. */
public final class Catalogue {

    private static final Comparator<String> BY_SOURCE_AND_NUMBER = Comparator
        .comparing((String id) -> id.substring(0, id.indexOf('-')))
        .thenComparing(id -> Integer.valueOf(id.substring(id.indexOf('-') + 1)));

    private Catalogue() {
    }

    /** Titles by id, sorted by source and number. */
    public static SortedMap<String, String> titles() {
        Properties rows = new Properties();
        try (InputStream in = Catalogue.class.getResourceAsStream("requirements.properties")) {
            rows.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        SortedMap<String, String> titles = new TreeMap<>(BY_SOURCE_AND_NUMBER);
        for (Map.Entry<Object, Object> row : rows.entrySet()) {
            titles.put((String) row.getKey(), (String) row.getValue());
        }
        return titles;
    }
}
