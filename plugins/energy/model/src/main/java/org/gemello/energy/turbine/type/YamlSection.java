package org.gemello.energy.turbine.type;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** A mapping in a YAML file whose keys are taken one by one; what is wrong is named with file, line and key. */
final class YamlSection {
    private static final int MOST_CHARACTERS = 64 * 1024;
    private final String file;
    private final String path;
    private final int line;
    private final Map<String, Node> left = new LinkedHashMap<>();
    private final TreeSet<String> known = new TreeSet<>();

    private YamlSection(String file, String path, Node node) throws IOException {
        this.file = file;
        this.path = path;
        this.line = line(node);
        if (!(node instanceof MappingNode mapping)) {
            throw wrong(line, path + " must be a mapping of keys and values");
        }
        for (NodeTuple tuple : mapping.getValue()) {
            if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
                throw wrong(line(tuple.getKeyNode()), "a key must be a word");
            }
            if (left.put(key.getValue(), tuple.getValueNode()) != null) {
                throw wrong(line(key), "'" + key.getValue() + "' is there twice; remove one");
            }
        }
    }

    static YamlSection read(String text, String file) throws IOException {
        if (text.length() > MOST_CHARACTERS) {
            throw new IOException(file + ": longer than " + MOST_CHARACTERS + " characters; tables belong into files of their own");
        }
        try {
            LoadSettings settings = LoadSettings.builder().setLabel(file).setMaxAliasesForCollections(0).build();
            Node root = new Compose(settings).composeString(text).orElseThrow(() -> new IOException(file + ": empty"));
            return new YamlSection(file, "the file", root);
        } catch (YamlEngineException e) {
            throw new IOException(file + ": not YAML: " + e.getMessage().replace('\n', ' '), e);
        }
    }

    private static int line(Node node) {
        return node.getStartMark().map(mark -> mark.getLine() + 1).orElse(0);
    }

    private IOException wrong(int where, String message) {
        return new IOException(file + ":" + where + ": " + message);
    }

    private Node take(String key) throws IOException {
        known.add(key);
        Node node = left.remove(key);
        if (node == null) {
            throw wrong(line, "'" + key + "' is missing in " + path + "; add it");
        }
        return node;
    }

    boolean has(String key) {
        known.add(key);
        return left.containsKey(key);
    }

    YamlSection section(String key) throws IOException {
        return new YamlSection(file, key, take(key));
    }

    String text(String key) throws IOException {
        Node node = take(key);
        if (node instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
            return scalar.getValue().strip();
        }
        throw wrong(line(node), "'" + key + "' must be a text");
    }

    double number(String key, double low, double high) throws IOException {
        return number(take(key), key, low, high);
    }

    private double number(Node node, String key, double low, double high) throws IOException {
        String text = node instanceof ScalarNode scalar ? scalar.getValue() : "a list or mapping";
        try {
            double value = Double.parseDouble(text);
            if (value >= low && value <= high) {
                return value;
            }
        } catch (NumberFormatException e) {
            throw new IOException(wrong(line(node), "'" + key + "' is " + text + ", it must be a number").getMessage(), e);
        }
        throw wrong(line(node), "'" + key + "' is " + text + ", it must be from " + low + " to " + high);
    }

    /** Rows of numbers, each with so many columns, the first rising. */
    double[][] rows(String key, int columns) throws IOException {
        Node node = take(key);
        List<double[]> rows = new ArrayList<>();
        if (node instanceof SequenceNode sequence) {
            for (Node item : sequence.getValue()) {
                if (!(item instanceof SequenceNode row) || row.getValue().size() != columns) {
                    throw wrong(line(item), "a row of '" + key + "' must be a list of " + columns + " numbers");
                }
                double[] values = new double[columns];
                for (int i = 0; i < columns; i++) {
                    values[i] = number(row.getValue().get(i), key, -1e12, 1e12);
                }
                if (!rows.isEmpty() && !(values[0] > rows.get(rows.size() - 1)[0])) {
                    throw wrong(line(item), "the first column of '" + key + "' must rise");
                }
                rows.add(values);
            }
        }
        if (rows.isEmpty()) {
            throw wrong(line(node), "'" + key + "' must be a list of rows of " + columns + " numbers");
        }
        return rows.toArray(double[][]::new);
    }

    /** @throws IOException where there is a key that nobody took: a misspelt one is not passed over */
    void end() throws IOException {
        for (Map.Entry<String, Node> entry : left.entrySet()) {
            throw wrong(line(entry.getValue()), "'" + entry.getKey() + "' is not known in " + path + "; known are " + known);
        }
    }
}
