package org.openbeian.core.rules;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.MappingEndEvent;
import org.yaml.snakeyaml.events.MappingStartEvent;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.events.SequenceEndEvent;
import org.yaml.snakeyaml.events.SequenceStartEvent;

/** Reads the YAML of a rule file: plain keys, lists and values; no tags, anchors or aliases, nothing is executed. */
public final class YamlText {

    /** Longest rule file, in characters. */
    public static final int MAX_CHARACTERS = 1_000_000;
    private static final int MAX_DEPTH = 40;

    private final Iterator<Event> events;

    private YamlText(Iterator<Event> events) {
        this.events = events;
    }

    /** Reads one document whose top is a set of keys. */
    public static YamlNode.Keys read(String text) {
        YamlNode start = new YamlNode.Scalar("", 1, 1);
        if (text.length() > MAX_CHARACTERS) {
            throw new Mistake(start, "longer than " + MAX_CHARACTERS + " characters");
        }
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(MAX_CHARACTERS);
        options.setNestingDepthLimit(MAX_DEPTH);
        try {
            YamlNode top = new YamlText(new Yaml(options).parse(new StringReader(text)).iterator()).document(start);
            if (top instanceof YamlNode.Keys keys) {
                return keys;
            }
            throw new Mistake(top, "expected a set of keys, found " + top.kind());
        } catch (MarkedYAMLException e) {
            Mark mark = e.getProblemMark() == null ? e.getContextMark() : e.getProblemMark();
            throw new Mistake(mark == null ? start : at(mark), "not YAML: " + e.getProblem());
        } catch (YAMLException e) {
            throw new Mistake(start, "not YAML: " + e.getMessage().lines().findFirst().orElse(""));
        }
    }

    private YamlNode document(YamlNode start) {
        YamlNode top = null;
        while (events.hasNext()) {
            Event event = events.next();
            if (event instanceof NodeEvent) {
                if (top != null) {
                    throw new Mistake(at(event.getStartMark()), "a second document; expected the end of the file");
                }
                top = node(event, 0);
            }
        }
        if (top == null) {
            throw new Mistake(start, "empty; expected a set of keys");
        }
        return top;
    }

    private YamlNode node(Event event, int depth) {
        YamlNode.Scalar place = at(event.getStartMark());
        if (depth > MAX_DEPTH) {
            throw new Mistake(place, "nested more than " + MAX_DEPTH + " deep");
        }
        if (event instanceof AliasEvent || ((NodeEvent) event).getAnchor() != null) {
            throw new Mistake(place, "anchors and aliases are not accepted");
        }
        if (event instanceof ScalarEvent scalar) {
            refuseTag(scalar.getTag(), place);
            return new YamlNode.Scalar(scalar.getValue(), place.line(), place.column());
        }
        if (event instanceof SequenceStartEvent sequence) {
            refuseTag(sequence.getTag(), place);
            return new YamlNode.Items(items(depth), place.line(), place.column());
        }
        MappingStartEvent mapping = (MappingStartEvent) event;
        refuseTag(mapping.getTag(), place);
        return keys(place, depth);
    }

    private List<YamlNode> items(int depth) {
        List<YamlNode> items = new ArrayList<>();
        for (Event next = events.next(); !(next instanceof SequenceEndEvent); next = events.next()) {
            items.add(node(next, depth + 1));
        }
        return items;
    }

    private YamlNode keys(YamlNode.Scalar place, int depth) {
        Map<String, YamlNode> values = new LinkedHashMap<>();
        Map<String, YamlNode.Scalar> keys = new LinkedHashMap<>();
        for (Event next = events.next(); !(next instanceof MappingEndEvent); next = events.next()) {
            YamlNode key = node(next, depth + 1);
            if (!(key instanceof YamlNode.Scalar name)) {
                throw new Mistake(key, "expected a name as key, found " + key.kind());
            }
            YamlNode value = node(events.next(), depth + 1);
            if (values.put(name.text(), value) != null) {
                throw new Mistake(key, "key \"" + name.text() + "\" is there twice");
            }
            keys.put(name.text(), name);
        }
        return new YamlNode.Keys(values, keys, place.line(), place.column());
    }

    private static void refuseTag(String tag, YamlNode place) {
        if (tag != null && !tag.equals("!")) {
            throw new Mistake(place, "tag " + tag + " is not accepted");
        }
    }

    private static YamlNode.Scalar at(Mark mark) {
        return new YamlNode.Scalar("", mark.getLine() + 1, mark.getColumn() + 1);
    }
}
