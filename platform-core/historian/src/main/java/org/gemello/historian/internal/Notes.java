package org.gemello.historian.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.gemello.api.PointId;
import org.gemello.api.TwinId;
import org.gemello.api.history.Annotation;
import org.gemello.history.CorrectionRow;
import org.gemello.history.Row;

/** All corrections and annotations that hold, in memory: people write them, so they are few. Taking the same one again changes nothing. */
final class Notes {
    private final Map<PointId, NavigableMap<Long, CorrectionRow>> corrections = new HashMap<>();
    private final Map<TwinId, Map<String, NoteRow.Annotated>> annotations = new HashMap<>();

    synchronized void add(NoteRow note) {
        if (note instanceof NoteRow.Corrected corrected) {
            CorrectionRow row = corrected.row();
            corrections.computeIfAbsent(row.correction().definition().id(), point -> new TreeMap<>())
                    .merge(row.time(), row, (a, b) -> a.offset() > b.offset() ? a : b);
        } else if (note instanceof NoteRow.Annotated annotated) {
            annotations.computeIfAbsent(annotated.annotation().twin(), twin -> new HashMap<>())
                    .merge(annotated.annotation().id(), annotated, (a, b) -> a.offset() > b.offset() ? a : b);
        }
    }

    /** Corrections of source times in {@code [from, to)}. */
    synchronized SortedMap<Long, CorrectionRow> corrections(PointId point, long from, long to) {
        NavigableMap<Long, CorrectionRow> known = corrections.get(point);
        return known == null ? new TreeMap<>() : new TreeMap<>(known.subMap(from, to));
    }

    /** Earliest corrected time of a point, {@link Long#MAX_VALUE} without any. */
    synchronized long first(PointId point) {
        return corrections.containsKey(point) ? corrections.get(point).firstKey() : Long.MAX_VALUE;
    }

    /** Latest corrected time of a point, {@link Long#MIN_VALUE} without any. */
    synchronized long last(PointId point) {
        return corrections.containsKey(point) ? corrections.get(point).lastKey() : Long.MIN_VALUE;
    }

    /** The next corrected time of a point from {@code time} on, {@link Long#MAX_VALUE} without any. */
    synchronized long next(PointId point, long time) {
        NavigableMap<Long, CorrectionRow> known = corrections.get(point);
        Long next = known == null ? null : known.ceilingKey(time);
        return next == null ? Long.MAX_VALUE : next;
    }

    /** The corrected row of the latest time of a point. */
    synchronized Optional<Row> newest(PointId point) {
        return Optional.ofNullable(corrections.get(point)).map(known -> known.lastEntry().getValue().row());
    }

    /** Points that have corrections. */
    synchronized List<PointId> correctedPoints() {
        return List.copyOf(corrections.keySet());
    }

    /** Notes that touch {@code [from, to)}; a removed one has an empty text and is not given. */
    synchronized List<Annotation> annotations(TwinId twin, Instant from, Instant to) {
        List<Annotation> found = new ArrayList<>();
        for (NoteRow.Annotated note : annotations.getOrDefault(twin, Map.of()).values()) {
            Annotation annotation = note.annotation();
            if (!annotation.text().isEmpty() && annotation.from().isBefore(to) && !annotation.to().isBefore(from)) {
                found.add(annotation);
            }
        }
        found.sort(Comparator.comparing(Annotation::from).thenComparing(Annotation::id));
        return found;
    }
}
