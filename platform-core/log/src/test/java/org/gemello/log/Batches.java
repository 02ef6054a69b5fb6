package org.gemello.log;

import java.util.Objects;
import org.gemello.api.SampleBatch;

/** Compares batches, which by themselves are only equal to themselves. */
public final class Batches {
    private Batches() {
    }

    /** True where all but the offsets is the same, bit for bit; the batches may belong to different point tables. */
    public static boolean same(SampleBatch one, SampleBatch other) {
        boolean same = one.size() == other.size();
        for (int row = 0; row < one.size() && same; row++) {
            same = one.points().definition(one.handle(row)).equals(other.points().definition(other.handle(row)))
                    && one.kind(row) == other.kind(row) && one.bits(row) == other.bits(row)
                    && Objects.equals(one.text(row), other.text(row)) && one.qualityCode(row) == other.qualityCode(row)
                    && one.sourceTime(row) == other.sourceTime(row) && one.receivedTime(row) == other.receivedTime(row);
        }
        return same;
    }
}
