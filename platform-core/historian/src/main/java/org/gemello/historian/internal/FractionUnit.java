package org.gemello.historian.internal;

import org.apache.tsfile.enums.TSDataType;
import org.apache.tsfile.file.metadata.enums.TSEncoding;

/** In what the rest of a source time is counted; each has its column. 100 ns is the resolution of OPC UA's time (Part 6, 5.2.2.5). */
enum FractionUnit {
    NANO("fraction_ns", 1),
    TICK("fraction_100ns", 100),
    MICRO("fraction_us", 1_000),
    MILLI("fraction_ms", 1_000_000);

    private final FileLayout.Column column;
    private final long nanos;

    FractionUnit(String name, long nanos) {
        this.column = new FileLayout.Column(name, TSDataType.INT64, TSEncoding.RLE);
        this.nanos = nanos;
    }

    FileLayout.Column column() {
        return column;
    }

    long nanos() {
        return nanos;
    }

    /** The coarsest unit that gives each of the times back. */
    static FractionUnit coarsest(long[] times) {
        int unit = values().length - 1;
        for (int i = 0; i < times.length && unit > 0; i++) {
            while (times[i] % values()[unit].nanos != 0) {
                unit--;
            }
        }
        return values()[unit];
    }
}
