package org.gemello.packs.internal;

import java.util.Map;

/** A pack that adds up: its twin has a measured point {@code IN}, a derived one {@code SUM} and a set point {@code SP}. */
public class CounterPack {
    /** Its one type. */
    public static final String TYPE = "acme/counter";
    private static final String SOURCE = """
            package org.acme.counter;

            import java.io.DataInput;
            import java.io.DataOutput;
            import java.io.IOException;
            import java.time.Duration;
            import java.util.List;
            import org.gemello.api.Quality;
            import org.gemello.api.SampleBatch;
            import org.gemello.api.command.Command;
            import org.gemello.api.twin.CommandSpec;
            import org.gemello.api.twin.ParameterSpec;
            import org.gemello.api.twin.PointSpec;
            import org.gemello.api.twin.TwinModel;
            import org.gemello.spi.*;

            public final class CounterType implements TwinType<long[]> {
                %2$s

                public void activate() {
                    %3$s
                }

                public void deactivate() {
                }

                public TwinTypeId id() {
                    return new TwinTypeId("%5$s");
                }

                public TwinModel model() {
                    return new TwinModel(%1$d, "counter", List.of(PointSpec.measured("IN", "in", "1", 0, 1e9), PointSpec.derived("SUM", "sum", "1"),
                            PointSpec.setpoint("SP", "set point", "1", 0, 100)), List.of(new CommandSpec("set", "set", List.of(), Duration.ZERO)));
                }

                public TwinBehavior<long[]> behavior(TwinContext context) {
                    return new TwinBehavior<>() {
                        public long[] initial() {
                            return new long[1];
                        }

                        public void onSamples(long[] state, SampleBatch batch, Effects out) {
                            for (int row = 0; row < batch.size(); row++) {
                                state[0] += (long) batch.doubleValue(row);
                            }
                            %4$s
                            out.derive("SUM", state[0], Quality.GOOD, batch.sourceTime(batch.size() - 1));
                        }

                        public void onCommand(long[] state, Command command, Effects out) {
                            out.write("SP", 7);
                        }
                    };
                }

                public StateCodec<long[]> codec() {
                    return new StateCodec<>() {
                        public void encode(long[] state, DataOutput out) throws IOException {
                            out.writeLong(state[0]);
                        }

                        public long[] decode(DataInput in) throws IOException {
                            return new long[] {in.readLong()};
                        }
                    };
                }
            }
            """;
    private int schema = 1;
    private String members = "";
    private String activate = "";
    private String onSamples = "";
    private String type = TYPE;
    private boolean plain;

    public CounterPack schema(int number) {
        schema = number;
        return this;
    }

    /** Java that stands among the members of the type. */
    public CounterPack members(String java) {
        members = java;
        return this;
    }

    /** Java that runs when the component is activated. */
    public CounterPack activate(String java) {
        activate = java;
        return this;
    }

    /** Java that runs at the end of each batch; {@code state}, {@code batch} and {@code out} are there. */
    public CounterPack onSamples(String java) {
        onSamples = java;
        return this;
    }

    public CounterPack type(String id) {
        type = id;
        return this;
    }

    /** Without methods that the container calls, as a worker wants it. */
    public CounterPack plain() {
        plain = true;
        return this;
    }

    public TestBundle bundle() {
        TestBundle bundle = new TestBundle("org.acme.counter");
        return (plain ? bundle.withoutLifecycle() : bundle)
                .source("org.acme.counter.CounterType", SOURCE.formatted(schema, members, activate, onSamples, type))
                .component("org.acme.counter.CounterType", "org.gemello.spi.TwinType");
    }

    public Map<String, byte[]> files() throws java.io.IOException {
        return Map.of("bundles/counter.jar", bundle().jar());
    }
}
