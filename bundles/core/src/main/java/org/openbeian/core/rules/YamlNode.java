package org.openbeian.core.rules;

import java.util.List;
import java.util.Map;

/** A piece of YAML with its place in the file; lines and columns count from 1. */
public sealed interface YamlNode {

    int line();

    int column();

    /** What it is, for messages. */
    String kind();

    /** A single value; all are read as text. */
    record Scalar(String text, int line, int column) implements YamlNode {
        @Override
        public String kind() {
            return text.isBlank() ? "nothing" : "a value";
        }
    }

    /** A list. */
    record Items(List<YamlNode> items, int line, int column) implements YamlNode {
        @Override
        public String kind() {
            return "a list";
        }
    }

    /** Keys with values, in the order of the file. */
    record Keys(Map<String, YamlNode> values, Map<String, Scalar> keys, int line, int column) implements YamlNode {
        @Override
        public String kind() {
            return "a set of keys";
        }
    }
}
