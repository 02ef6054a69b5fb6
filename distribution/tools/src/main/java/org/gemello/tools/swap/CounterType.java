package org.gemello.tools.swap;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInput;
import java.io.DataInputStream;
import java.io.DataOutput;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.gemello.api.twin.PointSpec;
import org.gemello.api.twin.TwinModel;
import org.gemello.spi.StateCodec;
import org.gemello.spi.StateMigration;
import org.gemello.spi.TwinBehavior;
import org.gemello.spi.TwinContext;
import org.gemello.spi.TwinType;
import org.gemello.spi.TwinTypeId;

/** A twin of {@link CounterState#COUNTERS} counters. This class and those beside it travel in the bundles that {@link CounterPacks} makes. */
public final class CounterType implements TwinType<CounterState> {
    static final String ID = "swap-proof/counters";
    static final String ECHO = "Echo";
    private final Variant variant = Variant.ofThisPack();
    private final TwinModel model = model(variant.schema());

    private static TwinModel model(int schema) {
        List<PointSpec> points = new ArrayList<>();
        for (int i = 0; i < CounterState.COUNTERS; i++) {
            points.add(PointSpec.measured(point(i), "Counter " + i, "1", 0, Double.POSITIVE_INFINITY));
        }
        for (String name : List.of(ECHO, "Seen", "Missed", "Repeated")) {
            points.add(PointSpec.derived(name, name, "1"));
        }
        return new TwinModel(schema, "Counters", points, List.of());
    }

    static String point(int counter) {
        return String.format("C%03d", counter);
    }

    @Override
    public TwinTypeId id() {
        return new TwinTypeId(ID);
    }

    @Override
    public TwinModel model() {
        return model;
    }

    @Override
    public TwinBehavior<CounterState> behavior(TwinContext context) {
        return new CounterBehavior(variant);
    }

    @Override
    public StateCodec<CounterState> codec() {
        return new Codec(variant.schema());
    }

    @Override
    public List<StateMigration> migrations() {
        return variant.schema() > 1 && variant.migrations() ? List.of(new AddSum()) : List.of();
    }

    private record Codec(int schema) implements StateCodec<CounterState> {
        @Override
        public void encode(CounterState state, DataOutput out) throws IOException {
            state.write(out, schema);
        }

        @Override
        public CounterState decode(DataInput in) throws IOException {
            return CounterState.read(in, schema);
        }
    }

    /** From schema 1 to 2: the sum begins at what has been seen last. */
    private static final class AddSum implements StateMigration {
        @Override
        public int from() {
            return 1;
        }

        @Override
        public byte[] migrate(byte[] bytes) throws IOException {
            CounterState state = CounterState.read(new DataInputStream(new ByteArrayInputStream(bytes)), 1);
            for (long value : state.last) {
                state.sum += value;
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            state.write(new DataOutputStream(out), 2);
            return out.toByteArray();
        }
    }
}
