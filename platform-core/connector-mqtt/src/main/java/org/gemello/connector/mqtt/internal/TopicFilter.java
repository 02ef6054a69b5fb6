package org.gemello.connector.mqtt.internal;

import java.nio.charset.StandardCharsets;

/**
 * An MQTT topic filter (MQTT 5, 4.7): levels divided by {@code /}, {@code +} for one level, {@code #} at the end for the rest.
 * With {@code $share/group/} before it (4.8.2) the clients of the group share the messages: that is said to the broker alone, the
 * topics that come are those of the filter behind it.
 */
public final class TopicFilter {
    private static final String SHARE = "$share/";
    private final String group;
    private final String text;
    private final String[] levels;

    private TopicFilter(String group, String text) {
        this.group = group;
        this.text = text;
        this.levels = text.split("/", -1);
    }

    /** @throws IllegalArgumentException where the text is not a topic filter */
    public static TopicFilter parse(String text) {
        if (text.isEmpty() || text.indexOf('\0') >= 0 || text.getBytes(StandardCharsets.UTF_8).length > 0xFFFF) {
            throw new IllegalArgumentException("a topic has 1 to 65535 bytes and no NUL");
        }
        TopicFilter filter = text.startsWith(SHARE) ? shared(text) : new TopicFilter("", text);
        for (int i = 0; i < filter.levels.length; i++) {
            String level = filter.levels[i];
            boolean multi = level.indexOf('#') >= 0;
            if (level.length() > 1 && (multi || level.indexOf('+') >= 0) || multi && i < filter.levels.length - 1) {
                throw new IllegalArgumentException("'" + text + "': '+' stands alone in its level, '#' alone in the last one");
            }
        }
        return filter;
    }

    private static TopicFilter shared(String text) {
        int end = text.indexOf('/', SHARE.length());
        String group = end < 0 ? "" : text.substring(SHARE.length(), end);
        if (group.isEmpty() || group.indexOf('+') >= 0 || group.indexOf('#') >= 0 || end == text.length() - 1) {
            throw new IllegalArgumentException("'" + text + "' is not of the form $share/group/filter");
        }
        return new TopicFilter(group, text.substring(end + 1));
    }

    /** True where the messages are shared among the clients of a group. */
    boolean isShared() {
        return !group.isEmpty();
    }

    /** The same messages for us alone. */
    TopicFilter unshared() {
        return new TopicFilter("", text);
    }

    /** Number of levels, without group. */
    int levels() {
        return levels.length;
    }

    boolean hasWildcard() {
        return text.indexOf('+') >= 0 || text.indexOf('#') >= 0;
    }

    public boolean matches(String topic) {
        return overlaps(new TopicFilter("", topic));
    }

    /** True where some topic matches both; a topic without wildcards is a filter that matches only itself. */
    boolean overlaps(TopicFilter other) {
        if (isSystem() != other.isSystem()) {
            return false; // a wildcard in the first level does not reach topics that begin with '$'
        }
        for (int i = 0; ; i++) {
            boolean end = i == levels.length;
            boolean otherEnd = i == other.levels.length;
            if (end && otherEnd || !end && levels[i].equals("#") || !otherEnd && other.levels[i].equals("#")) {
                return true;
            }
            if (end || otherEnd || !sameLevel(levels[i], other.levels[i])) {
                return false;
            }
        }
    }

    private static boolean sameLevel(String one, String other) {
        return one.equals("+") || other.equals("+") || one.equals(other);
    }

    private boolean isSystem() {
        return text.startsWith("$");
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TopicFilter filter && filter.text.equals(text) && filter.group.equals(group);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return isShared() ? SHARE + group + '/' + text : text;
    }
}
