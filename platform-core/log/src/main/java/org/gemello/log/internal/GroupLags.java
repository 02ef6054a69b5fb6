package org.gemello.log.internal;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gemello.api.PointTable;
import org.gemello.api.Times;
import org.gemello.api.log.ConsumerGroup;
import org.gemello.api.log.LogUnavailableException;

/** How far the consumer groups are behind: in items, in bytes and in time. Read from the headers of the log when it is asked for. */
final class GroupLags {
    private final Segments segments;
    private final DurableEnd durable;
    private final GroupPositions groups;

    /** Where the first record stands that a group has not taken. */
    private record Place(long bytes, Optional<Instant> appended) {
    }

    GroupLags(Segments segments, DurableEnd durable, GroupPositions groups) {
        this.segments = segments;
        this.durable = durable;
        this.groups = groups;
    }

    /** By name. */
    List<ConsumerGroup> all() {
        return groups.all().entrySet().stream().sorted(Map.Entry.comparingByKey()).map(group -> of(group.getKey(), group.getValue())).toList();
    }

    private ConsumerGroup of(String name, long position) {
        Segment segment = segments.holding(position);
        long end = durable.offset();
        Place place = segment == null || position >= end ? new Place(0, Optional.empty()) : find(segment, position);
        long first = segment == null ? position : Math.max(position, segment.first());
        return new ConsumerGroup(name, position, Math.max(0, end - first), place.bytes(), place.appended(), groups.isActive(name));
    }

    private Place find(Segment segment, long position) {
        long later = segments.all().stream().filter(other -> other.first() > segment.first()).mapToLong(Segment::bytes).sum();
        try (SegmentReader reader = new SegmentReader(segment, new PointTable())) {
            reader.leapTowards(position);
            long before = reader.position();
            while (reader.pass()) {
                if (reader.offset() > position) {
                    return new Place(later + segment.bytes() - before, Optional.of(Times.instant(reader.appended())));
                }
                before = reader.position();
            }
            return new Place(later, Optional.empty());
        } catch (DamagedException e) {
            return new Place(later, Optional.empty()); // the group itself sets it aside as it comes there
        } catch (IOException e) {
            throw new LogUnavailableException("cannot look for offset " + position + " in segment " + segment + ": " + e, e);
        }
    }
}
