package org.gemello.binding.internal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Present;
import org.snakeyaml.engine.v2.api.lowlevel.Serialize;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/**
 * From keys and values to YAML, the way a person would write it: what a document is about comes first, each point is a line. Content comes
 * from outside: depth, size and the length of keys are bounded as in a file.
 */
final class ContentWriter {
    private static final List<String> FIRST = List.of("id", "type", "connection", "kind", "endpoint", "broker", "folder", "twin", "prefix",
            "topic", "format", "point", "name", "node", "pointer", "column", "metric", "unit", "sourceUnit", "scale", "offset", "write", "history");
    private static final List<String> LAST = List.of("configuration", "parts", "accept", "overload", "points", "bindings", "twins");
    private static final int LONGEST_KEY = 128;
    private static final DumpSettings SETTINGS = DumpSettings.builder().setSchema(new CoreSchema()).setIndent(2).setIndicatorIndent(2)
            .setIndentWithIndicator(true).setWidth(Integer.MAX_VALUE).setSplitLines(false).setMaxSimpleKeyLength(LONGEST_KEY + 10).build();
    private int size;

    private ContentWriter() {
    }

    /**
     * A mapping in lines of its own.
     *
     * @throws IllegalArgumentException where it goes beyond a limit or has what is no text, number, truth value, list or map
     */
    static String block(Map<?, ?> content) {
        return text(node(content));
    }

    /** A mapping in braces on one line. */
    static String flow(Map<?, ?> content) {
        MappingNode node = node(content);
        braces(node);
        return text(node).strip();
    }

    /** The content as it will be when it is read again. */
    static Map<String, Object> asRead(Map<?, ?> content) {
        return YamlFile.readAgain(block(content));
    }

    private static MappingNode node(Map<?, ?> content) {
        return new ContentWriter().mapping(content, true, 1);
    }

    private static String text(Node node) {
        return new Present(SETTINGS).emitToString(new Serialize(SETTINGS).serializeOne(node).iterator());
    }

    private static void braces(Node node) {
        if (node instanceof MappingNode mapping) {
            mapping.setFlowStyle(FlowStyle.FLOW);
            mapping.getValue().forEach(entry -> braces(entry.getValueNode()));
        } else if (node instanceof SequenceNode list) {
            list.setFlowStyle(FlowStyle.FLOW);
            list.getValue().forEach(ContentWriter::braces);
        }
    }

    private Node value(Object value, boolean inPoints, int depth) {
        if (value instanceof Map<?, ?> map) {
            return mapping(map, false, depth);
        } else if (value instanceof List<?> list) {
            return sequence(list, inPoints, depth);
        } else if (value instanceof CharSequence || value instanceof Character) {
            return scalar(Tag.STR, value.toString());
        } else if (value instanceof Boolean) {
            return scalar(Tag.BOOL, value.toString());
        } else if (value instanceof Number number) {
            return number(number);
        }
        throw new IllegalArgumentException(value == null ? "a value is missing; write one or leave the key out"
                : "a value is neither text, number, truth value, list nor map; write one of these");
    }

    private MappingNode mapping(Map<?, ?> map, boolean ordered, int depth) {
        count(depth, 1);
        List<Map.Entry<?, ?>> entries = new ArrayList<>(map.entrySet());
        if (ordered) {
            entries.sort(Comparator.comparingInt(entry -> rank(String.valueOf(entry.getKey()))));
        }
        List<NodeTuple> tuples = new ArrayList<>();
        for (Map.Entry<?, ?> entry : entries) {
            if (!(entry.getKey() instanceof String key) || key.isEmpty() || key.length() > LONGEST_KEY) {
                throw new IllegalArgumentException("a key must be a text of 1 to " + LONGEST_KEY + " characters; shorten it");
            }
            tuples.add(new NodeTuple(scalar(Tag.STR, key), value(entry.getValue(), key.equals("points"), depth + 1)));
        }
        return new MappingNode(Tag.MAP, tuples, FlowStyle.BLOCK);
    }

    private static int rank(String key) {
        int first = FIRST.indexOf(key);
        int last = LAST.indexOf(key);
        return first >= 0 ? first : last >= 0 ? FIRST.size() + 1 + last : FIRST.size();
    }

    private SequenceNode sequence(List<?> list, boolean inLines, int depth) {
        count(depth, 1);
        List<Node> elements = new ArrayList<>();
        for (Object element : list) {
            Node node = element instanceof Map<?, ?> map ? mapping(map, true, depth + 1) : value(element, false, depth + 1);
            if (inLines) {
                braces(node);
            }
            elements.add(node);
        }
        boolean plain = elements.stream().allMatch(ScalarNode.class::isInstance);
        return new SequenceNode(Tag.SEQ, elements, plain ? FlowStyle.FLOW : FlowStyle.BLOCK);
    }

    /** Without an exponent, unless that would be long. */
    private ScalarNode number(Number number) {
        if (!Double.isFinite(number.doubleValue())) {
            throw new IllegalArgumentException("a number is not finite; write one that is");
        }
        BigDecimal exact = new BigDecimal(number.toString()).stripTrailingZeros();
        String text = exact.precision() + Math.abs(exact.scale()) < 40 ? exact.toPlainString() : exact.toString();
        return scalar(text.contains(".") || text.contains("E") ? Tag.FLOAT : Tag.INT, text);
    }

    private ScalarNode scalar(Tag tag, String text) {
        count(1, text.length() + 1);
        return new ScalarNode(tag, text, ScalarStyle.PLAIN);
    }

    private void count(int depth, int characters) {
        size += characters;
        if (depth > YamlFile.MAX_DEPTH || size > YamlFile.MAX_BYTES) {
            throw new IllegalArgumentException(depth > YamlFile.MAX_DEPTH
                    ? "is nested deeper than " + YamlFile.MAX_DEPTH + " levels; make it flatter"
                    : "is larger than " + YamlFile.MAX_BYTES + " bytes; split it");
        }
    }
}
