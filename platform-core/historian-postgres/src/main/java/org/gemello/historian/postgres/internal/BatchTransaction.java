package org.gemello.historian.postgres.internal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.gemello.api.Gap;
import org.gemello.api.PointDefinition;
import org.gemello.api.PointId;
import org.gemello.api.SampleBatch;
import org.gemello.api.history.Annotation;
import org.gemello.api.log.LogEntry;
import org.gemello.api.log.LogRecord;
import org.gemello.history.CorrectionRow;
import org.gemello.history.GapRow;
import org.gemello.history.Nanos;
import org.gemello.history.Row;

/** What a batch changes in the database, sorted by table. */
final class BatchTransaction {
    private final SampleRows samples = new SampleRows();
    private final Map<PointId, PointDefinition> definitions = new HashMap<>();
    private final Set<PointId> sampled = new TreeSet<>();
    private final Map<PointId, List<GapRow>> gaps = new LinkedHashMap<>();
    private final List<CorrectionRow> corrections = new ArrayList<>();
    private final Map<String, Note> notes = new LinkedHashMap<>();

    private record Note(Annotation annotation, long offset) {
    }

    /** @param position what lies before it in the log is in the database already and passed over */
    BatchTransaction(Batch batch, long position, PointIds points) {
        long next = position;
        for (LogRecord record : batch.records()) {
            if (record.next() > next) {
                add(record, (int) Math.max(0, next - record.offset()), points);
                next = record.next();
            }
        }
    }

    private void add(LogRecord record, int skip, PointIds points) {
        if (record.entry() instanceof LogEntry.Samples entry) {
            add(record, entry.batch(), skip, points);
        } else if (record.entry() instanceof LogEntry.Backfill entry) {
            add(record, entry.batch(), skip, points);
            fill(record.offset(), entry.batch());
        } else if (record.entry() instanceof LogEntry.Gaps entry) {
            entry.gaps().forEach(gap -> add(gap, record.offset()));
        } else if (record.entry() instanceof LogEntry.Corrected entry) {
            PointDefinition point = entry.correction().definition();
            definitions.putIfAbsent(point.id(), point);
            sampled.add(point.id());
            corrections.add(new CorrectionRow(record.offset(), entry.correction()));
        } else if (record.entry() instanceof LogEntry.Annotated entry) {
            notes.put(entry.annotation().id(), new Note(entry.annotation(), record.offset()));
        }
    }

    private void add(LogRecord record, SampleBatch batch, int skip, PointIds points) {
        points.use(batch.points());
        for (int row = skip; row < batch.size(); row++) {
            if (points.find(batch.handle(row)) == null) {
                PointDefinition point = batch.points().definition(batch.handle(row));
                definitions.putIfAbsent(point.id(), point);
            }
        }
        samples.add(batch, record.offset(), record.trace(), skip);
    }

    private void fill(long offset, SampleBatch batch) {
        Map<PointId, GapRow> fills = new HashMap<>();
        for (int row = 0; row < batch.size(); row++) {
            PointDefinition point = batch.points().definition(batch.handle(row));
            fills.merge(point.id(), GapRow.fill(batch.sourceTime(row), batch.sourceTime(row), offset, point.unit()), GapRow::joined);
        }
        fills.forEach(this::add);
    }

    private void add(Gap gap, long offset) {
        definitions.putIfAbsent(gap.definition().id(), gap.definition());
        add(gap.definition().id(), GapRow.of(gap, offset));
    }

    private void add(PointId point, GapRow gap) {
        gaps.computeIfAbsent(point, id -> new ArrayList<>()).add(gap);
    }

    SampleRows samples() {
        return samples;
    }

    List<CorrectionRow> corrections() {
        return corrections;
    }

    Map<PointId, List<GapRow>> gaps() {
        return gaps;
    }

    /** Writes everything; the caller commits. */
    void write(Connection connection, PointIds points, Unsummed unsummed) throws SQLException {
        points.add(definitions.values());
        samples.collectPoints(sampled);
        points.markSampled(sampled);
        samples.copy(connection, points, unsummed);
        writeGaps(connection, points);
        writeCorrections(connection, points);
        for (CorrectionRow correction : corrections) {
            unsummed.add(points.get(correction.correction().definition().id()).id(), correction.time());
        }
        unsummed.write(connection);
        writeNotes(connection);
    }

    private void writeGaps(Connection connection, PointIds points) throws SQLException {
        if (gaps.isEmpty()) {
            return;
        }
        BinaryCopy copy = new BinaryCopy(connection, "gaps (point, start, until, log_offset, unit, reason)", 6);
        for (Map.Entry<PointId, List<GapRow>> entry : gaps.entrySet()) {
            for (GapRow gap : entry.getValue()) {
                copy.row();
                copy.int4(points.get(entry.getKey()).id());
                copy.int8(gap.from());
                copy.int8(gap.to());
                copy.int8(gap.offset());
                copy.text(SqlText.readable(gap.unit()));
                copy.text(SqlText.readable(gap.reason()));
            }
        }
        copy.end();
    }

    private void writeCorrections(Connection connection, PointIds points) throws SQLException {
        if (corrections.isEmpty()) {
            return;
        }
        BinaryCopy copy = new BinaryCopy(connection,
                "corrections (point, time, log_offset, number, whole, quality, kind, text, raw, unit, author, reason, said)", 13);
        for (CorrectionRow correction : corrections) {
            Row row = correction.row();
            copy.row();
            copy.int4(points.get(correction.correction().definition().id()).id());
            copy.int8(row.time());
            copy.int8(row.offset());
            SampleRows.value(copy, row.kind(), row.bits());
            copy.int4(row.quality());
            copy.int2(row.kind().ordinal());
            SampleRows.text(copy, row.text());
            copy.text(SqlText.readable(row.unit()));
            copy.text(SqlText.readable(correction.correction().author()));
            copy.text(SqlText.readable(correction.correction().reason()));
            copy.int8(row.received());
        }
        copy.end();
    }

    private void writeNotes(Connection connection) throws SQLException {
        if (notes.isEmpty()) {
            return;
        }
        try (PreparedStatement delete = connection.prepareStatement("DELETE FROM annotations WHERE id = ?");
             PreparedStatement insert = connection.prepareStatement("INSERT INTO annotations (id, twin, point, start, until, text, author,"
                     + " said, log_offset) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            for (Note note : notes.values()) {
                Annotation annotation = note.annotation();
                delete.setString(1, SqlText.readable(annotation.id()));
                delete.executeUpdate();
                if (annotation.text() == null || annotation.text().isEmpty()) {
                    continue;
                }
                insert.setString(1, SqlText.readable(annotation.id()));
                insert.setString(2, annotation.twin().value());
                insert.setString(3, annotation.point() == null ? null : annotation.point().name());
                insert.setLong(4, Nanos.of(annotation.from()));
                insert.setLong(5, Nanos.of(annotation.to()));
                insert.setString(6, SqlText.readable(annotation.text()));
                insert.setString(7, SqlText.readable(annotation.author()));
                insert.setLong(8, Nanos.of(annotation.time()));
                insert.setLong(9, note.offset());
                insert.executeUpdate();
            }
        }
    }
}
