package org.gemello.testkit.runtime;

import org.gemello.api.Quality;
import org.gemello.api.SampleBatch;
import org.gemello.api.SampleBatchBuilder;
import org.gemello.api.TwinId;
import org.gemello.api.ValueKind;
import org.gemello.api.twin.PointSpec;
import org.gemello.api.twin.TwinModel;

/** Marks what is outside the model's ranges as uncertain, as the platform's intake does. */
final class Ranges {
    private Ranges() {
    }

    /** @param twin whose own values are held against its model; those of its parts are left as they are */
    static SampleBatch marked(SampleBatch batch, TwinId twin, TwinModel model) {
        SampleBatchBuilder marked = SampleBatch.builder(batch.points(), batch.size());
        for (int row = 0; row < batch.size(); row++) {
            PointSpec spec = batch.point(row).twin().equals(twin) ? model.point(batch.point(row).name()).orElse(null) : null;
            boolean number = batch.kind(row) == ValueKind.DOUBLE || batch.kind(row) == ValueKind.LONG;
            double value = batch.doubleValue(row);
            if (spec != null && number && (value < spec.low() || value > spec.high())) {
                Quality quality = batch.quality(row).isGood() ? Quality.UNCERTAIN_ENGINEERING_UNITS_EXCEEDED : batch.quality(row);
                marked.add(batch.handle(row), value, quality.code(), batch.sourceTime(row), batch.receivedTime(row));
            } else {
                marked.copy(batch, row);
            }
        }
        return marked.build();
    }
}
