package org.gemello.exchange.internal.history;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.gemello.api.Gap;
import org.gemello.api.PointId;
import org.gemello.api.Quality;
import org.gemello.api.TwinId;
import org.gemello.api.history.Annotation;
import org.gemello.api.history.CorrectedSample;
import org.gemello.api.history.Correction;
import org.gemello.api.history.History;
import org.gemello.api.log.LogEntry;
import org.gemello.exchange.internal.table.ReadRow;
import org.gemello.exchange.internal.table.Table;

/** Gaps, corrections and annotations, one entry each: they are few, and were said by people or about outages. */
final class FactsImport implements TableImport {
    private final Table table;
    private final History history;
    private final LogWriter writer;
    private long added;
    private long known;

    FactsImport(Table table, History history, LogWriter writer) {
        this.table = table;
        this.history = history;
        this.writer = writer;
    }

    @Override
    public void take(ReadRow row) throws IOException, InterruptedException {
        Object[] columns = row.values();
        LogEntry entry = switch (table) {
            case GAPS -> unlessKnown(gap(columns));
            case CORRECTIONS -> unlessKnown(correction(columns));
            case ANNOTATIONS -> unlessKnown(annotation(columns));
            default -> throw new IllegalArgumentException("the table " + table.fileName() + " cannot be imported");
        };
        if (entry == null) {
            known++;
        } else {
            writer.append(entry);
            added++;
        }
    }

    private static Gap gap(Object[] columns) {
        Gap gap = new Gap(SampleRow.definition((String) columns[0], (String) columns[1]), (Instant) columns[2], (Instant) columns[3], (String) columns[4]);
        require(gap.from().isBefore(gap.to()), "from is not before to");
        return gap;
    }

    private LogEntry unlessKnown(Gap gap) {
        boolean known = history.read(gap.definition().id(), gap.from(), gap.to(), 2).gaps().contains(gap);
        return known ? null : new LogEntry.Gaps(List.of(gap));
    }

    private static Correction correction(Object[] columns) {
        return new Correction(SampleRow.definition((String) columns[0], (String) columns[1]), (Instant) columns[2], columns[3],
                new Quality((Integer) columns[4]), (String) columns[5], (String) columns[6], (Instant) columns[7]);
    }

    private LogEntry unlessKnown(Correction correction) {
        Instant time = correction.sourceTime();
        boolean known = history.corrections(correction.definition().id(), time, time.plusNanos(1)).stream().map(CorrectedSample::correction)
                .anyMatch(correction::equals);
        return known ? null : new LogEntry.Corrected(correction);
    }

    private static Annotation annotation(Object[] columns) {
        TwinId twin = new TwinId((String) columns[1]);
        PointId point = columns[2] == null ? null : PointId.parse((String) columns[2]);
        require(point == null || point.twin().equals(twin), "point " + point + " is not of twin " + twin);
        Annotation note = new Annotation((String) columns[0], twin, point, (Instant) columns[3], (Instant) columns[4], (String) columns[5],
                (String) columns[6], (Instant) columns[7]);
        require(!note.id().isBlank() && !note.to().isBefore(note.from()), "it has no id, or 'to' is before 'from'");
        return note;
    }

    private LogEntry unlessKnown(Annotation note) {
        boolean known = history.annotations(note.twin(), note.from(), note.to().plusNanos(1)).contains(note);
        return known ? null : new LogEntry.Annotated(note);
    }

    private static void require(boolean met, String problem) {
        if (!met) {
            throw new IllegalArgumentException(problem);
        }
    }

    @Override
    public void finish() {
        // nothing is held
    }

    @Override
    public long added() {
        return added;
    }

    @Override
    public long known() {
        return known;
    }
}
