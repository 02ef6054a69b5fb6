package org.gemello.api.log;

import java.util.Map;

/**
 * The log's own figures.
 *
 * @param start    oldest offset kept
 * @param end      offset that the next item will get
 * @param durable  offset up to which everything is on disk
 * @param segments number of segment files
 * @param bytes    size of all segments in bytes
 * @param groups   stored position of each consumer group
 * @param failure  why the log takes nothing more, empty while it works
 */
public record LogStatus(long start, long end, long durable, int segments, long bytes, Map<String, Long> groups, String failure) {
    public LogStatus {
        groups = Map.copyOf(groups);
    }

    /** Items that a group has not yet taken. */
    public long lag(String group) {
        return Math.max(0, durable - groups.getOrDefault(group, start));
    }
}
