package org.gemello.routes.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gemello.api.Gap;
import org.gemello.api.PointTable;
import org.gemello.api.SampleBatch;
import org.gemello.api.Times;

/** Which samples an overload policy has dropped: counted, and from when to when for each point. Not safe for many threads. */
final class Losses {
    private final PointTable points;
    private final Map<Integer, long[]> spans = new HashMap<>();
    private long untold;
    private long total;

    Losses(PointTable points) {
        this.points = points;
    }

    void add(SampleBatch batch) {
        for (int row = 0; row < batch.size(); row++) {
            long time = batch.sourceTime(row);
            long[] span = spans.computeIfAbsent(batch.handle(row), handle -> new long[] {time, time});
            span[0] = Math.min(span[0], time);
            span[1] = Math.max(span[1], time);
        }
        count(batch.size());
    }

    /** Thinned out: what is left still shows the course of things, so there is no hole. */
    void count(int samples) {
        untold += samples;
        total += samples;
    }

    boolean isEmpty() {
        return untold == 0;
    }

    /** Since the start. */
    long total() {
        return total;
    }

    /** The holes that have not been told yet; from now on they have. */
    List<Gap> tell(String reason) {
        List<Gap> gaps = new ArrayList<>(spans.size());
        spans.forEach((handle, span) -> gaps.add(new Gap(points.definition(handle), Times.instant(span[0]), Times.instant(span[1] + 1), reason)));
        spans.clear();
        untold = 0;
        return gaps;
    }
}
