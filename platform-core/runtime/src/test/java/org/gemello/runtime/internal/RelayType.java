package org.gemello.runtime.internal;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.gemello.api.Quality;
import org.gemello.api.SampleBatch;
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

/** Adds up what sums derive. */
final class RelayType implements TwinType<TreeMap<String, Double>> {
    static final String ID = "test/relay";

    @Override
    public TwinTypeId id() {
        return new TwinTypeId(ID);
    }

    @Override
    public TwinModel model() {
        return new TwinModel(1, "Relay", List.of(PointSpec.derived("total", "Total", "MW")), List.of(), Map.of(),
                List.of(new PartSpec("sum", "Sums", List.of(SummingType.ID), List.of(new PartPoint("power", "MW")), 1, 9)));
    }

    @Override
    public TwinBehavior<TreeMap<String, Double>> behavior(TwinContext context) {
        return new TwinBehavior<>() {
            @Override
            public TreeMap<String, Double> initial() {
                return new TreeMap<>();
            }

            @Override
            public void onSamples(TreeMap<String, Double> state, SampleBatch batch, Effects out) {
                for (int row = 0; row < batch.size(); row++) {
                    state.put(batch.point(row).twin().value(), batch.doubleValue(row));
                }
                out.derive("total", state.values().stream().mapToDouble(power -> power).sum(), Quality.GOOD, batch.sourceTime(0));
            }
        };
    }

    @Override
    public StateCodec<TreeMap<String, Double>> codec() {
        return StateCodec.of((state, out) -> {
            out.writeInt(state.size());
            for (Map.Entry<String, Double> power : state.entrySet()) {
                out.writeUTF(power.getKey());
                out.writeDouble(power.getValue());
            }
        }, in -> {
            TreeMap<String, Double> state = new TreeMap<>();
            for (int left = in.readInt(); left > 0; left--) {
                state.put(in.readUTF(), in.readDouble());
            }
            return state;
        });
    }
}
