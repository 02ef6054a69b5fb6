package org.gemello.binding.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.gemello.binding.Place;
import org.gemello.binding.Settings;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * A YAML mapping read by keys. What has the wrong type is noted as a problem and read as absent, so that reading goes on and
 * finds the next problem too.
 */
final class YamlMapping {
    private static final Pattern NUMBER = Pattern.compile("[-+]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][-+]?\\d+)?");
    private final String file;
    private final Place place;
    private final Problems problems;
    private final Map<String, Node> values = new LinkedHashMap<>();
    private final Map<String, Place> keys = new LinkedHashMap<>();

    YamlMapping(String file, MappingNode node, Problems problems) {
        this.file = file;
        this.place = placeOf(node);
        this.problems = problems;
        node.getValue().forEach(this::add);
    }

    private void add(NodeTuple entry) {
        Place keyPlace = placeOf(entry.getKeyNode());
        if (!(entry.getKeyNode() instanceof ScalarNode key)) {
            problems.add(keyPlace, "a key must be a word");
        } else if (keys.putIfAbsent(key.getValue(), keyPlace) != null) {
            problems.add(keyPlace, "'" + key.getValue() + "' is written twice, first at " + keys.get(key.getValue()) + "; remove one");
        } else {
            values.put(key.getValue(), entry.getValueNode());
        }
    }

    Place place() {
        return place;
    }

    /** Where a key's value stands; the mapping's own place where the key is absent. */
    Place place(String key) {
        return values.containsKey(key) ? placeOf(values.get(key)) : place;
    }

    boolean has(String key) {
        return values.containsKey(key);
    }

    /** A value that must be there. */
    Optional<String> required(String key) {
        if (!has(key)) {
            problems.add(place, "'" + key + "' is missing; add it");
        }
        return text(key);
    }

    Optional<String> text(String key) {
        return has(key) ? scalar("'" + key + "'", values.get(key)) : Optional.empty();
    }

    /** A finite number. */
    Optional<Double> number(String key) {
        return text(key).flatMap(text -> {
            double value = NUMBER.matcher(text).matches() ? Double.parseDouble(text) : Double.NaN;
            if (Double.isFinite(value)) {
                return Optional.of(value);
            }
            problems.add(place(key), "'" + key + "' is '" + text + "', not a number; write one such as 0.001");
            return Optional.empty();
        });
    }

    Optional<Boolean> flag(String key) {
        return text(key).flatMap(text -> {
            if (text.equals("true") || text.equals("false")) {
                return Optional.of(Boolean.valueOf(text));
            }
            problems.add(place(key), "'" + key + "' is '" + text + "'; write true or false");
            return Optional.empty();
        });
    }

    Optional<YamlMapping> mapping(String key) {
        return has(key) ? mapping("'" + key + "'", values.get(key)) : Optional.empty();
    }

    /** A list of mappings that must be there and have at least one element. */
    List<YamlMapping> mappings(String key) {
        List<YamlMapping> found = new ArrayList<>();
        if (!has(key)) {
            problems.add(place, "'" + key + "' is missing; add it");
        } else if (!(values.get(key) instanceof SequenceNode list)) {
            problems.add(place(key), "'" + key + "' must be a list; begin each element with '- '");
        } else if (list.getValue().isEmpty()) {
            problems.add(place(key), "'" + key + "' is empty; write at least one element, or remove the file or element");
        } else {
            list.getValue().forEach(element -> mapping("an element of '" + key + "'", element).ifPresent(found::add));
        }
        return found;
    }

    /** All keys, in the order written. */
    List<String> keys() {
        return List.copyOf(values.keySet());
    }

    /** A list of single values, each with its place; empty where the key is absent. */
    List<Placed<String>> texts(String key) {
        List<Placed<String>> found = new ArrayList<>();
        if (has(key) && !(values.get(key) instanceof SequenceNode)) {
            problems.add(place(key), "'" + key + "' must be a list; write " + key + ": [...]");
        } else if (values.get(key) instanceof SequenceNode list) {
            list.getValue().forEach(element -> scalar("an element of '" + key + "'", element)
                    .ifPresent(text -> found.add(new Placed<>(text, placeOf(element)))));
        }
        return found;
    }

    /** Notes every key that is not one of these. */
    void allowOnly(Set<String> known) {
        keys.forEach((key, at) -> {
            if (!known.contains(key)) {
                problems.add(at, "'" + key + "' is not known here" + NearestWord.hint(key, known));
            }
        });
    }

    /** All values but those of some keys, nested mappings flattened with dots. */
    Settings settingsWithout(Set<String> left) {
        Map<String, Settings.Value> flat = new LinkedHashMap<>();
        values.forEach((key, node) -> {
            if (!left.contains(key)) {
                flatten(key, node, flat);
            }
        });
        return new Settings(place, flat);
    }

    private void flatten(String key, Node node, Map<String, Settings.Value> flat) {
        if (node instanceof MappingNode mapping) {
            new YamlMapping(file, mapping, problems).values.forEach((inner, value) -> flatten(key + '.' + inner, value, flat));
        } else {
            scalar("'" + key + "'", node).ifPresent(text -> {
                Settings.Value first = flat.putIfAbsent(key, new Settings.Value(text, placeOf(node)));
                if (first != null) {
                    problems.add(placeOf(node), "'" + key + "' is written twice, first at " + first.place() + "; remove one");
                }
            });
        }
    }

    private Optional<YamlMapping> mapping(String what, Node node) {
        if (node instanceof MappingNode mapping) {
            return Optional.of(new YamlMapping(file, mapping, problems));
        }
        problems.add(placeOf(node), what + " must have keys of its own; write 'key: value' below it");
        return Optional.empty();
    }

    private Optional<String> scalar(String what, Node node) {
        if (!(node instanceof ScalarNode scalar)) {
            problems.add(placeOf(node), what + " must be a single value, not a list or keys of its own");
        } else if (scalar.getTag().equals(Tag.NULL)) {
            problems.add(placeOf(node), what + " has no value; write one or remove the key");
        } else {
            return Optional.of(scalar.getValue());
        }
        return Optional.empty();
    }

    private Place placeOf(Node node) {
        Mark mark = node.getStartMark().orElseThrow(() -> new IllegalStateException("a node that was read has a mark"));
        return new Place(file, mark.getLine() + 1, mark.getColumn() + 1);
    }
}
