package org.gemello.binding.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.CollectionNode;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** The text of a file with a list, some of whose elements are replaced or removed: the others and the comments stay as they are. */
final class ListText {
    private final String text;
    private final SequenceNode list;

    ListText(String text, SequenceNode list) {
        this.text = text;
        this.list = list;
    }

    /** @param changed by index, what elements become; an empty list removes one. At least one element must remain */
    String with(Map<Integer, List<Map<?, ?>>> changed) {
        return list.getFlowStyle() == FlowStyle.FLOW ? inBraces(changed) : inLines(changed);
    }

    private String inLines(Map<Integer, List<Map<?, ?>>> changed) {
        int column = list.getStartMark().orElseThrow().getColumn();
        StringBuilder edited = new StringBuilder();
        int from = 0;
        for (int i = 0; i < list.getValue().size(); i++) {
            if (changed.containsKey(i)) {
                Node element = list.getValue().get(i);
                edited.append(text, from, dashLine(index(element.getStartMark().orElseThrow()), column));
                changed.get(i).forEach(content -> edited.append(element(content, " ".repeat(column))));
                from = lineEnd(contentEnd(element));
            }
        }
        return edited.append(text, from, text.length()).toString();
    }

    /** Where the line with the element's dash begins: the dash of every element is in one column. */
    private int dashLine(int element, int column) {
        int line = text.lastIndexOf('\n', element - 1) + 1;
        while (line > 0 && (line + column >= text.length() || text.charAt(line + column) != '-')) {
            line = text.lastIndexOf('\n', line - 2) + 1;
        }
        return line;
    }

    private int lineEnd(int at) {
        int end = text.indexOf('\n', at);
        return end < 0 ? text.length() : end + 1;
    }

    /** Where the last word of a node ends; a mapping in lines of its own reaches to the next one by its mark, comments included. */
    private int contentEnd(Node node) {
        if (node instanceof CollectionNode<?> collection && collection.getFlowStyle() == FlowStyle.BLOCK && !collection.getValue().isEmpty()) {
            Object last = collection.getValue().get(collection.getValue().size() - 1);
            return contentEnd(node instanceof MappingNode mapping ? mapping.getValue().get(mapping.getValue().size() - 1).getValueNode() : (Node) last);
        }
        int end = index(node.getEndMark().orElseThrow());
        while (end > 0 && Character.isWhitespace(text.charAt(end - 1))) {
            end--;
        }
        return end;
    }

    private static String element(Map<?, ?> content, String indent) {
        StringBuilder lines = new StringBuilder();
        ContentWriter.block(content).lines()
                .forEach(line -> lines.append(line.isEmpty() ? "" : indent + (lines.isEmpty() ? "- " : "  ") + line).append('\n'));
        return lines.toString();
    }

    private String inBraces(Map<Integer, List<Map<?, ?>>> changed) {
        List<String> elements = new ArrayList<>();
        for (int i = 0; i < list.getValue().size(); i++) {
            Node element = list.getValue().get(i);
            if (changed.containsKey(i)) {
                changed.get(i).stream().map(ContentWriter::flow).forEach(elements::add);
            } else {
                elements.add(text.substring(index(element.getStartMark().orElseThrow()), index(element.getEndMark().orElseThrow())));
            }
        }
        int from = index(list.getStartMark().orElseThrow());
        int to = index(list.getEndMark().orElseThrow());
        String separator = text.substring(from, to).contains("\n") ? ",\n" + " ".repeat(list.getStartMark().orElseThrow().getColumn() + 1) : ", ";
        return text.substring(0, from) + elements.stream().collect(Collectors.joining(separator, "[", "]")) + text.substring(to);
    }

    /** Marks count code points. */
    private int index(Mark mark) {
        return text.offsetByCodePoints(0, mark.getIndex());
    }
}
