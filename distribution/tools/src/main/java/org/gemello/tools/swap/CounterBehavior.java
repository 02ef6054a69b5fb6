package org.gemello.tools.swap;

import org.gemello.api.Quality;
import org.gemello.api.SampleBatch;
import org.gemello.api.ValueKind;
import org.gemello.spi.Effects;
import org.gemello.spi.TwinBehavior;

/** Counts what it sees of each counter, and says every value of counter 0 again as a derived value: an effect for each cause. */
final class CounterBehavior implements TwinBehavior<CounterState> {
    private final Variant variant;
    private boolean called;

    CounterBehavior(Variant variant) {
        this.variant = variant;
    }

    @Override
    public CounterState initial() {
        return new CounterState();
    }

    @Override
    public void onSamples(CounterState state, SampleBatch batch, Effects out) {
        variant.misbehave(called);
        for (int row = 0; row < batch.size(); row++) {
            if (batch.kind(row) == ValueKind.NONE || !batch.quality(row).isGood()) {
                continue;
            }
            if (batch.point(row).name().equals(CounterType.CALL)) {
                called = batch.doubleValue(row) == variant.call();
                continue;
            }
            int counter = Integer.parseInt(batch.point(row).name().substring(1));
            long value = Math.round(batch.doubleValue(row));
            state.count(counter, value);
            if (counter == 0) {
                out.derive(CounterType.ECHO, value, Quality.GOOD, batch.sourceTime(row));
            }
        }
        long time = batch.sourceTime(batch.size() - 1);
        out.derive("Seen", state.seen, Quality.GOOD, time);
        out.derive("Missed", state.missed, Quality.GOOD, time);
        out.derive("Repeated", state.repeated, Quality.GOOD, time);
    }
}
