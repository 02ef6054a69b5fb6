package org.gemello.testkit.pack;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.gemello.api.Quality;
import org.gemello.api.SampleBatch;
import org.gemello.api.log.LogEntry;
import org.gemello.api.twin.ConfigurationKey;
import org.gemello.api.twin.ConfigurationSpec;
import org.gemello.api.twin.PointSpec;
import org.gemello.api.twin.TwinModel;
import org.gemello.spi.Effects;
import org.gemello.spi.StateCodec;
import org.gemello.spi.TwinBehavior;
import org.gemello.spi.TwinContext;
import org.gemello.spi.TwinType;
import org.gemello.spi.TwinTypeId;
import org.junit.jupiter.api.Test;

class TwinTypeContractTest {
    private static final GivenContext CONTEXT = GivenContext.of("sum-1");

    /** Sums up what it is given; {@code slip} and {@code derivedPoint} are where a test lets it go wrong. */
    private static class Sum implements TwinType<double[]>, StateCodec<double[]> {
        @Override
        public TwinTypeId id() {
            return new TwinTypeId("test/sum");
        }

        @Override
        public TwinModel model() {
            List<PointSpec> points = List.of(PointSpec.measured("X", "input", "1", 0, 100), PointSpec.derived("Y", "sum", "1"));
            return new TwinModel(1, "Sum", points, List.of());
        }

        @Override
        public TwinBehavior<double[]> behavior(TwinContext context) {
            return new TwinBehavior<>() {
                @Override
                public double[] initial() {
                    return new double[2];
                }

                @Override
                public void onSamples(double[] state, SampleBatch batch, Effects out) {
                    for (int row = 0; row < batch.size(); row++) {
                        state[0] += batch.doubleValue(row);
                        state[1]++;
                    }
                    out.derive(derivedPoint(), state[0] + slip(state), Quality.GOOD, batch.sourceTime(0));
                }
            };
        }

        @Override
        public StateCodec<double[]> codec() {
            return this;
        }

        @Override
        public void encode(double[] state, DataOutput out) throws IOException {
            out.writeDouble(state[0]);
            out.writeDouble(state[1]);
        }

        @Override
        public double[] decode(DataInput in) throws IOException {
            return new double[] {in.readDouble(), in.readDouble()};
        }

        double slip(double[] state) {
            return 0;
        }

        String derivedPoint() {
            return "Y";
        }
    }

    private static List<LogEntry> recording(TwinType<?> type) {
        Recording recording = new Recording(CONTEXT.twin(), type.model());
        for (int i = 0; i < 5; i++) {
            double value = i;
            recording.samples(Instant.ofEpochSecond(i), moment -> moment.with("X", value)).tick(Instant.ofEpochSecond(i));
        }
        return recording.entries();
    }

    private static void check(TwinType<double[]> type) {
        new TwinTypeContract<>(type, CONTEXT).check(recording(type));
    }

    @Test
    void aSoundTypePasses() {
        assertThatCode(() -> check(new Sum())).doesNotThrowAnyException();
    }

    @Test
    void findsWhatIsNotDeterministic() {
        AtomicLong outside = new AtomicLong();
        assertThatThrownBy(() -> check(new Sum() {
            @Override
            double slip(double[] state) {
                return outside.incrementAndGet();
            }
        })).isInstanceOf(AssertionError.class).hasMessageContaining("the same input again gives other effects at entry 0");
    }

    @Test
    void findsWhatTheCodecForgets() {
        assertThatThrownBy(() -> check(new Sum() {
            @Override
            public double[] decode(DataInput in) throws IOException {
                return new double[] {in.readDouble(), in.readDouble() * 0};
            }
        })).isInstanceOf(AssertionError.class).hasMessageContaining("encodes to other bytes");
    }

    @Test
    void findsAPointThatIsNotDeclared() {
        assertThatThrownBy(() -> check(new Sum() {
            @Override
            String derivedPoint() {
                return "X";
            }
        })).hasMessageContaining("no DERIVED point 'X'");
    }

    @Test
    void findsAModelWithAHole() {
        Sum holed = new Sum() {
            @Override
            public TwinModel model() {
                return new TwinModel(1, "Sum", List.of(PointSpec.derived("Y", "sum", "")), List.of());
            }
        };
        assertThatThrownBy(() -> new TwinTypeContract<>(holed, CONTEXT).checkModel()).isInstanceOf(AssertionError.class)
                .hasMessageContaining("Y has no unit");
    }

    @Test
    void findsConfigurationThatIsReadAndNotDeclared() {
        ConfigurationKey gain = ConfigurationKey.number("gain", "Gain", "1", 1, 0, 10);
        class Configured extends Sum {
            private final ConfigurationKey[] declared;

            Configured(ConfigurationKey... declared) {
                this.declared = declared;
            }

            @Override
            public TwinModel model() {
                return super.model().configured(new ConfigurationSpec(List.of(declared)));
            }

            @Override
            public TwinBehavior<double[]> behavior(TwinContext context) {
                context.number(gain);
                context.number("offset", 0);
                return super.behavior(context);
            }
        }
        assertThatThrownBy(() -> new TwinTypeContract<>(new Configured(gain), CONTEXT).checkConfiguration()).isInstanceOf(AssertionError.class)
                .hasMessageContaining("reads [offset]");
        ConfigurationKey offset = ConfigurationKey.number("offset", "Offset", "1", 0, 1, 10);
        assertThatThrownBy(() -> new TwinTypeContract<>(new Configured(gain, offset), CONTEXT).checkConfiguration())
                .isInstanceOf(AssertionError.class).hasMessageContaining("configuration key offset: its fallback is '0'");
        assertThatThrownBy(() -> new GivenContext(CONTEXT.twin(), Map.of("gain", "11")).number(gain))
                .hasMessage("twin sum-1: configuration 'gain' is '11'; write a number from 0 to 10");
    }
}
