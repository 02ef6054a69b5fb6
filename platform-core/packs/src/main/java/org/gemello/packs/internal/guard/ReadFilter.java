package org.gemello.packs.internal.guard;

import java.util.Arrays;
import java.util.List;
import org.gemello.api.PointId;
import org.gemello.api.SampleBatch;
import org.gemello.api.TwinId;
import org.gemello.api.twin.PartSpec;
import org.gemello.api.twin.TwinModel;
import org.gemello.spi.TwinContext;

/**
 * Takes the samples out that one twin's behaviour may not read. A batch that is allowed as a whole, the usual case, is passed on as it is.
 */
final class ReadFilter {
    private static final byte UNKNOWN = 0;
    private static final byte ALLOWED = 1;
    private static final byte REFUSED = 2;
    private final TwinId twin;
    private final PointPatterns patterns;
    private final Refusals refusals;
    private final boolean everything;
    /** By handle of the point. */
    private byte[] verdicts = new byte[0];

    ReadFilter(TwinContext context, TwinModel model, PointPatterns patterns, Refusals refusals) {
        this.twin = context.twin();
        this.patterns = patterns;
        this.refusals = refusals;
        this.everything = model.points().stream().allMatch(point -> patterns.cover(new PointId(twin, point.name())))
                && model.parts().stream().allMatch(role -> coversParts(context, role));
    }

    private boolean coversParts(TwinContext context, PartSpec role) {
        return context.parts().getOrDefault(role.role(), List.of()).stream()
                .allMatch(part -> role.points().stream().allMatch(point -> patterns.cover(new PointId(part, point.name()))));
    }

    SampleBatch filter(SampleBatch batch) {
        if (everything) {
            return batch;
        }
        int size = batch.size();
        for (int row = 0; row < size; row++) {
            if (!mayRead(batch, row)) {
                return rest(batch, row);
            }
        }
        return batch;
    }

    private SampleBatch rest(SampleBatch batch, int firstRefused) {
        int[] rows = new int[batch.size()];
        int count = 0;
        for (int row = 0; row < rows.length; row++) {
            if (row < firstRefused || mayRead(batch, row)) {
                rows[count++] = row;
            } else {
                refusals.refused("read", twin.value(), batch.point(row).twin().equals(twin) ? batch.point(row).name() : batch.point(row).toString());
            }
        }
        return batch.select(rows, count);
    }

    private boolean mayRead(SampleBatch batch, int row) {
        int handle = batch.handle(row);
        if (handle >= verdicts.length) {
            verdicts = Arrays.copyOf(verdicts, Math.max(handle + 1, batch.points().size()));
        }
        if (verdicts[handle] == UNKNOWN) {
            verdicts[handle] = patterns.cover(batch.point(row)) ? ALLOWED : REFUSED;
        }
        return verdicts[handle] == ALLOWED;
    }
}
