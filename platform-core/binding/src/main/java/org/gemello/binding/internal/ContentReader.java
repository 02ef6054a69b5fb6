package org.gemello.binding.internal;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * From YAML to keys and values. A number or truth value is one only where it is written the way it would be written back: {@code 007} and
 * {@code 3.10} stay texts, so that a document that is read and written again says the same to whoever takes its values as texts.
 */
final class ContentReader {
    private static final Pattern WHOLE = Pattern.compile("0|-?[1-9]\\d{0,17}");
    private static final Pattern FRACTION = Pattern.compile("-?(0|[1-9]\\d{0,8})\\.(0|\\d{0,6}[1-9])");

    private ContentReader() {
    }

    /** In the order written. */
    static Map<String, Object> map(MappingNode mapping) {
        Map<String, Object> content = new LinkedHashMap<>();
        for (NodeTuple entry : mapping.getValue()) {
            if (entry.getKeyNode() instanceof ScalarNode key) {
                content.putIfAbsent(key.getValue(), value(entry.getValueNode()));
            }
        }
        return Collections.unmodifiableMap(content);
    }

    private static Object value(Node node) {
        if (node instanceof MappingNode mapping) {
            return map(mapping);
        }
        if (node instanceof SequenceNode list) {
            return Collections.unmodifiableList(list.getValue().stream().map(ContentReader::value).toList());
        }
        return scalar((ScalarNode) node);
    }

    private static Object scalar(ScalarNode node) {
        String text = node.getValue();
        Tag tag = node.getTag();
        if (tag.equals(Tag.NULL)) {
            return "";
        } else if (tag.equals(Tag.BOOL) && (text.equals("true") || text.equals("false"))) {
            return Boolean.valueOf(text);
        } else if (tag.equals(Tag.INT) && WHOLE.matcher(text).matches()) {
            return Long.valueOf(text);
        } else if (tag.equals(Tag.FLOAT) && FRACTION.matcher(text).matches()) {
            return Double.valueOf(text);
        }
        return text;
    }
}
