package org.gemello.routes.internal;

import java.util.Arrays;
import org.gemello.api.SampleBatch;

/** Leaves every n-th sample of each point. Not safe for many threads. */
final class Thinning {
    private int[] seen = new int[0];

    /** How many samples make one when so much of the buffer is taken: none are dropped below half. */
    static int stride(long waiting, long buffer) {
        if (waiting * 2 < buffer) {
            return 1;
        }
        return waiting * 4 < buffer * 3 ? 2 : waiting * 8 < buffer * 7 ? 4 : 8;
    }

    /** @param stride at least 2 */
    SampleBatch thin(SampleBatch batch, int stride) {
        int[] kept = new int[batch.size()];
        int count = 0;
        for (int row = 0; row < batch.size(); row++) {
            int handle = batch.handle(row);
            if (handle >= seen.length) {
                seen = Arrays.copyOf(seen, Math.max(handle + 1, seen.length * 2));
            }
            if (seen[handle]++ % stride == 0 || !batch.quality(row).isGood()) { // a change of quality is news
                kept[count++] = row;
            }
        }
        return batch.select(kept, count);
    }
}
