package org.gemello.exchange.internal.history;

import java.time.Instant;
import org.gemello.api.PointDefinition;
import org.gemello.api.PointId;
import org.gemello.api.SampleBatchBuilder;
import org.gemello.api.Times;

/** A checked row of the table of samples. */
record SampleRow(PointDefinition definition, Instant sourceTime, Object value, int quality, Instant receivedTime) {
    private static final int LONGEST_UNIT = 64;
    private static final int LONGEST_TEXT = 64 << 10;

    /**
     * @param columns as {@link org.gemello.exchange.internal.table.Table#SAMPLES} has them
     * @param now     taken as the received time where the file has none
     * @throws IllegalArgumentException where the row cannot be a sample
     */
    static SampleRow of(Object[] columns, Instant now) {
        if (columns[2] instanceof String text && text.length() > LONGEST_TEXT) {
            throw new IllegalArgumentException("a text of " + text.length() + " characters; at most " + LONGEST_TEXT + " are taken");
        }
        return new SampleRow(definition((String) columns[0], (String) columns[3]), (Instant) columns[1], columns[2],
                columns[4] == null ? 0 : (Integer) columns[4], columns[5] == null ? now : (Instant) columns[5]);
    }

    static PointDefinition definition(String point, String unit) {
        if (unit.length() > LONGEST_UNIT || !unit.chars().allMatch(c -> c > 0x20 && c < 0x7f)) {
            throw new IllegalArgumentException("unit '" + unit + "' is not a UCUM code");
        }
        return new PointDefinition(PointId.parse(point), unit);
    }

    /** What makes two samples of a point the same one. */
    Key key() {
        return new Key(sourceTime, value, quality);
    }

    /** Time, value and quality. */
    record Key(Instant sourceTime, Object value, int quality) {
    }

    void addTo(SampleBatchBuilder batch, int handle) {
        batch.addValue(handle, value, quality, Times.nanos(sourceTime), Times.nanos(receivedTime));
    }
}
