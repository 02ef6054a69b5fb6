package org.gemello.runtime.internal;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.gemello.api.Quality;
import org.gemello.api.SampleBatch;
import org.gemello.api.TwinId;
import org.gemello.api.twin.PartPoint;
import org.gemello.api.twin.PartSpec;
import org.gemello.api.twin.PointSpec;
import org.gemello.api.twin.TwinModel;
import org.gemello.spi.Effects;
import org.gemello.spi.StateCodec;
import org.gemello.spi.TwinBehavior;
import org.gemello.spi.TwinContext;
import org.gemello.spi.TwinType;
import org.gemello.spi.TwinTypeId;

/** Sums the power of counters, in MW, and folds everything that it sees, in order, into {@code fold}. */
final class SummingType implements TwinType<SummingType.State> {
    static final String ID = "test/summing";

    static final class State {
        private final Map<String, Double> powers = new TreeMap<>();
        private long fold = 1;
        private long heard;
    }

    private static final List<PartSpec> PARTS = List.of(new PartSpec("counter", "Counters", List.of(CounterType.ID),
            List.of(new PartPoint("power", "MW", List.of("output")), new PartPoint("seen", "1", List.of("total"))), 1, 3));
    private final String title;
    private final List<PartSpec> parts;

    SummingType() {
        this("Sum");
    }

    /** @param title of the model, to tell versions apart */
    SummingType(String title) {
        this(title, PARTS);
    }

    SummingType(String title, List<PartSpec> parts) {
        this.title = title;
        this.parts = parts;
    }

    @Override
    public TwinTypeId id() {
        return new TwinTypeId(ID);
    }

    @Override
    public TwinModel model() {
        return new TwinModel(1, title, List.of(
                PointSpec.measured("own", "Own", "kW", 0, 5000),
                PointSpec.derived("power", "Power", "MW"),
                PointSpec.derived("heard", "Values heard", "1"),
                PointSpec.derived("table", "Powers", "1"),
                PointSpec.derived("fold", "Fold", "1")), List.of(), Map.of(), parts);
    }

    /** One step of the fold, also for the test that works it out from the log. */
    static long fold(long before, String point, double value) {
        return (before * 31 + point.hashCode()) * 31 + Double.hashCode(value) & 0xFFFF_FFFFL;
    }

    @Override
    public TwinBehavior<State> behavior(TwinContext context) {
        List<TwinId> counters = context.parts().get("counter");
        return new TwinBehavior<>() {
            @Override
            public State initial() {
                return new State();
            }

            @Override
            public void onSamples(State state, SampleBatch batch, Effects out) {
                for (int row = 0; row < batch.size(); row++) {
                    state.fold = fold(state.fold, batch.point(row).toString(), batch.doubleValue(row));
                    state.heard++;
                    if (batch.point(row).name().equals("power") && counters.contains(batch.point(row).twin())) {
                        state.powers.put(batch.point(row).twin().value(), batch.doubleValue(row));
                    }
                }
                int last = batch.size() - 1;
                out.derive("power", state.powers.values().stream().mapToDouble(power -> power).sum(), Quality.GOOD, batch.sourceTime(last));
                out.derive("heard", state.heard, Quality.GOOD, batch.sourceTime(last));
                out.derive("table", state.powers.toString(), Quality.GOOD, batch.sourceTime(last));
                out.derive("fold", state.fold, Quality.GOOD, batch.sourceTime(last));
            }
        };
    }

    @Override
    public StateCodec<State> codec() {
        return StateCodec.of((state, out) -> {
            out.writeLong(state.fold);
            out.writeLong(state.heard);
            out.writeInt(state.powers.size());
            for (Map.Entry<String, Double> power : state.powers.entrySet()) {
                out.writeUTF(power.getKey());
                out.writeDouble(power.getValue());
            }
        }, in -> {
            State state = new State();
            state.fold = in.readLong();
            state.heard = in.readLong();
            for (int left = in.readInt(); left > 0; left--) {
                state.powers.put(in.readUTF(), in.readDouble());
            }
            return state;
        });
    }
}
