package org.gemello.connector.mqtt.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gemello.binding.Placeholders;

/** A topic filter whose one-level wildcards may have names, such as <code>plant/{line}/{machine}/state</code>. */
final class TopicTemplate {
    private final TopicFilter filter;
    /** Name of each level, empty where it has none. */
    private final List<String> names;

    private TopicTemplate(TopicFilter filter, List<String> names) {
        this.filter = filter;
        this.names = names;
    }

    /** @throws IllegalArgumentException where the text is not such a filter */
    static TopicTemplate parse(String text) {
        List<String> names = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        StringBuilder plain = new StringBuilder();
        for (String level : text.split("/", -1)) {
            boolean named = Placeholders.in(level);
            String name = named ? level.substring(1, level.length() - 1) : "";
            if (named && (!Placeholders.fill(level, word -> "").isEmpty() || name.indexOf('}') >= 0 || !seen.add(name))) {
                throw new IllegalArgumentException("'" + text + "': a placeholder stands alone in its level, and once in the topic");
            }
            names.add(name);
            plain.append(plain.isEmpty() && names.size() == 1 ? "" : "/").append(named ? "+" : level);
        }
        TopicFilter filter = TopicFilter.parse(plain.toString());
        return new TopicTemplate(filter, List.copyOf(names.subList(names.size() - filter.levels(), names.size())));
    }

    TopicFilter filter() {
        return filter;
    }

    /** True where this placeholder is in the topic. */
    boolean has(String name) {
        return names.contains(name);
    }

    /** What the placeholders stand for in a topic that the filter matches. */
    Map<String, String> values(String topic) {
        String[] levels = topic.split("/", -1);
        Map<String, String> values = new HashMap<>();
        for (int i = 0; i < names.size(); i++) {
            if (!names.get(i).isEmpty()) {
                values.put(names.get(i), levels[i]);
            }
        }
        return values;
    }
}
