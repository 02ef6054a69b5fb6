package org.gemello.gpack.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * A YAML mapping read by keys. What is missing or of the wrong type is noted as a problem and read as absent, so that reading goes on and
 * finds the next problem too.
 */
public final class YamlMap {
    private final String file;
    private final Place place;
    private final Problems problems;
    private final Map<String, Node> values = new LinkedHashMap<>();
    private final Map<String, Place> keys = new LinkedHashMap<>();

    YamlMap(String file, MappingNode node, Problems problems) {
        this.file = file;
        this.place = placeOf(node);
        this.problems = problems;
        node.getValue().forEach(this::add);
    }

    private void add(NodeTuple entry) {
        Place at = placeOf(entry.getKeyNode());
        if (!(entry.getKeyNode() instanceof ScalarNode key)) {
            problems.add(at, "a key must be a word");
        } else if (keys.putIfAbsent(key.getValue(), at) != null) {
            problems.add(at, Quoted.name(key.getValue()) + " is written twice, first at " + keys.get(key.getValue()) + "; remove one");
        } else {
            values.put(key.getValue(), entry.getValueNode());
        }
    }

    /** Notes a problem at a key's value, or at the mapping where the key is absent. */
    public void problem(String key, String text) {
        problems.add(values.containsKey(key) ? placeOf(values.get(key)) : place, text);
    }

    public Set<String> keys() {
        return values.keySet();
    }

    public boolean has(String key) {
        return values.containsKey(key);
    }

    /** Notes every key that is not one of these. */
    public void allowOnly(Set<String> known) {
        keys.forEach((key, at) -> {
            if (!known.contains(key)) {
                problems.add(at, Quoted.name(key) + " is not known here; known are " + new TreeSet<>(known));
            }
        });
    }

    /** A text that must be there and not be empty; empty where it is not so, and then that is noted. */
    public String text(String key) {
        Optional<String> text = require(key) ? scalar(key, values.get(key), Tag.STR, "a text; put it into quotes") : Optional.empty();
        if (text.isPresent() && text.get().isEmpty()) {
            problem(key, "'" + key + "' is empty; write it out");
        }
        return text.orElse("");
    }

    public Optional<String> optionalText(String key) {
        return has(key) ? Optional.of(text(key)) : Optional.empty();
    }

    /** A whole number that must be there, within bounds; {@code low} where it is not. */
    public long whole(String key, long low, long high) {
        if (!require(key)) {
            return low;
        }
        Optional<String> text = scalar(key, values.get(key), Tag.INT, "a whole number");
        try {
            long value = text.map(Long::parseLong).orElse(low);
            if (value >= low && value <= high) {
                return value;
            }
        } catch (NumberFormatException e) {
            problem(key, "'" + key + "' is " + Quoted.name(text.orElse("")) + ", which does not fit; write a number from " + low + " to "
                    + high);
            return low;
        }
        problem(key, "'" + key + "' is " + text.orElse("") + "; write a number from " + low + " to " + high);
        return low;
    }

    /** A finite number, whole or not. */
    public Optional<Double> number(String key) {
        if (!has(key)) {
            return Optional.empty();
        }
        if (values.get(key) instanceof ScalarNode node && (node.getTag().equals(Tag.INT) || node.getTag().equals(Tag.FLOAT))) {
            try {
                double value = Double.parseDouble(node.getValue());
                if (Double.isFinite(value)) {
                    return Optional.of(value);
                }
            } catch (NumberFormatException e) {
                problem(key, "'" + key + "' is written in a way that is not taken; write it as 12.5");
                return Optional.empty();
            }
        }
        problem(key, "'" + key + "' must be a finite number");
        return Optional.empty();
    }

    /** A boolean, false where it is absent. */
    public boolean flag(String key) {
        return has(key) && scalar(key, values.get(key), Tag.BOOL, "true or false").map(text -> text.equalsIgnoreCase("true")).orElse(false);
    }

    /** A boolean, number or text as it stands; empty where the key is absent. */
    public Optional<Object> value(String key) {
        if (!has(key)) {
            return Optional.empty();
        }
        if (values.get(key) instanceof ScalarNode node) {
            if (node.getTag().equals(Tag.INT) || node.getTag().equals(Tag.FLOAT)) {
                return number(key).map(Object.class::cast);
            } else if (node.getTag().equals(Tag.BOOL)) {
                return Optional.of(flag(key));
            } else if (node.getTag().equals(Tag.STR)) {
                return Optional.of(node.getValue());
            }
        }
        problem(key, "'" + key + "' must be a single value");
        return Optional.empty();
    }

