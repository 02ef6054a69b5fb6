package org.gemello.tools.swap;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
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
    /** Calls the fault of a version. */
    static final String CALL = "Call";
    private final Variant variant = Variant.ofThisPack();
    private final TwinModel model = model(variant.schema());

    private static TwinModel model(int schema) {
        List<PointSpec> points = new ArrayList<>();
        for (int i = 0; i < CounterState.COUNTERS; i++) {
            points.add(PointSpec.measured(point(i), "Counter " + i, "1", 0, Double.POSITIVE_INFINITY));
        }
        points.add(PointSpec.measured(CALL, "Call", "1", 0, Double.POSITIVE_INFINITY));
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
        int schema = variant.schema();
        return StateCodec.of((state, out) -> state.write(out, schema), in -> CounterState.read(in, schema));
    }

    @Override
    public List<StateMigration> migrations() {
        return variant.schema() > 1 && variant.migrations() ? List.of(StateMigration.from(1, CounterType::addSum)) : List.of();
    }

    /** From schema 1 to 2: the sum begins at what has been seen last. */
    private static byte[] addSum(byte[] bytes) throws IOException {
        CounterState state = CounterState.read(new DataInputStream(new ByteArrayInputStream(bytes)), 1);
        for (long value : state.last) {
            state.sum += value;
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        state.write(new DataOutputStream(out), 2);
        return out.toByteArray();
    }
}
