package org.gemello.testkit.pack;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.gemello.api.PointId;
import org.gemello.api.SampleBatch;
import org.gemello.api.Times;
import org.gemello.api.TwinId;
import org.gemello.api.log.LogEntry;

/** Writes the lines of a {@link RecordedLogFile}. */
final class RecordedLine {
    private RecordedLine() {
    }

    /** @param twin whose recording it is; null for that of a twin without parts */
    static void write(LogEntry entry, TwinId twin, StringBuilder out) {
        if (entry instanceof LogEntry.Samples samples) {
            for (int row = 0; row < samples.batch().size(); row++) {
                sample(samples.batch(), twin, row, out);
            }
        } else if (entry instanceof LogEntry.Tick tick) {
            out.append(tick.time()).append(",tick,,,,\n");
        } else if (entry instanceof LogEntry.CommandIssued issued) {
            Map<String, Double> arguments = new TreeMap<>(issued.command().arguments());
            out.append(issued.command().issued()).append(",command,").append(issued.command().name()).append(',')
                    .append(arguments.entrySet().stream().map(Object::toString).collect(Collectors.joining(";"))).append(",,\n");
        } else if (entry instanceof LogEntry.ProposalMoved moved) {
            out.append(moved.time()).append(",proposal,").append(moved.key()).append(',');
            text(moved.state() + ";" + moved.by() + ";" + moved.reason(), moved.key(), out);
            out.append(",,\n");
        } else {
            throw new IllegalArgumentException("no behaviour sees a " + entry.getClass().getSimpleName()
                    + ", so it is not part of a recording");
        }
    }

    private static void text(String text, Object of, StringBuilder out) {
        if (text.indexOf('\n') >= 0 || text.indexOf('\r') >= 0) {
            throw new IllegalArgumentException("a text with a line break does not fit into a line of a recording: " + of);
        }
        out.append('"').append(text.replace("\"", "\"\"")).append('"');
    }

    private static void sample(SampleBatch batch, TwinId twin, int row, StringBuilder out) {
        PointId point = batch.point(row);
        out.append(Times.instant(batch.receivedTime(row))).append(row == 0 ? ",sample," : ",+,")
                .append(twin == null || point.twin().equals(twin) ? point.name() : point.toString()).append(',');
        Object value = batch.value(row);
        if (value instanceof String text) {
            text(text, point, out);
        } else if (value != null) {
            out.append(value);
        }
        out.append(',');
        if (batch.qualityCode(row) != 0) {
            out.append(String.format("0x%08X", batch.qualityCode(row)));
        }
        out.append(',');
        if (batch.sourceTime(row) != batch.receivedTime(row)) {
            out.append(Times.instant(batch.sourceTime(row)));
        }
        out.append('\n');
    }
}