    /** Notes a problem and says false where the key is absent. */
    public boolean require(String key) {
        if (!has(key)) {
            problems.add(place, "'" + key + "' is missing; add it");
        }
        return has(key);
    }

    /** True where the value has keys of its own. */
    public boolean isMap(String key) {
        return values.get(key) instanceof MappingNode;
    }

    public Optional<YamlMap> map(String key) {
        return has(key) ? map("'" + key + "'", values.get(key)) : Optional.empty();
    }

    /** Visits every element of a list of mappings, nothing where the key is absent. */
    public List<YamlMap> maps(String key) {
        List<YamlMap> found = new ArrayList<>();
        elements(key, (what, node) -> map(what, node).ifPresent(found::add));
        return found;
    }

    /** A list of texts, empty where the key is absent. */
    public List<String> texts(String key) {
        List<String> found = new ArrayList<>();
        elements(key, (what, node) -> scalar(key, node, Tag.STR, "texts; put them into quotes").ifPresent(found::add));
        return found;
    }

    /** A list of so many finite numbers, each at most {@code most} in size; notes a problem where it is not so. */
    public void vector(String key, int length, double most) {
        if (has(key)) {
            vector(key, values.get(key), length, most);
        }
    }

    /** A list of at least so many such lists, and no more than {@code longest}. */
    public void vectors(String key, int shortest, int longest, int length, double most) {
        List<Node> found = new ArrayList<>();
        elements(key, (what, node) -> found.add(node));
        if (has(key) && (found.size() < shortest || found.size() > longest)) {
            problem(key, "'" + key + "' has " + found.size() + " elements; write " + shortest + " to " + longest);
        } else {
            found.forEach(node -> vector(key, node, length, most));
        }
    }

    private void vector(String key, Node node, int length, double most) {
        boolean fits = node instanceof SequenceNode list && list.getValue().size() == length
                && list.getValue().stream().allMatch(each -> isNumber(each, most));
        if (!fits) {
            problems.add(placeOf(node), "'" + key + "' must be a list of " + length + " numbers, none larger than " + most);
        }
    }

    private static boolean isNumber(Node node, double most) {
        if (node instanceof ScalarNode scalar && (scalar.getTag().equals(Tag.INT) || scalar.getTag().equals(Tag.FLOAT))) {
            try {
                return Math.abs(Double.parseDouble(scalar.getValue())) <= most;
            } catch (NumberFormatException e) {
                return false; // such as 0x10, which is a number in YAML and none in JSON
            }
        }
        return false;
    }

    /** Texts by key, none where the key is absent. */
    public Map<String, String> words(String key) {
        Map<String, String> found = new LinkedHashMap<>();
        map(key).ifPresent(inner -> inner.keys().forEach(word -> found.put(word, inner.text(word))));
        return found;
    }

    private void elements(String key, BiConsumer<String, Node> each) {
        if (!has(key)) {
            return;
        }
        if (values.get(key) instanceof SequenceNode list) {
            list.getValue().forEach(node -> each.accept("an element of '" + key + "'", node));
        } else {
            problem(key, "'" + key + "' must be a list; begin each element with '- '");
        }
    }

    private Optional<YamlMap> map(String what, Node node) {
        if (node instanceof MappingNode mapping) {
            return Optional.of(new YamlMap(file, mapping, problems));
        }
        problems.add(placeOf(node), what + " must have keys of its own; write 'key: value' below it");
        return Optional.empty();
    }

    private Optional<String> scalar(String key, Node node, Tag tag, String wanted) {
        if (node instanceof ScalarNode scalar && scalar.getTag().equals(tag)) {
            return Optional.of(scalar.getValue());
        }
        problems.add(placeOf(node), "'" + key + "' must be " + wanted);
        return Optional.empty();
    }

    private Place placeOf(Node node) {
        Mark mark = node.getStartMark().orElseThrow(() -> new IllegalStateException("a node that was read has a mark"));
        return new Place(file, mark.getLine() + 1, mark.getColumn() + 1);
    }
}
